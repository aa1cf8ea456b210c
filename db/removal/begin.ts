import type pg from 'pg';
import { planeTables, type Standing, standingOf, urlOfPlane } from '../copy/plane';
import { atOneMoment, digestsOf } from '../copy/rows';
import { onControl } from '../homes/prepare';
import { onServer, type Servers } from '../homes/servers';
import { clearAway } from '../moves/target';
import type { MovePlace } from '../schema/control';

/** Why a removal may not begin. `later` when it may be tried again. */
export class RemovalRefusal extends Error {
  readonly later: boolean;

  constructor(message: string, { later = false } = {}) {
    super(message);
    this.later = later;
  }
}

/**
 * Asks for the removal of tenants whose cooling-off is over; one that is suspended or being moved is
 * left for later. Answers how many.
 */
export async function askForRemovals(servers: Servers, limit: number): Promise<number> {
  return await onControl(servers, async (control) => {
    const { rowCount } = await control.query(
      `insert into control.operations (tenant_id, id, kind)
       select d.tenant_id, app.uuid7(), 'removal' from control.deletions d
       join control.tenants t on t.id = d.tenant_id
       where d.state in ('waiting', 'removing') and d.due_at <= now()
         and t.status in ('active', 'closing')
         and not exists (select 1 from control.moves m
           where m.tenant_id = d.tenant_id and m.finished_at is null)
         and not exists (select 1 from control.operations o where o.tenant_id = d.tenant_id
           and o.kind = 'removal' and o.state in ('queued', 'running'))
       order by d.due_at limit $1
       on conflict (tenant_id, kind) where state = 'queued' do nothing`,
      [limit],
    );
    return rowCount ?? 0;
  });
}

/**
 * Shuts the tenant's doors for good. Repeating it changes nothing; false when it was removed before.
 * Throws `RemovalRefusal`.
 */
export async function beginRemoval(servers: Servers, tenantId: string): Promise<boolean> {
  return await onControl(servers, async (control) => {
    await control.query('begin');
    try {
      const begun = await decide(control, tenantId);
      await control.query('commit');
      return begun;
    } catch (error) {
      await control.query('rollback').catch(() => undefined);
      throw error;
    }
  });
}

async function decide(control: pg.Client, tenantId: string): Promise<boolean> {
  const found = await control.query<{ state: string; due: boolean }>(
    `select state, due_at <= now() as due from control.deletions where tenant_id = $1
     order by created_at desc limit 1 for update`,
    [tenantId],
  );
  const { state, due } = found.rows[0] ?? { state: 'cancelled', due: false };
  if (state === 'removed') return false;
  if (state === 'removing') return true;
  if (state !== 'waiting') throw new RemovalRefusal('Its deletion was cancelled.');
  if (!due) throw new RemovalRefusal('Its deletion is not due.');
  const moving = await control.query(
    'select 1 from control.moves where tenant_id = $1 and finished_at is null',
    [tenantId],
  );
  if (moving.rowCount) throw new RemovalRefusal('It is being moved.', { later: true });
  const closed = await control.query(
    `update control.tenants set status = 'closing', status_changed_at = now(),
       status_reason = 'It is being deleted, as its admins asked.'
     where id = $1 and status = 'active'`,
    [tenantId],
  );
  if (closed.rowCount !== 1) throw new RemovalRefusal('It is suspended.');
  await control.query(
    `update control.deletions set state = 'removing' where tenant_id = $1 and state = 'waiting'`,
    [tenantId],
  );
  return true;
}

/** Which of these tenants were removed for good. */
export const removedAmong = (servers: Servers, tenantIds: readonly string[]): Promise<string[]> =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<{ id: string }>(
      `select distinct tenant_id as id from control.deletions d
       where state = 'removed' and tenant_id = any($1::uuid[])
         and not exists (select 1 from control.tenants t where t.id = d.tenant_id)`,
      [tenantIds],
    );
    return rows.map(({ id }) => id);
  });

/** Where the tenant's rows stand and how many there are; null when its placement is gone already. */
export async function lastStanding(
  servers: Servers,
  tenantId: string,
): Promise<{ place: MovePlace; rows: number } | null> {
  const placed = await onControl(servers, (control) =>
    control.query('select 1 from control.placements where tenant_id = $1', [tenantId]),
  );
  if (!placed.rowCount) return null;
  const standing = await standingOf(servers, tenantId);
  const { shardId, connection, tier, databaseName, schemaName, roleName } = standing;
  const place = { shardId, connection, tier, databaseName, schemaName, roleName };
  return { place, rows: await countRows(servers, standing) };
}

const countRows = (servers: Servers, standing: Standing) =>
  onServer(urlOfPlane(servers, standing), (client) =>
    atOneMoment(client, async () => {
      const tables = await planeTables(client, standing.schemaName);
      const digests = Object.values(await digestsOf(client, standing, tables));
      return digests.reduce((sum, { rows }) => sum + rows, 0);
    }),
  );

/** Removes copies that finished moves left at their old places; none is left when its placement is gone. */
export async function clearOldCopies(servers: Servers, tenantId: string): Promise<void> {
  const kept = await onControl(servers, (control) =>
    control.query<{ id: string; source: MovePlace }>(
      `select m.id, m.source from control.moves m
       join control.placements p on p.tenant_id = m.tenant_id
       where m.tenant_id = $1 and m.state = 'done' and m.released_at is null and m.source is not null`,
      [tenantId],
    ),
  );
  for (const { id, source } of kept.rows) {
    await clearAway(servers, tenantId, source);
    await onControl(servers, (control) =>
      control.query('update control.moves set released_at = now() where id = $1', [id]),
    );
  }
}
