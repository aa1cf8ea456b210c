import type pg from 'pg';
import { planeTables, urlOfPlane } from '../copy/plane';
import { deleteRows } from '../copy/rows';
import { type Home, homeColumns } from '../homes/home';
import { dismantleHome, onControl } from '../homes/prepare';
import { onServer, type Servers } from '../homes/servers';
import type { MovePlace, RemovedCounts } from '../schema/control';
import { quarantineDays } from '../sql/hosts';
import { sealRest } from '../usage/seal';

/**
 * Removes a tenant's rows from where it lived: its part of the shared tables, or its home with login
 * and all. Writers under way are waited for; later ones find no place. Safe to repeat.
 */
export async function removePlane(
  servers: Servers,
  tenantId: string,
  place: MovePlace,
): Promise<void> {
  if (place.tier !== 'pooled') return await removeHome(servers, tenantId, place);
  await onServer(urlOfPlane(servers, { ...place, tenantId }), async (client) => {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [tenantId]);
    await client.query('delete from app.placements where tenant_id = $1', [tenantId]);
    await client.query('commit');
    const { schemaName } = place;
    await deleteRows(client, { schemaName, tenantId }, await planeTables(client, schemaName));
  });
}

async function removeHome(servers: Servers, tenantId: string, { roleName }: MovePlace) {
  const home = await onControl(servers, async (control) => {
    await control.query('delete from control.placements where tenant_id = $1 and role_name = $2', [
      tenantId,
      roleName,
    ]);
    const { rows } = await control.query<Home>(
      `select ${homeColumns} from control.homes h join control.shards s on s.id = h.shard_id
       where h.role_name = $1`,
      [roleName],
    );
    return rows[0];
  });
  if (home) await dismantleHome(servers, home);
}

/** Destroys the keys of a tenant's archives: from here on no copy of them opens, wherever it lies. */
export async function shredArchives(servers: Servers, tenantId: string): Promise<void> {
  await onControl(servers, (control) =>
    control.query('delete from control.archive_keys where tenant_id = $1', [tenantId]),
  );
}

/** What the control plane keeps: that there was such a tenant, what staff did to it, what it used. */
const kept = ['deletions', 'platform_audit', 'usage_hours'];

interface Forgotten {
  tenantId: string;
  /** The operation that does it; its row stays, for the queue. */
  operationId: string;
  counts: Pick<RemovedCounts, 'rows' | 'files'>;
}

/**
 * Takes a tenant out of the control plane in one transaction: memberships, sessions, looks, hosts and
 * the tenant itself, and accounts that belonged to no other. Its address is free afterwards.
 */
export async function forgetTenant(
  servers: Servers,
  { tenantId, operationId, counts }: Forgotten,
): Promise<RemovedCounts> {
  return await onControl(servers, async (control) => {
    await control.query('begin');
    try {
      const accounts = await forget(control, tenantId, operationId);
      const removed = { ...counts, accounts };
      await control.query(
        `update control.deletions set state = 'removed', ended_at = now(), removed = $2
         where tenant_id = $1 and state = 'removing'`,
        [tenantId, JSON.stringify(removed)],
      );
      await control.query('commit');
      return removed;
    } catch (error) {
      await control.query('rollback').catch(() => undefined);
      throw error;
    }
  });
}

async function forget(control: pg.Client, tenantId: string, operationId: string): Promise<number> {
  const of = [tenantId];
  // While its row is there, the directory can still be told which address is concerned.
  const closed = await control.query<{ poolId: string }>(
    `update control.tenants set status = 'closed' where id = $1 returning pool_id as "poolId"`,
    of,
  );
  await sealRest(control, tenantId);
  // In one order: two tenants that share with each other may go at once.
  await control.query(
    `select 1 from control.grants where tenant_id = $1 or grantee_id = $1
     order by tenant_id, id for update`,
    of,
  );
  const people = await control.query<{ id: string }>(
    'select user_id as id from control.memberships where tenant_id = $1',
    of,
  );
  const former = await control.query<{ id: string }>(
    'select distinct former_pool_id as id from control.pool_joins where tenant_id = $1',
    of,
  );
  // Names that were served stay closed for a while, to whoever proves them next.
  await control.query(
    `update control.hosts set tenant_id = null, serves = false, proven_at = null,
       next_check_at = null, free_at = case when serves
         then clock_timestamp() + make_interval(days => $2) else free_at end
     where tenant_id = $1 and (serves or free_at > clock_timestamp())`,
    [tenantId, quarantineDays],
  );
  // Before all other tables: what tells the hoster of it stands in one of them.
  await control.query('delete from control.hosts where tenant_id = $1', of);
  await control.query('update control.hosts set former_id = null where former_id = $1', of);
  await control.query(
    `delete from control.stripe_events where customer in (
       select customer from control.stripe_customers where tenant_id = $1)`,
    of,
  );
  for (const name of await tablesOfTenants(control)) {
    const except = name === 'operations' ? ' and id <> $2' : '';
    await control.query(
      `delete from control."${name}" where tenant_id = $1${except}`,
      except ? [tenantId, operationId] : of,
    );
  }
  await control.query('delete from control.tenants where id = $1', of);
  const poolId = closed.rows[0]?.poolId;
  const ids = people.rows.map(({ id }) => id);
  let accounts = poolId ? await leavePool(control, poolId, ids) : 0;
  for (const { id } of former.rows) accounts += await leavePool(control, id, ids);
  return accounts;
}

/** Children before parents; the log last, since deleting the others writes to it. */
async function tablesOfTenants(control: pg.Client): Promise<string[]> {
  const names = (await planeTables(control, 'control'))
    .filter(({ name, columns }) => columns.includes('tenant_id') && !kept.includes(name))
    .map(({ name }) => name)
    .reverse();
  return [...names.filter((name) => name !== 'change_log'), 'change_log'];
}

/** Accounts nobody else knows go; so does a directory of users that was the tenant's own. */
async function leavePool(control: pg.Client, poolId: string, ids: string[]): Promise<number> {
  const gone = await control.query(
    `delete from control.users u using control.pools p
     where p.id = $1 and u.pool_id = p.id
       and (u.id = any($2::uuid[]) or p.kind = 'private' and not exists (
         select 1 from control.tenants t where t.pool_id = p.id))
       and not exists (select 1 from control.memberships m where m.user_id = u.id)
       and not exists (select 1 from control.api_tokens a where a.user_id = u.id)
       and not exists (select 1 from control.provider_links l where l.user_id = u.id)`,
    [poolId, ids],
  );
  await control.query(
    `delete from control.pools p where id = $1 and kind = 'private'
       and not exists (select 1 from control.tenants t where t.pool_id = p.id)
       and not exists (select 1 from control.users u where u.pool_id = p.id)`,
    [poolId],
  );
  return gone.rowCount ?? 0;
}
