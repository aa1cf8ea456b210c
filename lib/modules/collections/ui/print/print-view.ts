import type { RecordStore } from '../data/record-store';

/** Records of a view that go onto paper at most. */
export const mostPrinted = 1_000;

/** Loads what goes onto paper, then asks the browser to print; after an error, what is there. */
export async function printView(store: RecordStore): Promise<void> {
  const end = Math.min(store.snapshot().total, mostPrinted);
  store.want([{ start: 0, end }]);
  await new Promise<void>((resolve) => {
    let leave = () => undefined as unknown;
    const look = () => {
      if (!store.snapshot().error && firstRecords(store, end).length < end) return;
      leave();
      resolve();
    };
    leave = store.subscribe(look);
    look();
  });
  window.print();
}

/** The records from the first to the last before one that has not arrived. */
export function firstRecords(store: RecordStore, most: number) {
  const found = [];
  for (let at = 0; at < most; at++) {
    const record = store.get(at);
    if (!record) break;
    found.push(record);
  }
  return found;
}
