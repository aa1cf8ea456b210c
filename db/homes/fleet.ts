import type pg from 'pg';
import { migrateShard } from '../migrate';
import { type Home, homeColumns } from './home';
import { onControl } from './prepare';
import { asOwner, onServer, operatorUrl, type Servers } from './servers';
import { shapeDatabase, shapeHome, shapeOf } from './shape-home';

const parallel = 4;
const lockTimeoutMs = 2_000;

/** One of this many must take the new shape before the rest of the fleet follows. */
const canaries = 3;

/** A failed one is left alone this long. */
const retryAfter = '5 minutes';

/** One at a time walks over the fleet. */
const fleetLock = 727006;

export interface FleetOptions {
  /** Leaves those alone that failed lately; otherwise they are tried again. */
  onlyDue?: boolean;
}

export interface FleetReport {
  /** Homes brought to the present shape by this call. */
  done: number;
  /** Homes still in an older shape, each with the server's words. */
  behind: { home: Home; fault: string }[];
  /** Homes not tried, since none of those before them took the shape. */
  held: number;
}

/**
 * Brings every home that is behind to the present shape, a few at a time, empty ones first. One that
 * fails keeps its shape, says why and is tried again later; the others do not wait for it. Homes on
 * a server that does not answer are passed over.
 */
export const migrateHomes = (servers: Servers, options: FleetOptions = {}): Promise<FleetReport> =>
  alone<FleetReport>(servers, { done: 0, behind: [], held: 0 }, async (report) => {
    const waiting = await homesBehind(servers, options);
    const next = async (): Promise<void> => {
      const home = waiting.shift();
      if (!home) return;
      const fault = await migrateHome(servers, home).catch((error: Error) => error.message);
      await note(servers, 'homes', { id: home.id, fault });
      if (fault === undefined) report.done += 1;
      else report.behind.push({ home, fault });
    };
    for (let tries = 0; tries < canaries && report.done === 0; tries++) await next();
    if (report.done === 0) report.held = waiting.length;
    else await Promise.all(Array.from({ length: parallel }, () => untilEmpty(waiting, next)));
  });

export interface SharedReport {
  done: number;
  /** Shards whose shared tables are still in an older shape. */
  behind: { shard: string; fault: string }[];
}

interface SharedTables {
  id: string;
  name: string;
  connection: string;
}

/**
 * The same for the shared tables of every shard but the first, whose are migrated together with the
 * control plane: one after another, emptiest first, and no further than the first that fails.
 */
export const migrateSharedTables = (
  servers: Servers,
  options: FleetOptions = {},
): Promise<SharedReport> =>
  alone<SharedReport>(servers, { done: 0, behind: [] }, async (report) => {
    await notePrimary(servers);
    for (const { id, name, connection } of await sharedBehind(servers, options)) {
      const url = operatorUrl(servers, connection);
      const fault = await migrateShard({ url, folder: servers.folder, lockTimeoutMs }).then(
        () => undefined,
        (error: Error) => error.message,
      );
      await note(servers, 'shards', { id, fault });
      if (fault === undefined) report.done += 1;
      else return void report.behind.push({ shard: name, fault });
    }
  });

async function untilEmpty(waiting: unknown[], next: () => Promise<void>) {
  while (waiting.length > 0) await next();
}

async function alone<R>(servers: Servers, report: R, work: (report: R) => Promise<void>) {
  await onControl(servers, async (control) => {
    const { rows } = await control.query<{ mine: boolean }>(
      'select pg_try_advisory_lock($1) as mine',
      [fleetLock],
    );
    if (rows[0]?.mine) await work(report);
  });
  return report;
}

const behindOf = (row: string, onlyDue: boolean | undefined) =>
  `${row}.shape is distinct from $1 and l.down_since is null${
    onlyDue ? ` and (${row}.next_try_at is null or ${row}.next_try_at <= now())` : ''
  }`;

const homesBehind = (servers: Servers, { onlyDue }: FleetOptions) =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<Home>(
      `select ${homeColumns} from control.homes h join control.shards s on s.id = h.shard_id
       left join control.shard_loads l on l.shard_id = s.id
       where h.state <> 'preparing' and ${behindOf('h', onlyDue)}
       order by (h.state = 'ready') desc, h.created_at`,
      [shapeOf(servers.folder)],
    );
    return rows.filter(({ connection }) => connection in servers.urls);
  });

const sharedBehind = (servers: Servers, { onlyDue }: FleetOptions) =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<SharedTables>(
      `select s.id, s.name, s.connection from control.shards s
       left join control.shard_loads l on l.shard_id = s.id
       where s.connection <> 'primary' and ${behindOf('s', onlyDue)}
       order by coalesce(l.pooled, 0), s.created_at`,
      [shapeOf(servers.folder)],
    );
    return rows.filter(({ connection }) => connection in servers.urls);
  });

async function migrateHome(servers: Servers, home: Home): Promise<undefined> {
  const url = operatorUrl(servers, home.connection, home.databaseName);
  await onServer(url, (client) => asOwner(client, () => shape(client, servers, home)));
}

async function shape(client: pg.Client, { folder }: Servers, home: Home) {
  await client.query(`set local lock_timeout = ${lockTimeoutMs}`);
  if (home.tier === 'database') await shapeDatabase(client);
  await shapeHome(client, { folder, schema: home.schemaName, role: home.roleName });
}

/** What the fleet is measured by: see lib/platform/fleet. */
const notePrimary = (servers: Servers) =>
  onControl(servers, (control) =>
    control.query(`update control.shards set shape = $1 where connection = 'primary'`, [
      shapeOf(servers.folder),
    ]),
  );

async function note(
  servers: Servers,
  table: 'homes' | 'shards',
  { id, fault }: { id: string; fault: string | undefined },
) {
  await onControl(servers, (control) =>
    control.query(
      `update control.${table} set shape = case when $3::text is null then $2 else shape end,
         fault = $3, next_try_at = case when $3::text is null then null
           else now() + interval '${retryAfter}' end
       where id = $1`,
      [id, shapeOf(servers.folder), fault ?? null],
    ),
  );
}
