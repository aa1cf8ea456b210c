import { planeTables, standingOf, urlOfPlane } from '../copy/plane';
import { deleteRows } from '../copy/rows';
import { type Home, homeColumns } from '../homes/home';
import { dismantleHome, onControl, prepareHome } from '../homes/prepare';
import { databaseOf, onServer, operatorUrl, type Servers } from '../homes/servers';
import { pooledRole } from '../policies';
import type { MovePlace } from '../schema/control';
import { addressIn, type Move, type Route, sharesDatabase } from './move';

/**
 * The place a move goes to: the shared tables of a shard, or a home from its stock, made when none
 * stands ready. Taken homes stay bound to the move by its row.
 */
export async function prepareTarget(servers: Servers, move: Move): Promise<MovePlace> {
  const shard = await shardOf(servers, move.targetShardId);
  if (move.targetTier === 'pooled') {
    return {
      shardId: shard.id,
      connection: shard.connection,
      tier: 'pooled',
      databaseName: databaseOf(servers, shard.connection),
      schemaName: 'pooled',
      roleName: pooledRole,
    };
  }
  const home =
    (await takeReady(servers, move)) ??
    (await prepareHome(servers, shard, { tier: move.targetTier, state: 'taken' }));
  const { shardId, connection, tier, databaseName, schemaName, roleName } = home;
  return { shardId, connection, tier, databaseName, schemaName, roleName };
}

async function shardOf(servers: Servers, shardId: string) {
  const [shard] = await onControl(
    servers,
    async (control) =>
      (
        await control.query<{ id: string; connection: string }>(
          'select id, connection from control.shards where id = $1',
          [shardId],
        )
      ).rows,
  );
  if (!shard) throw new Error(`There is no shard ${shardId}.`);
  return shard;
}

const takeReady = (servers: Servers, { targetTier, targetShardId }: Move) =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<Home>(
      `update control.homes h set state = 'taken', changed_at = now() from control.shards s
       where s.id = h.shard_id and h.id = (
         select x.id from control.homes x where x.state = 'ready' and x.tier = $1 and x.shard_id = $2
           and not exists (select 1 from control.placements p where p.role_name = x.role_name)
         order by x.created_at limit 1 for update skip locked)
       returning ${homeColumns}`,
      [targetTier, targetShardId],
    );
    return rows[0] ?? null;
  });

/** Names the place for the tenant in its own database, shut until the move is decided. */
export async function reserveTarget(servers: Servers, route: Route): Promise<void> {
  const { source, target, tenantId, epoch } = route;
  // An older copy that was kept in the same place is about to be overwritten.
  await onControl(servers, (control) =>
    control.query(
      `update control.moves set released_at = now() where tenant_id = $1 and id <> $2
         and released_at is null
         and (state = 'done' and source = $3 or state = 'abandoned' and target = $3)`,
      [tenantId, route.id, JSON.stringify(target)],
    ),
  );
  await onServer(operatorUrl(servers, target.connection, target.databaseName), async (client) => {
    await client.query('delete from app.placements where role_name = $1 and tenant_id <> $2', [
      target.tier === 'pooled' ? '' : target.roleName,
      tenantId,
    ]);
    // Where both ends share a table of placements, the tenant's one line keeps naming the source.
    if (sharesDatabase({ source, target })) return;
    await client.query(
      `insert into app.placements (tenant_id, schema_name, role_name, state, epoch)
       values ($1, $2, $3, 'fenced', $4)
       on conflict (tenant_id) do update set schema_name = excluded.schema_name,
         role_name = excluded.role_name, state = 'fenced', epoch = excluded.epoch`,
      [tenantId, target.schemaName, target.roleName, epoch + 1],
    );
  });
}

/**
 * Removes a tenant's rows from a place it does not live in, and the place if it was for it alone.
 * Safe to repeat. Throws when the tenant lives there.
 */
export async function clearAway(
  servers: Servers,
  tenantId: string,
  place: MovePlace,
): Promise<void> {
  const { connection, databaseName, schemaName } = await standingOf(servers, tenantId);
  const shared = connection === place.connection && databaseName === place.databaseName;
  if (shared && schemaName === place.schemaName) {
    throw new Error('The tenant lives in the place that was to be cleared.');
  }
  const home = await homeAt(servers, place);
  if (home) return await dismantleHome(servers, home);
  if (place.tier !== 'pooled') return;
  await onServer(urlOfPlane(servers, addressIn(place, tenantId)), async (client) => {
    const tables = await planeTables(client, place.schemaName);
    await deleteRows(client, { ...place, tenantId }, tables);
    if (shared) return;
    await client.query('delete from app.placements where tenant_id = $1', [tenantId]);
  });
}

const homeAt = (servers: Servers, { roleName }: MovePlace) =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<Home>(
      `select ${homeColumns} from control.homes h join control.shards s on s.id = h.shard_id
       where h.role_name = $1`,
      [roleName],
    );
    return rows[0];
  });
