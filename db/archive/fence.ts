import type pg from 'pg';
import { type Standing, urlOfPlane } from '../copy/plane';
import { onControl } from '../homes/prepare';
import { onServer, type Servers } from '../homes/servers';

/** How long to wait for writers that are still under way, milliseconds. */
const drainMs = 10_000;

/** Marks in the change log who wrote. */
export interface Author {
  requestId: string;
  actorId: string | null;
}

/**
 * Runs `work` in one transaction while nobody else reads or writes the tenant; those who try wait.
 * The epoch rises with it, so that whoever entered before must ask again. A failure changes nothing;
 * one is that somebody keeps a transaction open for ten seconds.
 */
export async function underFence<T>(
  servers: Servers,
  { client, standing, author }: { client: pg.Client; standing: Standing; author: Author },
  work: () => Promise<T>,
): Promise<T> {
  const { tenantId } = standing;
  await openFence(servers, standing);
  await raise(servers, client, standing);
  try {
    await client.query(`begin; set local lock_timeout = ${drainMs}`);
    await client.query(
      `select pg_advisory_xact_lock(hashtextextended($1, 0)),
         set_config('app.request', $2, true), set_config('app.actor', $3, true)`,
      [tenantId, author.requestId, author.actorId ?? ''],
    );
    await client.query('set local lock_timeout = 0');
    const result = await work();
    await client.query(
      `update app.placements set state = 'active', epoch = epoch + 1 where tenant_id = $1`,
      [tenantId],
    );
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await lower(servers, standing);
  }
}

/**
 * Takes down a fence that a restore left when its process died, and tells the control plane which
 * epoch the shard has. Only while no other operation holds the tenant.
 */
export async function openFence(servers: Servers, standing: Standing): Promise<void> {
  await refuseWhileMoving(servers, standing.tenantId);
  await lower(servers, standing);
}

async function lower(servers: Servers, standing: Standing): Promise<void> {
  const { tenantId } = standing;
  const epoch = await onServer(urlOfPlane(servers, standing), async (client) => {
    await client.query(
      `update app.placements set state = 'active' where tenant_id = $1 and state = 'fenced'`,
      [tenantId],
    );
    const { rows } = await client.query<{ epoch: string }>(
      `select epoch from app.placements where tenant_id = $1 and state = 'active'`,
      [tenantId],
    );
    return rows[0]?.epoch;
  });
  if (epoch === undefined) throw new Error(`Tenant ${tenantId} is not active where it stands.`);
  await onControl(servers, (control) =>
    control.query(
      `update control.placements set state = 'active', epoch = $2
       where tenant_id = $1 and state in ('active', 'fenced') and (state, epoch) <> ('active', $2)`,
      [tenantId, epoch],
    ),
  );
}

/** A move has fences of its own, and would not know of ours. */
async function refuseWhileMoving(servers: Servers, tenantId: string) {
  const { rowCount } = await onControl(servers, (control) =>
    control.query('select 1 from control.moves where tenant_id = $1 and finished_at is null', [
      tenantId,
    ]),
  );
  if (rowCount) throw new Error(`Tenant ${tenantId} is being moved.`);
}

async function raise(servers: Servers, client: pg.Client, standing: Standing) {
  const { tenantId, schemaName, roleName } = standing;
  const raised = `set state = 'fenced' where tenant_id = $1 and state = 'active'`;
  const raisedAbove = await onControl(servers, (control) =>
    control.query(
      `update control.placements ${raised} and epoch = $2 and not exists (
         select 1 from control.moves m where m.tenant_id = $1 and m.finished_at is null)`,
      [tenantId, standing.epoch],
    ),
  );
  if (raisedAbove.rowCount !== 1) {
    throw new Error(`Tenant ${tenantId} has moved, or is about to, since its rows were looked at.`);
  }
  const { rowCount } = await client.query(
    `update app.placements ${raised} and schema_name = $2 and role_name = $3`,
    [tenantId, schemaName, roleName],
  );
  if (rowCount !== 1) throw new Error(`Tenant ${tenantId} is not active where it stands.`);
}
