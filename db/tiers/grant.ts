import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';
import type { Tier } from '../schema/control';

interface Request {
  id: string;
  tenantId: string;
  tier: Tier;
}

/**
 * Grants waiting requests for tiers that tenants may choose themselves, each as a move. One whose
 * tenant is being moved, restored or deleted waits; so does one for which no shard has a place.
 * Answers how many were granted.
 */
export async function grantFreeTiers(servers: Servers, free: readonly Tier[]): Promise<number> {
  if (free.length === 0) return 0;
  return await onControl(servers, async (control) => {
    const { rows } = await control.query<Request>(
      `select r.id, r.tenant_id as "tenantId", r.tier from control.tier_requests r
       join control.tenants t on t.id = r.tenant_id and t.status = 'active'
       where r.state = 'waiting' and r.tier = any($1)
         and not exists (select 1 from control.moves m where m.tenant_id = r.tenant_id
           and (m.finished_at is null or m.release_asked_at is not null and m.released_at is null))
         and not exists (select 1 from control.operations o where o.tenant_id = r.tenant_id
           and o.state in ('queued', 'running') and o.kind in ('restore.in_place', 'removal'))
       order by r.created_at limit 20`,
      [free],
    );
    let granted = 0;
    for (const request of rows) if (await grant(control, request)) granted += 1;
    return granted;
  });
}

async function grant(control: pg.Client, { id, tenantId, tier }: Request): Promise<boolean> {
  await control.query('begin');
  try {
    const granted = await grantAsMove(control, { id, tenantId, tier });
    await control.query(granted ? 'commit' : 'rollback');
    return granted;
  } catch (error) {
    await control.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function grantAsMove(control: pg.Client, { id, tenantId, tier }: Request): Promise<boolean> {
  const shardId = await shardFor(control, tenantId, tier);
  if (!shardId) return false;
  const moveId = uuidv7();
  const made = await control.query(
    `insert into control.moves (tenant_id, id, target_tier, target_shard_id, reason)
     values ($1, $2, $3, $4, 'Chosen by its admins') on conflict do nothing`,
    [tenantId, moveId, tier, shardId],
  );
  if (!made.rowCount) return false;
  const taken = await control.query(
    `update control.tier_requests set state = 'granted', ended_at = now(), move_id = $3
     where tenant_id = $1 and id = $2 and state = 'waiting'`,
    [tenantId, id, moveId],
  );
  return taken.rowCount === 1;
}

/** Its own shard if that takes the tier, else any that does and answers. */
async function shardFor(control: pg.Client, tenantId: string, tier: Tier) {
  const { rows } = await control.query<{ id: string }>(
    `select s.id from control.shards s left join control.shard_loads l on l.shard_id = s.id
     join control.placements p on p.tenant_id = $1
     where s.state = 'open' and $2 = any(s.tiers) and l.down_since is null
       and not (p.shard_id = s.id and p.tier = $2)
     order by s.id <> p.shard_id, s.created_at limit 1`,
    [tenantId, tier],
  );
  return rows[0]?.id;
}
