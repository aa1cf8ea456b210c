import { sql } from 'drizzle-orm';
import { lookUp } from './control';

export interface RateAsk {
  key: string;
  /** Calls a minute, and how many may come at once. */
  size: number;
  /** Calls admitted since, before they were asked for. */
  owed: number;
  wanted: number;
}

export interface RateLease {
  granted: number;
  /** Below nothing where more was owed than there was. */
  remaining: number;
  /** Milliseconds until there is one more. */
  waitMs: number;
}

/** Takes calls from shared buckets, for several at once; answers in the order asked. Throws `DbError`. */
export async function leaseRates(
  asks: readonly RateAsk[],
  timeoutMs: number,
): Promise<RateLease[]> {
  const sorted = asks
    .map((ask, at) => ({ ...ask, at }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const list = (of: (ask: RateAsk) => unknown) => sql.param(sorted.map(of));
  const rows = await lookUp<RateLease & Record<string, unknown>>(
    sql`select granted, remaining, wait_ms as "waitMs" from control.lease_rates(
      ${list(({ key }) => key)}::text[], ${list(({ size }) => size)}::float8[],
      ${list(({ owed }) => owed)}::int[], ${list(({ wanted }) => wanted)}::int[])`,
    'write',
    timeoutMs,
  );
  const answers: RateLease[] = [];
  for (const [at, row] of rows.entries()) answers[sorted[at]?.at ?? at] = row;
  return answers;
}
