import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configureDatabase, databaseConfig } from '../client';
import { placePooled, shardFor, waitingOn } from '../directory';
import { prepareHome } from '../homes/prepare';
import { collections } from '../schema/tenant';
import { mintTenantScope } from '../scope';
import { withTenant } from '../tenant';
import { openTwoServers, type TwoServers } from '../testing/two-servers';
import { failureOf } from '../wire/fixture';
import { setUpShards } from './set-up';
import { sweepPlaces } from './sweep';

let two: TwoServers;
let database: TwoServers['database'];
let second: TwoServers['second'];
let servers: TwoServers['servers'];

beforeAll(async () => {
  two = await openTwoServers();
  ({ database, second, servers } = two);
});
afterAll(() => two?.end());

const scopeOf = (tenantId: string) =>
  mintTenantScope({ tenantId, actorId: null, requestId: randomUUID() });
const countIn = (tenantId: string) =>
  withTenant(scopeOf(tenantId), (db) => db.$count(collections), { readOnly: true });

describe('a tenant on another server', () => {
  it('is reached by the kernel like any other, in shared tables', async () => {
    const tenantId = await two.settle('second');
    await withTenant(scopeOf(tenantId), (db) => db.insert(collections).values({ name: 'Choir' }));
    expect(await countIn(tenantId)).toBe(1);
    const there = await two.onSecond('select name from pooled.collections where tenant_id = $1', [
      tenantId,
    ]);
    expect(there).toEqual([{ name: 'Choir' }]);
    expect(
      await database.query('select 1 from pooled.collections where tenant_id = $1', [tenantId]),
    ).toEqual([]);
  });

  it.each(['schema', 'database'] as const)('has a %s of its own there', async (tier) => {
    const home = await prepareHome(
      servers,
      { id: two.shardOf('second').shardId, connection: 'second' },
      { tier },
    );
    await two.inhabit(home.id, home);
    await withTenant(scopeOf(home.id), (db) => db.insert(collections).values({ name: 'Band' }));
    expect(await countIn(home.id)).toBe(1);
  });

  it('finds no control plane there', async () => {
    expect(await two.onSecond(`select 1 from pg_namespace where nspname = 'control'`)).toEqual([]);
  });

  it('is refused, not looked for elsewhere, when its connection has no URL', async () => {
    const tenantId = await two.settle('second');
    const config = databaseConfig();
    configureDatabase({ ...config, shards: {} });
    expect(await failureOf(countIn(tenantId))).toMatchObject({ kind: 'unavailable' });
    configureDatabase(config);
    expect(await countIn(tenantId)).toBe(0);
  });
});

describe('where a new tenant goes', () => {
  const chosen = async (wish?: Parameters<typeof shardFor>[1]) =>
    (await shardFor('pooled', wish))?.connection ?? null;
  const set = (change: string, connection = 'second') =>
    database.query(`update control.shards set ${change} where connection = $1`, [connection]);

  it('is where most room is, unless it is closed, not for this tier or silent', async () => {
    await set('room_pooled = 200000');
    expect(await chosen()).toBe('second');
    await set(`state = 'closed'`);
    expect(await chosen()).toBe('primary');
    await set(`state = 'open', tiers = '{schema}'`);
    expect(await chosen()).toBe('primary');
    expect((await shardFor('schema'))?.connection).toBeDefined();
    await set(`tiers = '{pooled,schema,database}'`);
    expect(await chosen({ shard: null, except: ['second'] })).toBe('primary');
    await database.query(
      'insert into control.shard_loads (shard_id, down_since) values ($1, now())',
      [two.shardOf('second').shardId],
    );
    expect(await chosen()).toBe('primary');
    await database.query('delete from control.shard_loads');
  });

  it('is the shard that was asked for by name, or none', async () => {
    expect(await chosen({ shard: 'primary', except: [] })).toBe('primary');
    expect(await chosen({ shard: 'West', except: [] })).toBeNull();
  });

  it('counts those placed since the last look', async () => {
    const [row] = await database.query<{ n: number }>(
      `select count(*)::int as n from control.placements where shard_id = $1 and tier = 'pooled'`,
      [two.shardOf('second').shardId],
    );
    await set(`room_pooled = ${(row?.n ?? 0) + 1}`);
    await set('room_pooled = 0', 'primary');
    expect(await chosen()).toBe('second');
    await two.settle('second');
    expect(await chosen()).toBeNull();
    await set('room_pooled = 100000');
    await set('room_pooled = 100000', 'primary');
  });
});

describe('a place that was written ahead', () => {
  it('is swept away when no tenant was opened in it, and kept when one was', async () => {
    const lived = await two.settle('second');
    const given = randomUUID();
    const fresh = randomUUID();
    for (const id of [given, fresh]) await placePooled(two.shardOf('second'), id);
    await two.onSecond(
      `update app.placements set placed_at = now() - interval '1 hour' where tenant_id <> $1`,
      [fresh],
    );
    expect(await sweepPlaces(servers, 'second')).toBe(1);
    expect(await sweepPlaces(servers, 'second')).toBe(0);
    const left = await two.onSecond<{ tenant_id: string; settled: boolean }>(
      'select tenant_id, settled from app.placements where tenant_id = any($1::uuid[])',
      [[lived, given, fresh]],
    );
    expect(new Map(left.map((row) => [row.tenant_id, row.settled]))).toEqual(
      new Map([
        [lived, true],
        [fresh, false],
      ]),
    );
  });
});

describe('the dispatcher’s view', () => {
  it('is of those who live on the server; rows of a tenant that left are nobody’s', async () => {
    const [here, left] = [await two.settle('second'), await two.settle('second')];
    for (const tenantId of [here, left]) {
      await two.onSecond(
        `insert into pooled.outbox (tenant_id, id, job, payload) values ($1, app.uuid7(), 'x', '{}')`,
        [tenantId],
      );
    }
    await two.onSecond(`update app.placements set state = 'moved' where tenant_id = $1`, [left]);
    const worker = { worker: database.urlOf('rowhouse_worker') };
    const { web: _web, ...config } = databaseConfig();
    const before = databaseConfig();
    configureDatabase({
      ...config,
      ...worker,
      shards: { second: second.urlOf('rowhouse_worker') },
    });
    expect(await waitingOn('second', null, 50)).toEqual([here]);
    const renamed = (from: string, to: string) =>
      two.onSecond(`alter function app.${from}(uuid, integer) rename to ${to}`);
    await renamed('waiting_tenants', 'waiting_aside');
    expect(await waitingOn('second', null, 50)).toEqual([here]);
    expect(await waitingOn('second', here, 50)).toEqual([]);
    await renamed('waiting_aside', 'waiting_tenants');
    configureDatabase(before);
  });
});

describe('setting up', () => {
  it('refuses two connections that lead to one database', async () => {
    const { databaseName, folder, secret } = {
      databaseName: 'rowhouse',
      folder: servers.folder,
      secret: servers.roleSecret,
    };
    const adminUrls = { one: second.adminUrl, two: second.adminUrl };
    await expect(
      setUpShards(database.adminUrl, { adminUrls, databaseName, folder, secret }),
    ).rejects.toThrow('another connection serves');
  });

  it('names a server that does not answer, and sets the others up', async () => {
    const away = new URL(second.adminUrl);
    away.port = '1';
    const failures = await setUpShards(database.adminUrl, {
      adminUrls: { away: away.href, two: second.adminUrl },
      databaseName: 'rowhouse',
      folder: servers.folder,
      secret: servers.roleSecret,
    });
    expect([...failures.keys()]).toEqual(['away']);
  });
});
