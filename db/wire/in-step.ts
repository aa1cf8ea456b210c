import type { BatchItem, BatchResponse } from 'drizzle-orm/batch';

type Item = BatchItem<'pg'>;

/** A reading that says what it asks, and goes on when it is answered: see `inStep`. */
export type Steps<T> = Generator<readonly Item[], T, readonly unknown[]>;

/** Asks queries within a reading: `const [rows] = yield* asked(query)`. */
export function* asked<const Q extends readonly [Item, ...Item[]]>(
  ...queries: Q
): Steps<BatchResponse<Q>> {
  return (yield queries) as BatchResponse<Q>;
}

type Batching = { batch(queries: readonly [Item, ...Item[]]): Promise<readonly unknown[]> };

/**
 * Leads readings of one handle side by side: what all of them ask at a step goes in one round trip, so
 * that another reading costs no further one. Answers in their order; throws what any of them throws.
 */
export async function inStep<const R extends readonly Steps<unknown>[]>(
  db: Batching,
  readings: R,
): Promise<{ -readonly [K in keyof R]: R[K] extends Steps<infer T> ? T : never }> {
  const at = readings.map((reading) => reading.next());
  for (;;) {
    const waiting = at.map(({ done, value }) => (done ? [] : (value as readonly Item[])));
    const [first, ...others] = waiting.flat();
    if (!first) break;
    const answers = [...(await db.batch([first, ...others]))];
    for (const [n, queries] of waiting.entries()) {
      if (queries.length === 0) continue;
      at[n] = (readings[n] as Steps<unknown>).next(answers.splice(0, queries.length));
    }
  }
  return at.map(({ value }) => value) as never;
}
