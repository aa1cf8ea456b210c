import { type Home, homeColumns } from './home';
import { onControl } from './prepare';
import { asOwner, onServer, operatorUrl, type Servers } from './servers';
import { shapeDatabase, shapeHome, shapeOf } from './shape-home';

const parallel = 4;
const lockTimeoutMs = 2_000;

export interface FleetReport {
  /** Homes brought to the present shape by this call. */
  done: number;
  /** Homes still in an older shape, each with the server's words. */
  behind: { home: Home; fault: string }[];
}

/**
 * Brings every home that is behind to the present shape, a few at a time. One that fails keeps its
 * shape, says why and is tried again by the next call; the others do not wait for it.
 */
export async function migrateHomes(servers: Servers): Promise<FleetReport> {
  const shape = shapeOf(servers.folder);
  const waiting = await homesBehind(servers, shape);
  const report: FleetReport = { done: 0, behind: [] };
  const next = async (): Promise<void> => {
    const home = waiting.shift();
    if (!home) return;
    const fault = await migrateHome(servers, home).catch((error: Error) => error.message);
    await note(servers, home, { shape, fault });
    if (fault === undefined) report.done += 1;
    else report.behind.push({ home, fault });
    await next();
  };
  await Promise.all(Array.from({ length: parallel }, next));
  return report;
}

const homesBehind = (servers: Servers, shape: string) =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<Home>(
      `select ${homeColumns} from control.homes h join control.shards s on s.id = h.shard_id
       where h.state <> 'preparing' and h.shape is distinct from $1 order by h.created_at`,
      [shape],
    );
    return rows;
  });

async function migrateHome(servers: Servers, home: Home): Promise<undefined> {
  const url = operatorUrl(servers, home.connection, home.databaseName);
  await onServer(url, (client) =>
    asOwner(client, async () => {
      await client.query(`set local lock_timeout = ${lockTimeoutMs}`);
      if (home.tier === 'database') await shapeDatabase(client);
      const { schemaName: schema, roleName: role } = home;
      await shapeHome(client, { folder: servers.folder, schema, role });
    }),
  );
}

async function note(
  servers: Servers,
  { id }: Home,
  { shape, fault }: { shape: string; fault: string | undefined },
) {
  await onControl(servers, (control) =>
    control.query(
      `update control.homes set shape = case when $3::text is null then $2 else shape end,
         fault = $3, changed_at = now() where id = $1`,
      [id, shape, fault ?? null],
    ),
  );
}
