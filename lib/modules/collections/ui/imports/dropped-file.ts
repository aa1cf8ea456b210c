let waiting: File | null = null;

/** Keeps a file that was dropped on one page for the page that imports it. */
export const leaveFile = (file: File) => {
  waiting = file;
};

/** Answers the file that was dropped, once. */
export function takeFile(): File | null {
  const file = waiting;
  waiting = null;
  return file;
}
