import type pg from 'pg';
import { lockInTime } from '../patience';
import { ownSchema } from './home';
import { providerOf } from './postgres-provider';
import { asOwner, buildAnswerMs, onServer, operatorUrl, type Servers } from './servers';
import { furnishPlane, shapeDatabase, shapeOf } from './shape-home';

/** One at a time makes a template on a server. */
const templateLock = 727004;
const turnMs = 60_000;
const templatePrefix = 'rowhouse_home_';

/**
 * The database that own-database homes are cloned from, made once per server and shape. Answers its
 * name. Nobody but its maker ever connects to it: a clone needs it idle.
 */
export async function ensureHomeTemplate(servers: Servers, connection: string): Promise<string> {
  const shape = shapeOf(servers.folder);
  const name = `${templatePrefix}${shape}`;
  await onServer(operatorUrl(servers, connection), async (server) => {
    await lockInTime(server, { key: templateLock, doing: 'makes a template', waitMs: turnMs });
    if (await exists(server, name)) return;
    const draft = `${name}_draft`;
    const provider = providerOf(servers, connection);
    await provider.dropDatabase(connection, draft);
    await provider.createDatabase(connection, draft);
    await onServer(operatorUrl(servers, connection, draft), (client) => fill(client, servers), {
      answerMs: buildAnswerMs,
    });
    await provider.renameDatabase(connection, draft, name);
  });
  return name;
}

/**
 * Removes the templates of older shapes from a server, unless a home is being built there. Answers how
 * many. Whoever runs an older release makes its own again.
 */
export async function dropOldTemplates(servers: Servers, connection: string): Promise<number> {
  if (await isBuilding(servers, connection)) return 0;
  const present = `${templatePrefix}${shapeOf(servers.folder)}`;
  const find = async (server: pg.Client) => {
    const { rows } = await server.query<{ name: string }>(
      `select datname as name from pg_database
       where starts_with(datname, $1) and datname <> all ($2)`,
      [templatePrefix, [present, `${present}_draft`]],
    );
    return rows.map(({ name }) => name);
  };
  const old = await onServer(operatorUrl(servers, connection), find, { answerMs: buildAnswerMs });
  for (const name of old) await providerOf(servers, connection).dropDatabase(connection, name);
  return old.length;
}

const isBuilding = (servers: Servers, connection: string) =>
  onServer(operatorUrl(servers, 'primary'), async (control) => {
    const { rowCount } = await control.query(
      `select 1 from control.homes h join control.shards s on s.id = h.shard_id
       where s.connection = $1 and h.tier = 'database' and h.state = 'preparing'`,
      [connection],
    );
    return rowCount !== 0;
  });

async function exists(server: pg.Client, name: string): Promise<boolean> {
  const found = await server.query('select 1 from pg_database where datname = $1', [name]);
  return found.rowCount === 1;
}

async function fill(client: pg.Client, { folder }: Servers) {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  const database = rows[0]?.name;
  await client.query(`
    revoke all on database "${database}" from public;
    grant create on database "${database}" to rowhouse_owner;
    revoke all on schema public from public;
    create schema ext authorization rowhouse_owner;
    create schema app authorization rowhouse_owner;
    create schema ${ownSchema} authorization rowhouse_owner;
    create extension pg_trgm schema ext;
  `);
  await asOwner(client, async () => {
    await client.query('grant usage on schema ext, app to rowhouse_home');
    await shapeDatabase(client);
    await furnishPlane(client, { folder, schema: ownSchema });
  });
}
