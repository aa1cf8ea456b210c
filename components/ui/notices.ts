export interface Notice {
  tone: 'success' | 'error' | 'warning' | 'message';
  title: string;
  description?: string | undefined;
  /** Offers to take the act back; shown for 8 s. */
  undo?: { label: string; run: () => void } | undefined;
}

let show: ((notice: Notice) => void) | undefined;
const waiting: Notice[] = [];

/** Shows a notice, or keeps it until something on the page can. */
export function post(notice: Notice): void {
  if (show) show(notice);
  else waiting.push(notice);
}

/** Shows what waits and what comes, until the answer is called. */
export function showNotices(by: (notice: Notice) => void): () => void {
  show = by;
  for (const notice of waiting.splice(0)) by(notice);
  return () => {
    if (show === by) show = undefined;
  };
}
