import { sql } from 'drizzle-orm';
import { lookUp } from '../control';
import { DbError } from '../errors';
import type { UserScope } from '../scope';

/** A tenant of the kernel's own list; what else stands in it is for whoever reads. */
export interface Listed {
  id: string;
}

/** What `withTenants` answers: what could be read, and what could not, in the order of the list. */
export interface Fanned<L extends Listed, T> {
  results: { tenant: L; value: T }[];
  failures: { tenant: L; error: unknown }[];
  /** True when the person belongs to more tenants than were asked. */
  truncated: boolean;
}

export interface FanLimits {
  /** Milliseconds that one tenant may take. */
  eachMs: number;
  /** Milliseconds after which no further tenant is waited for. */
  altogetherMs: number;
}

export const usualLimits: FanLimits = { eachMs: 2_000, altogetherMs: 5_000 };

const maxTenants = 50;
const parallel = 4;

/**
 * The active tenants that a person's session leads to, from the control database: nobody hands them
 * in. One more than are asked, so that it shows when there are more.
 */
export async function tenantsOpenTo<L extends Listed>(scope: UserScope): Promise<L[]> {
  const [row] = await lookUp<{ tenants: L[] }>(
    sql`select control.tenants_open_to(${scope.userId}::uuid, ${scope.sessionId}::uuid) as tenants`,
  );
  return row?.tenants ?? [];
}

/** Asks each tenant, a few at a time, and tells it how long it has; what fails is one failure of many. */
export async function fanOut<L extends Listed, T>(
  found: readonly L[],
  ask: (tenant: L, limitMs: number) => Promise<T>,
  { eachMs, altogetherMs }: FanLimits,
): Promise<Fanned<L, T>> {
  const asked = found.slice(0, maxTenants);
  const outcomes: ({ value: T } | { error: unknown })[] = [];
  const until = performance.now() + altogetherMs;
  let next = 0;
  const lane = async (): Promise<void> => {
    const at = next++;
    const tenant = asked[at];
    if (!tenant) return;
    const limitMs = Math.min(eachMs, until - performance.now());
    try {
      outcomes[at] = { value: await ask(tenant, limitMs) };
    } catch (error) {
      outcomes[at] = { error };
    }
    await lane();
  };
  await Promise.all(Array.from({ length: parallel }, lane));
  const fanned: Fanned<L, T> = { results: [], failures: [], truncated: found.length > maxTenants };
  for (const [at, tenant] of asked.entries()) {
    const outcome = outcomes[at];
    if (outcome && 'value' in outcome) fanned.results.push({ tenant, value: outcome.value });
    else fanned.failures.push({ tenant, error: outcome?.error });
  }
  return fanned;
}

/** Throws `DbError('timeout')` when the answer takes longer. */
export async function inTime<T>(ask: () => Promise<T>, limitMs: number): Promise<T> {
  if (limitMs <= 0) throw late();
  let timer: NodeJS.Timeout | undefined;
  const lateness = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), limitMs);
  });
  try {
    return await Promise.race([ask(), lateness]);
  } finally {
    clearTimeout(timer);
  }
}

const late = () => new DbError('timeout', 'This tenant did not answer in time.');
