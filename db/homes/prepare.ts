import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { rolePassword } from '../client';
import { type Home, type HomeTier, homeName, ownSchema } from './home';
import { providerOf } from './postgres-provider';
import { asOwner, buildAnswerMs, databaseOf, onServer, operatorUrl, type Servers } from './servers';
import { shapeHome, shapeOf } from './shape-home';
import { ensureHomeTemplate } from './template';

export interface Shard {
  id: string;
  connection: string;
}

export interface NewHome {
  tier: HomeTier;
  state?: 'ready' | 'taken';
  /** For who must find it again after a crash. */
  id?: string;
}

/**
 * Builds an empty home with a login role that has rights on nothing else, ready for a new tenant, or
 * taken from the start.
 * What a failure leaves is taken down again; it throws the server's error.
 */
export async function prepareHome(
  servers: Servers,
  shard: Shard,
  { tier, state = 'ready', id = uuidv7() }: NewHome,
): Promise<Home> {
  const home = await register(servers, shard, { tier, id });
  try {
    await createRole(servers, home);
    if (tier === 'schema') await buildSchema(servers, home);
    else await buildDatabase(servers, home);
    await onControl(servers, (control) =>
      control.query(
        `update control.homes set state = $3, shape = $2, changed_at = now() where id = $1`,
        [home.id, shapeOf(servers.folder), state],
      ),
    );
  } catch (error) {
    await dismantleHome(servers, home);
    throw error;
  }
  return home;
}

/** Takes a home down with everything in it. Safe to repeat. Throws when a tenant lives there. */
export async function dismantleHome(servers: Servers, home: Home): Promise<void> {
  await shutOut(servers, home);
  const { connection, databaseName, schemaName, roleName, tier, id } = home;
  const provider = providerOf(servers, connection);
  if (tier === 'database') await provider.dropDatabase(connection, databaseName);
  else {
    await onShard(servers, { connection }, (server) =>
      asOwner(server, async () => {
        await server.query(`drop schema if exists "${schemaName}" cascade`);
        await server.query('delete from app.placements where role_name = $1', [roleName]);
        await server.query(`delete from app.migrations where plane = any($1)`, [
          [`tenant:${schemaName}`, `guards:${schemaName}`],
        ]);
      }),
    );
  }
  await provider.dropLogin(connection, roleName);
  await onControl(servers, (control) =>
    control.query('delete from control.homes where id = $1', [id]),
  );
}

// From here on it is nobody's to take; who lives there, or moves there, is asked in the same breath.
async function shutOut(servers: Servers, { id, roleName }: Home) {
  const lived = 'select 1 from control.placements p where p.role_name = $1';
  const { rowCount } = await onControl(servers, async (control) => {
    await control.query(
      `update control.homes set state = 'preparing' where id = $2 and not exists (${lived})`,
      [roleName, id],
    );
    return await control.query(lived, [roleName]);
  });
  if (rowCount) throw new Error(`The home ${roleName} is lived in.`);
}

/** The operator on the control database. */
export const onControl = <T>(servers: Servers, work: (client: pg.Client) => Promise<T>) =>
  onServer(operatorUrl(servers, 'primary'), work);

const onShard = <T>(
  servers: Servers,
  { connection, databaseName }: { connection: string; databaseName?: string },
  work: (client: pg.Client) => Promise<T>,
) => onServer(operatorUrl(servers, connection, databaseName), work, { answerMs: buildAnswerMs });

// Noted before anything is built, so that a home whose builder died can be found and taken down.
async function register(
  servers: Servers,
  shard: Shard,
  { tier, id }: { tier: HomeTier; id: string },
): Promise<Home> {
  const name = homeName(id);
  const place =
    tier === 'database'
      ? { databaseName: name, schemaName: ownSchema }
      : { databaseName: databaseOf(servers, shard.connection), schemaName: name };
  const home = { id, shardId: shard.id, connection: shard.connection, tier, ...place };
  await onControl(servers, (control) =>
    control.query(
      `insert into control.homes (id, shard_id, tier, database_name, schema_name, role_name)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, shard.id, tier, place.databaseName, place.schemaName, name],
    ),
  );
  return { ...home, roleName: name };
}

async function createRole(servers: Servers, { connection, roleName, tier }: Home) {
  await providerOf(servers, connection).createLogin(connection, {
    role: roleName,
    password: rolePassword(servers.roleSecret, roleName),
    groups: tier === 'schema' ? ['rowhouse_home', 'rowhouse_lodger'] : ['rowhouse_home'],
  });
}

async function buildSchema(servers: Servers, home: Home) {
  await onShard(servers, { connection: home.connection }, (client) =>
    asOwner(client, async () => {
      await client.query(`create schema "${home.schemaName}"`);
      await furnish(client, servers, home);
    }),
  );
}

async function buildDatabase(servers: Servers, home: Home) {
  const { connection, databaseName, roleName } = home;
  const template = await ensureHomeTemplate(servers, connection);
  await providerOf(servers, connection).createDatabase(connection, databaseName, template);
  await onShard(servers, { connection }, async (server) => {
    await server.query(`revoke all on database "${databaseName}" from public`);
    await server.query(`grant connect on database "${databaseName}" to "${roleName}"`);
    await server.query(`grant create on database "${databaseName}" to rowhouse_owner`);
  });
  await onShard(servers, { connection, databaseName }, (client) =>
    asOwner(client, async () => await furnish(client, servers, home)),
  );
}

/** Tables under guard for the home's role, and the place of the tenant that will open here. */
async function furnish(client: pg.Client, { folder }: Servers, home: Home) {
  const { schemaName: schema, roleName: role, id } = home;
  await client.query(`grant usage on schema "${schema}" to "${role}"`);
  await shapeHome(client, { folder, schema, role });
  await client.query(
    'insert into app.placements (tenant_id, schema_name, role_name) values ($1, $2, $3)',
    [id, schema, role],
  );
}
