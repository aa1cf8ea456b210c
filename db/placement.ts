import { sql } from 'drizzle-orm';
import { lookUp } from './control';
import { DbError } from './errors';

/** Where a tenant's data lives now. */
export interface Placement {
  readonly tenantId: string;
  /** Name of the connection that reaches the shard. */
  readonly connection: string;
  readonly tier: 'pooled' | 'schema' | 'database';
  readonly databaseName: string;
  readonly schemaName: string;
  /** Login role of the tenant's own; in the pooled tier the process's role is used. */
  readonly roleName: string;
  /** Rises with each move. */
  readonly epoch: number;
  readonly state: 'active' | 'fenced' | 'moved';
}

/** Placements kept in memory; a wrong one is refused by its shard, so they need no expiry. */
const maxKept = 10_000;

const kept = new Map<string, Placement>();
const asking = new Map<string, Promise<Placement>>();

/** The placement last seen, without asking. */
export const keptPlacement = (tenantId: string): Placement | undefined => kept.get(tenantId);

/**
 * Where a tenant's data lives, from memory or the control database.
 * Throws `DbError`: `absent` for an unknown tenant, `unavailable`.
 */
export async function resolvePlacement(tenantId: string): Promise<Placement> {
  const known = kept.get(tenantId) ?? asking.get(tenantId);
  if (known) return await known;
  const question = ask(tenantId).finally(() => asking.delete(tenantId));
  asking.set(tenantId, question);
  return await question;
}

/** Drops a placement that its shard refused; the next unit asks again. */
export function forgetPlacement(tenantId: string): void {
  kept.delete(tenantId);
}

async function ask(tenantId: string): Promise<Placement> {
  const [row] = await lookUp<{ placement: Placement | null }>(
    sql`select control.placement_of(${tenantId}::uuid) as placement`,
  );
  const placement = row?.placement;
  if (!placement) throw new DbError('absent', 'There is no such tenant.');
  if (placement.state === 'active') keep(Object.freeze(placement));
  return placement;
}

function keep(placement: Placement) {
  kept.delete(placement.tenantId);
  kept.set(placement.tenantId, placement);
  if (kept.size > maxKept) kept.delete(kept.keys().next().value as string);
}
