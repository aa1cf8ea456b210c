import type pg from 'pg';
import { lockInTime } from '../patience';
import { ownSchema } from './home';
import { providerOf } from './postgres-provider';
import { asOwner, buildAnswerMs, onServer, operatorUrl, type Servers } from './servers';
import { furnishPlane, shapeDatabase, shapeOf } from './shape-home';

/** One at a time makes a template on a server. */
const templateLock = 727004;
const turnMs = 60_000;

/**
 * The database that own-database homes are cloned from, made once per server and shape. Answers its
 * name. Nobody but its maker ever connects to it: a clone needs it idle.
 */
export async function ensureHomeTemplate(servers: Servers, connection: string): Promise<string> {
  const shape = shapeOf(servers.folder);
  const name = `rowhouse_home_${shape}`;
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
