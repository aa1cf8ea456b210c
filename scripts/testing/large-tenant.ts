import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { collections } from '@/db/schema/tenant';
import { mintTenantScope } from '@/db/scope';
import { withTenant } from '@/db/tenant';
import type { TestTenant, World } from '@/lib/doors/testing';

/** Nobody in particular, acting in a tenant. */
export const scopeOf = (tenantId: string) =>
  mintTenantScope({ tenantId, actorId: null, requestId: randomUUID() });

/** Records of one collection, written past the log, as years of work would leave them. */
export async function fillTenant(
  { database }: World,
  { tenantId, home }: TestTenant,
  rows: number,
): Promise<void> {
  const [made] = await withTenant(scopeOf(tenantId), (db) =>
    db.insert(collections).values({ name: 'Large' }).returning({ id: collections.id }),
  );
  await database.queryPlane(home, 'set session_replication_role = replica');
  for (let from = 0; from < rows; from += 100_000) {
    await database.queryPlane(
      home,
      `insert into records (tenant_id, id, collection_id, data)
       select $1, app.uuid7(), $2, jsonb_build_object('a', n, 'b', 'Row ' || n, 'c', md5(n::text))
       from generate_series($3::int, $4::int) n`,
      [tenantId, made?.id, from + 1, Math.min(rows, from + 100_000)],
    );
  }
  await database.queryPlane(home, 'reset session_replication_role');
  await database.queryPlane(home, 'vacuum analyze records');
}

/**
 * Asks for a move as staff do and waits until the running operator has done it. Milliseconds it
 * took, and in which writes waited. Throws what the operator says of a move that failed.
 */
export async function moveTo(
  { database }: World,
  { tenantId }: TestTenant,
  tier: string,
): Promise<{ tookMs: number; pauseMs: number }> {
  const id = randomUUID();
  const from = performance.now();
  await database.query(
    `insert into control.moves (id, tenant_id, target_tier, target_shard_id, reason)
     select $1, $2, $3, id, 'a proof' from control.shards`,
    [id, tenantId, tier],
  );
  for (;;) {
    const [row] = await database.query<{ state: string; pause: number; fault: string | null }>(
      `select state, (progress ->> 'pauseMs')::int as pause, fault from control.moves where id = $1`,
      [id],
    );
    if (row?.fault) throw new Error(row.fault);
    if (row?.state === 'done' && row.pause !== null) {
      return { tookMs: performance.now() - from, pauseMs: row.pause };
    }
    await pause(20);
  }
}
