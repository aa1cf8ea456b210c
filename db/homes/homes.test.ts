import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionUrl } from '../bootstrap';
import { rolePassword } from '../client';
import { takeHome } from '../directory';
import { collections } from '../schema/tenant';
import { mintTenantScope } from '../scope';
import { withTenant } from '../tenant';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { migrateHomes } from './fleet';
import type { Home } from './home';
import { providerOf } from './postgres-provider';
import { dismantleHome, prepareHome } from './prepare';
import type { NewLogin, ShardProvider } from './provider';
import { keepStock } from './stock';
import { dropOldTemplates } from './template';

let database: TestDatabase;
let shard: { id: string; connection: string };
const homes: Record<string, Home> = {};

beforeAll(async () => {
  database = await createTestDatabase();
  const [row] = await database.query<{ id: string }>('select id from control.shards');
  shard = { id: row?.id ?? '', connection: 'primary' };
  for (const tier of ['schema', 'database'] as const) homes[tier] = await settle(tier);
});
afterAll(() => database.drop());

/** A home with a tenant in it. */
async function settle(tier: Home['tier']): Promise<Home> {
  await database.addHome(tier);
  const home = await takeHome(tier);
  if (!home) throw new Error('No home stands ready.');
  await database.query(
    `with pool as (insert into control.pools (id, name, kind) values (app.uuid7(), 'p', 'private') returning id),
     tenant as (insert into control.tenants (id, pool_id, slug, name) select $1, id, $2, $2 from pool returning id)
     insert into control.placements (tenant_id, shard_id, tier, database_name, schema_name, role_name)
     values ($1, $3, $4, $5, $6, $7)`,
    [home.id, home.roleName, home.shardId, tier, home.databaseName, home.schemaName, home.roleName],
  );
  return home;
}

const scopeOf = (tenantId: string) =>
  mintTenantScope({ tenantId, actorId: null, requestId: randomUUID() });

async function asRole<T>(
  home: Home,
  databaseName: string,
  work: (client: pg.Client) => Promise<T>,
) {
  const password = rolePassword(database.servers.roleSecret, home.roleName);
  const connectionString = connectionUrl(database.adminUrl, databaseName, [
    home.roleName,
    password,
  ]);
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe.each(['schema', 'database'] as const)('a tenant with a %s of its own', (tier) => {
  const homeOf = () => homes[tier] as Home;

  it('is reached by the kernel like any other', async () => {
    const { id } = homeOf();
    await withTenant(scopeOf(id), (db) => db.insert(collections).values({ name: 'Choir' }));
    const seen = await withTenant(scopeOf(id), (db) => db.select().from(collections));
    expect(seen.map(({ name }) => name)).toEqual(['Choir']);
    const rows = await database.queryPlane(homeOf(), 'select table_name from change_log');
    expect(rows).toEqual([{ table_name: 'collections' }]);
  });

  it('has a role that may do nothing else, even with SQL of its own', async () => {
    const home = homeOf();
    const other = homes[tier === 'schema' ? 'database' : 'schema'] as Home;
    const refused = ['42501', '42P01', '3F000'];
    const tried = await asRole(home, home.databaseName, async (client) => {
      const codes: unknown[] = [];
      for (const text of [
        'select * from pooled.collections',
        'select * from control.tenants',
        `select * from "${other.schemaName}x".collections`,
        `set role rowhouse_app`,
        `set role rowhouse_owner`,
        `set role "${other.roleName}"`,
        'create table mine (id int)',
        'create temporary table mine (id int)',
        `truncate "${home.schemaName}".collections`,
      ]) {
        codes.push(
          await client.query(text).then(
            () => text,
            (error) => error.code,
          ),
        );
      }
      return codes;
    });
    expect(tried.filter((code) => !refused.includes(String(code)))).toEqual([]);
  });

  it('sees no other placement and no rows without its tenant', async () => {
    const home = homeOf();
    await asRole(home, home.databaseName, async (client) => {
      const { rows } = await client.query('select tenant_id from app.placements');
      expect(rows).toEqual([{ tenant_id: home.id }]);
      const bare = client.query(`select * from "${home.schemaName}".collections`);
      await expect(bare).rejects.toMatchObject({ code: '42501' });
    });
  });

  it('has a role of which the product’s own boot check would not complain', async () => {
    const home = homeOf();
    const [facts] = await database.query(
      `select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as strong,
        pg_has_role(oid, 'rowhouse_app', 'member') as app from pg_roles where rolname = $1`,
      [home.roleName],
    );
    expect(facts).toEqual({ strong: false, app: false });
  });
});

describe('walls between homes', () => {
  it('keep the role of a schema out of another schema, and of every other database', async () => {
    const one = homes.schema as Home;
    const two = await settle('schema');
    await withTenant(scopeOf(two.id), (db) => db.insert(collections).values({ name: 'Secret' }));
    const forged = `select set_config('app.tenant', '${two.id}', false)`;
    await asRole(one, one.databaseName, async (client) => {
      await client.query(forged);
      const read = client.query(`select * from "${two.schemaName}".collections`);
      await expect(read).rejects.toMatchObject({ code: '42501' });
    });
    const elsewhere = asRole(one, (homes.database as Home).databaseName, (client) =>
      client.query('select 1'),
    );
    await expect(elsewhere).rejects.toMatchObject({ code: '42501' });
  });

  it('keep the role of a database out of the shared one', async () => {
    const home = homes.database as Home;
    const entered = asRole(home, database.name, (client) => client.query('select 1'));
    await expect(entered).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the stock', () => {
  it('is filled up, and two who take at once get two', async () => {
    await database.query('update control.shards set ready_schemas = 2, ready_databases = 1');
    expect((await keepStock(database.servers)).faults).toEqual([]);
    expect(await keepStock(database.servers)).toMatchObject({ prepared: 0, dismantled: 0 });
    const taken = await Promise.all([takeHome('schema'), takeHome('schema'), takeHome('schema')]);
    const ids = taken.flatMap((home) => home?.id ?? []);
    expect([ids.length, new Set(ids).size]).toEqual([2, 2]);
    await database.query('update control.shards set ready_schemas = 0, ready_databases = 0');
  });

  it('drops templates of older shapes once no home is being built there', async () => {
    const provider = providerOf(database.servers, 'primary');
    const old = `rowhouse_home_${randomUUID().slice(0, 8)}`;
    const there = async () =>
      (await database.query('select 1 from pg_database where datname = $1', [old])).length;
    await provider.createDatabase('primary', old);
    const home = await database.addHome('database');
    await database.query(`update control.homes set state = 'preparing' where id = $1`, [home.id]);
    expect(await dropOldTemplates(database.servers, 'primary')).toBe(0);
    expect(await there()).toBe(1);
    await dismantleHome(database.servers, home);
    expect(await dropOldTemplates(database.servers, 'primary')).toBeGreaterThan(0);
    expect(await there()).toBe(0);
    await database.addHome('database');
  });

  it('takes down what was taken and never lived in', async () => {
    const home = await database.addHome('database');
    await database.query(
      `update control.homes set state = 'taken', changed_at = now() - interval '1 hour' where id = $1`,
      [home.id],
    );
    expect((await keepStock(database.servers)).dismantled).toBe(1);
    const left = await database.query(
      `select datname from pg_database where datname = $1 union all
       select rolname from pg_roles where rolname = $1 union all
       select role_name from control.homes where role_name = $1`,
      [home.roleName],
    );
    expect(left).toEqual([]);
  });

  it('leaves nothing behind when building fails', async () => {
    const real = providerOf(database.servers, 'primary');
    let role = '';
    const noting: ShardProvider = Object.assign(Object.create(real), {
      createLogin: async (connection: string, login: NewLogin) => {
        await real.createLogin(connection, login);
        role = login.role;
      },
    });
    const providers = { primary: noting };
    const servers = { ...database.servers, folder: '/nowhere', providers };
    await expect(prepareHome(servers, shard, { tier: 'schema' })).rejects.toThrow();
    expect(role).toMatch(/^home_/);
    const left = await database.query('select 1 from pg_roles where rolname = $1', [role]);
    expect(left).toEqual([]);
    expect(await database.query(`select id from control.homes where state = 'preparing'`)).toEqual(
      [],
    );
  });

  it('can be taken down twice', async () => {
    const home = await database.addHome('schema');
    await dismantleHome(database.servers, home);
    await dismantleHome(database.servers, home);
    expect(
      await database.query('select 1 from pg_roles where rolname = $1', [home.roleName]),
    ).toEqual([]);
  });
});

describe('a change of shape', () => {
  it('reaches every home, and one that fails stays behind, is served and catches up', async () => {
    await database.query(`update control.homes set shape = 'older'`);
    const stuck = homes.schema as Home;
    const blocker = new pg.Client({ connectionString: database.adminUrl });
    await blocker.connect();
    await blocker.query(`begin; lock table "${stuck.schemaName}".collections`);
    await database.query(`delete from app.migrations where plane = $1`, [
      `guards:${stuck.schemaName}`,
    ]);
    const first = await migrateHomes(database.servers);
    expect(first.behind.map(({ home }) => home.id)).toEqual([stuck.id]);
    expect(first.behind[0]?.fault).toContain('lock timeout');
    await blocker.query('rollback');
    await blocker.end();
    const seen = await withTenant(scopeOf(stuck.id), (db) => db.select().from(collections));
    expect(seen).toHaveLength(1);
    expect(await migrateHomes(database.servers)).toEqual({ done: 1, behind: [], held: 0 });
    expect(await migrateHomes(database.servers)).toEqual({ done: 0, behind: [], held: 0 });
  });
});
