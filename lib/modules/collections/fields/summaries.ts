/** What a look-up makes of the values that it finds: each of them, or one figure. */
export const summaries = ['each', 'count', 'sum', 'average', 'smallest', 'largest'] as const;
export type Summary = (typeof summaries)[number];

const numbers: readonly string[] = ['number', 'money'];
const ordered: readonly string[] = [...numbers, 'date'];

/** Whether values of a type come to such a figure. */
export const suits = (summary: Summary, type: string): boolean =>
  summary === 'sum' || summary === 'average'
    ? numbers.includes(type)
    : summary === 'each' || summary === 'count' || ordered.includes(type);
