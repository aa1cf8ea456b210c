import { sql } from 'drizzle-orm';
import { lookUp } from '../control';
import { keptPlacement } from '../placement';
import type { UserScope } from '../scope';
import { Convoy } from './convoy';
import { Turns } from './turns';

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
  /** Milliseconds that tenants wait for each other where they are asked together. */
  togetherMs: number;
}

export const usualLimits: FanLimits = { eachMs: 2_000, altogetherMs: 5_000, togetherMs: 250 };

const maxTenants = 50;
/** Companies that are on their way at a time. */
const parallel = 8;
const maxCompany = 5;
/** Those of companies that parted who are asked at a time. */
const parted = 4;

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

/**
 * Asks each tenant and tells it how long it has; what fails is one failure of many. A few companies of
 * tenants are on their way at a time, and those of a company whose rows stand in the same tables travel
 * together.
 */
export async function fanOut<L extends Listed, T>(
  found: readonly L[],
  ask: (tenant: L, limitMs: number, convoy: Convoy | undefined) => Promise<T>,
  { eachMs, altogetherMs, togetherMs }: FanLimits,
): Promise<Fanned<L, T>> {
  const asked = found.slice(0, maxTenants);
  const outcomes = new Map<L, { value: T } | { error: unknown }>();
  const until = performance.now() + altogetherMs;
  const waiting = companiesOf(asked);
  const alone = new Turns(parted);
  const askOne = async (tenant: L, convoy: Convoy | undefined) => {
    // What it lost by waiting for others is not held against it.
    const own = convoy ? eachMs + togetherMs : eachMs;
    const limitMs = Math.min(own, until - performance.now());
    try {
      outcomes.set(tenant, { value: await ask(tenant, limitMs, convoy) });
    } catch (error) {
      outcomes.set(tenant, { error });
    }
  };
  const lane = async (): Promise<void> => {
    const company = waiting.shift();
    if (!company) return;
    const convoy = company.length > 1 ? new Convoy(togetherMs, alone) : undefined;
    await Promise.all(company.map((tenant) => askOne(tenant, convoy)));
    await lane();
  };
  await Promise.all(Array.from({ length: parallel }, lane));
  const fanned: Fanned<L, T> = { results: [], failures: [], truncated: found.length > maxTenants };
  for (const tenant of asked) {
    const outcome = outcomes.get(tenant);
    if (outcome && 'value' in outcome) fanned.results.push({ tenant, value: outcome.value });
    else fanned.failures.push({ tenant, error: outcome?.error });
  }
  return fanned;
}

/** In the order of the list; a tenant whose whereabouts nobody has looked up yet goes by itself. */
function companiesOf<L extends Listed>(tenants: readonly L[]): L[][] {
  const made: L[][] = [];
  const open = new Map<string, L[]>();
  for (const tenant of tenants) {
    const placement = keptPlacement(tenant.id);
    const shared = placement?.tier === 'pooled' ? placement.connection : undefined;
    const company = shared === undefined ? undefined : open.get(shared);
    if (company && company.length < maxCompany) {
      company.push(tenant);
      continue;
    }
    const alone = [tenant];
    made.push(alone);
    if (shared !== undefined) open.set(shared, alone);
  }
  return made;
}
