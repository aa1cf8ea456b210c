import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { count, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptPlacement } from '@/db/placement';
import { collections, counters } from '@/db/schema/tenant';
import { mintTenantScope } from '@/db/scope';
import { withTenant } from '@/db/tenant';
import { openWorld, type TestTenant, type World } from '@/lib/doors/testing';
import { standingOf } from '../copy/plane';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { MoveKeeper, type MoveNews } from './keep';
import { loadMove } from './move';
import { runMove } from './run';

type Tier = 'pooled' | 'schema' | 'database';

let second: TestDatabase;
let world: World;
let tenant: TestTenant;
const shardIds: Record<'primary' | 'second', string> = { primary: '', second: '' };

beforeAll(async () => {
  second = await createTestDatabase();
  world = await openWorld({ shards: { second: second.urlOf('rowhouse_web') } });
  Object.assign(world.database.servers.urls, { second: second.urlOf('rowhouse_operator') });
  await world.database.query(
    `insert into control.shards (id, name, connection, ready_schemas, ready_databases)
     values (app.uuid7(), 'second', 'second', 0, 0)`,
  );
  for (const { id, name } of await world.database.query<{ id: string; name: 'primary' }>(
    'select id, name from control.shards',
  )) {
    shardIds[name] = id;
  }
  tenant = await world.tenant();
});
afterAll(async () => {
  await world.end();
  await second.drop();
});

async function keepMoves(): Promise<MoveNews[]> {
  const keeper = new MoveKeeper(world.database.servers);
  const news: MoveNews[] = [];
  await keeper.visit((one) => news.push(one));
  await keeper.settled();
  return news;
}

const scopeOf = ({ tenantId }: TestTenant) =>
  mintTenantScope({ tenantId, actorId: null, requestId: randomUUID() });

async function ask(tier: Tier, shard: 'primary' | 'second' = 'primary', wish = 'finish') {
  const id = randomUUID();
  await world.database.query(
    `insert into control.moves (id, tenant_id, target_tier, target_shard_id, wish, reason)
     values ($1, $2, $3, $4, $5, 'a test')`,
    [id, tenant.tenantId, tier, shardIds[shard], wish],
  );
  return id;
}

/** People who write until told to stop, and remember what was acknowledged. */
function startWriters(many: number) {
  const acknowledged: string[] = [];
  const refused: unknown[] = [];
  let longestMs = 0;
  let going = true;
  const write = async () => {
    while (going) {
      const id = randomUUID();
      const begun = performance.now();
      try {
        await withTenant(scopeOf(tenant), (db) =>
          db.batch([
            db.insert(collections).values({ id, name: id }),
            db
              .insert(counters)
              .values({ name: 'writes', value: 1 })
              .onConflictDoUpdate({
                target: [counters.tenantId, counters.name],
                set: { value: sql`${counters.value} + 1` },
              }),
          ]),
        );
        acknowledged.push(id);
      } catch (error) {
        refused.push(error);
      }
      longestMs = Math.max(longestMs, performance.now() - begun);
      // As fast as they can, they outrun the copying and wear out the server that all tests share.
      await pause(5);
    }
  };
  const writers = Array.from({ length: many }, write);
  return {
    stop: async () => {
      going = false;
      await Promise.all(writers);
      return { acknowledged, refused, longestMs };
    },
  };
}

const present = () =>
  withTenant(scopeOf(tenant), async (db) => {
    const [rows] = await db.select({ n: count() }).from(collections);
    const [counter] = await db
      .select({ value: counters.value })
      .from(counters)
      .where(eq(counters.name, 'writes'));
    return { rows: rows?.n ?? 0, counter: counter?.value ?? 0 };
  });

describe('a tenant that moves while people write', { timeout: 60_000 }, () => {
  it.each<[Tier, 'primary' | 'second']>([
    ['schema', 'primary'],
    ['database', 'primary'],
    ['pooled', 'primary'],
    ['database', 'second'],
    ['schema', 'second'],
    ['pooled', 'second'],
    ['pooled', 'primary'],
  ])('loses and doubles nothing on its way to %s on %s', async (tier, shard) => {
    const before = await present();
    const { servers } = world.database;
    const { epoch } = await standingOf(servers, tenant.tenantId);
    const writers = startWriters(4);
    const id = await ask(tier, shard);
    try {
      expect(await runMove(servers, id)).toBe('done');
    } finally {
      const { acknowledged, refused } = await writers.stop();
      expect(refused).toEqual([]);
      expect(acknowledged.length).toBeGreaterThan(10);
      const after = await present();
      expect(after.rows - before.rows).toBe(acknowledged.length);
      expect(after.counter - before.counter).toBe(acknowledged.length);
    }
    expect(await standingOf(servers, tenant.tenantId)).toMatchObject({
      tier,
      connection: shard,
      epoch: epoch + 1,
      state: 'active',
    });
    const { progress } = await loadMove(servers, id);
    expect(progress.verified).toHaveProperty('collections');
    await world.database.query('update control.moves set release_asked_at = now() where id = $1', [
      id,
    ]);
    expect(await keepMoves()).toEqual([{ id, state: 'released' }]);
    const left = await present();
    expect(left.rows).toBeGreaterThanOrEqual(before.rows);
  });
});

describe('a process that heard nothing of a move until the old home was gone', () => {
  const addInTransaction = () =>
    withTenant(scopeOf(tenant), (db) =>
      db.transaction((tx) => tx.insert(collections).values({ name: randomUUID() })),
    );

  it.each<[Tier, 'primary' | 'second']>([
    ['schema', 'primary'],
    ['database', 'primary'],
    ['schema', 'second'],
    ['database', 'second'],
    ['pooled', 'second'],
    ['pooled', 'primary'],
  ])('finds the tenant at %s on %s, with one call and with a transaction', async (tier, shard) => {
    const { rows } = await present();
    const keptElsewhere = keptPlacement(tenant.tenantId);
    const id = await ask(tier, shard);
    expect(await runMove(world.database.servers, id)).toBe('done');
    await world.database.query('update control.moves set release_asked_at = now() where id = $1', [
      id,
    ]);
    expect(await keepMoves()).toEqual([{ id, state: 'released' }]);
    expect(keptPlacement(tenant.tenantId)).toBe(keptElsewhere);
    if (shard === 'primary') await addInTransaction();
    expect((await present()).rows).toBe(shard === 'primary' ? rows + 1 : rows);
    expect(keptPlacement(tenant.tenantId)?.epoch).toBe((keptElsewhere?.epoch ?? 0) + 1);
  });
});
