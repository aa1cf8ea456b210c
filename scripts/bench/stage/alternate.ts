export interface AlternateOptions {
  /** Calls of one case in a row, so that the neighbours' noise falls on all alike. */
  perTurn: number;
  turns: number;
}

/** Microseconds a call of each case takes, median over its turns; the cases take turns in one run. */
export async function alternate<Name extends string>(
  cases: Record<Name, () => Promise<unknown>>,
  { perTurn, turns }: AlternateOptions,
): Promise<Record<Name, number>> {
  const entries = Object.entries<() => Promise<unknown>>(cases);
  const seen = new Map<string, number[]>(entries.map(([name]) => [name, []]));
  for (const [, call] of entries) await repeat(call, perTurn);
  for (let turn = 0; turn < turns; turn++) {
    for (const [name, call] of shuffled(entries)) {
      const from = performance.now();
      await repeat(call, perTurn);
      seen.get(name)?.push(((performance.now() - from) * 1_000) / perTurn);
    }
  }
  return Object.fromEntries(
    [...seen].map(([name, figures]) => [name, percentile(figures, 0.5)]),
  ) as Record<Name, number>;
}

/** The figure below which this share of the figures lies. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function repeat(call: () => Promise<unknown>, times: number) {
  for (let i = 0; i < times; i++) await call();
}

const shuffled = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
