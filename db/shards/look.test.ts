import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configureDatabase, databaseConfig, silentConnections } from '../client';
import { shardFor } from '../directory';
import { migrateSharedTables } from '../homes/fleet';
import { collections } from '../schema/tenant';
import { mintTenantScope } from '../scope';
import { withTenant } from '../tenant';
import { openTwoServers, type TwoServers } from '../testing/two-servers';
import { failureOf } from '../wire/fixture';
import { lookAtShards } from './look';
import { type ShardNews, watchShards } from './watch';

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

describe('the operator’s look at the shards', () => {
  const loadOf = async () => {
    const [row] = await database.query<Record<string, unknown>>(
      'select * from control.shard_loads where shard_id = $1',
      [two.shardOf('second').shardId],
    );
    return row;
  };

  it('counts tenants, size, connections and who writes most', async () => {
    const busy = await two.settle('second');
    for (const name of ['a', 'b', 'c']) {
      await withTenant(scopeOf(busy), (db) => db.insert(collections).values({ name }));
    }
    expect(await lookAtShards(servers, { thorough: true })).toEqual([]);
    const load = await loadOf();
    expect(load).toMatchObject({ schema: 0, database: 0, down_since: null });
    expect(load?.pooled).toBeGreaterThan(0);
    expect(Number(load?.size_bytes)).toBeGreaterThan(1_000_000);
    expect(load?.connections).toBeGreaterThan(0);
    expect(load?.hot).toContainEqual({ tenantId: busy, tier: 'pooled', writesPerMinute: 3 });
  });

  it('notes since when one is silent, and forgets it when it answers', async () => {
    const away = { ...servers, urls: { ...servers.urls, second: 'postgres://x@127.0.0.1:1/x' } };
    expect(await lookAtShards(away)).toEqual(['East']);
    const silent = await loadOf();
    expect(silent).toMatchObject({ down_since: expect.any(Date), fault: expect.any(String) });
    await lookAtShards(away);
    expect((await loadOf())?.down_since).toEqual(silent?.down_since);
    expect(await shardFor('pooled', { shard: 'East', except: [] })).toBeNull();
    await lookAtShards(servers);
    expect(await loadOf()).toMatchObject({ down_since: null, fault: null });
  });
});

describe('a change of shape', () => {
  it('reaches the shared tables of every shard; one that fails is served and tried again', async () => {
    expect(await migrateSharedTables(servers)).toEqual({ done: 1, behind: [] });
    const tenantId = await two.settle('second');
    await database.query(`update control.shards set shape = 'older' where connection = 'second'`);
    await two.onSecond(`delete from app.migrations where plane = 'guards:pooled'`);
    const blocker = new pg.Client({ connectionString: second.adminUrl });
    await blocker.connect();
    await blocker.query('begin; lock table pooled.outbox');
    const { behind } = await migrateSharedTables(servers);
    expect(behind).toMatchObject([{ shard: 'East', fault: expect.stringContaining('lock') }]);
    expect(await countIn(tenantId)).toBe(0);
    await blocker.query('rollback');
    await blocker.end();
    expect(await migrateSharedTables(servers, { onlyDue: true })).toEqual({ done: 0, behind: [] });
    expect(await migrateSharedTables(servers)).toEqual({ done: 1, behind: [] });
  });
});

describe('a server that goes away', () => {
  it('costs its own tenants a refusal at once, the others nothing, and comes back by itself', async () => {
    const [there, here] = [await two.settle('second'), await two.settle('primary')];
    const news: ShardNews[] = [];
    const watch = await watchShards((one) => news.push(one));
    expect(await countIn(there)).toBe(0);
    await second.stop();
    await expect.poll(silentConnections, { timeout: 5_000 }).toEqual(['second']);
    const started = performance.now();
    const refused = await failureOf(countIn(there));
    expect(refused.kind).toBe('unavailable');
    // Whoever waited for the server would wait three seconds.
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(await countIn(here)).toBe(0);
    await second.start();
    await expect.poll(silentConnections, { timeout: 10_000 }).toEqual([]);
    expect(await countIn(there)).toBe(0);
    expect(news.map(({ connection, answers }) => [connection, answers])).toEqual([
      ['second', true],
      ['second', false],
      ['second', true],
    ]);
    await watch.stop();
  });

  it('is refused as well when it hangs, with what waited for it, and noted as down', async () => {
    const [there, here] = [await two.settle('second'), await two.settle('primary')];
    const watch = await watchShards(() => undefined);
    expect(await countIn(there)).toBe(0);
    second.hang();
    try {
      const waiting = [failureOf(countIn(there)), failureOf(countIn(there))];
      await expect.poll(silentConnections, { timeout: 10_000 }).toEqual(['second']);
      for (const refused of await Promise.all(waiting)) expect(refused.kind).toBe('unavailable');
      expect((await failureOf(countIn(there))).kind).toBe('unavailable');
      expect(await countIn(here)).toBe(0);
      expect(await lookAtShards(servers)).toEqual(['East']);
    } finally {
      second.wake();
    }
    await expect.poll(silentConnections, { timeout: 10_000 }).toEqual([]);
    expect(await countIn(there)).toBe(0);
    expect(await lookAtShards(servers)).toEqual([]);
    await watch.stop();
  }, 60_000);

  it('is spoken to only by a login whose rights there were verified', async () => {
    const config = databaseConfig();
    configureDatabase({ ...config, shards: { second: second.urlOf('rowhouse_operator') } });
    const news: ShardNews[] = [];
    const watch = await watchShards((one) => news.push(one));
    expect(news).toMatchObject([{ answers: false, error: { kind: 'denied' } }]);
    expect(silentConnections()).toEqual(['second']);
    await watch.stop();
    configureDatabase(config);
  });
});
