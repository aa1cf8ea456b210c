import { sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import type { LimitName } from './limit-names';

/** What staff say of a limit for one tenant, beside its plan. */
export interface Override {
  /** Null for any number. */
  max: number | null;
  /** From when on it says nothing more, as ISO says it; null for no end. */
  endsAt: string | null;
  reason: string;
}

export type Overrides = Partial<Record<LimitName, Override>>;

/** What staff say at this moment of limits of the tenant in scope, or of the one named. */
export async function findOverrides(db: ControlDb, tenantId?: string): Promise<Overrides> {
  const tenant = tenantId ? sql`${tenantId}::uuid` : sql`current_setting('app.tenant')::uuid`;
  const { rows } = await db.execute<{ said: Overrides | null }>(
    sql`select control.limit_overrides_of(${tenant}) as said`,
  );
  return rows[0]?.said ?? {};
}
