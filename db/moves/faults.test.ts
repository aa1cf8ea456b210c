import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { collections } from '@/db/schema/tenant';
import { mintTenantScope } from '@/db/scope';
import { withTenant } from '@/db/tenant';
import { testTier } from '@/db/testing/tier';
import { openWorld, type TestTenant, type World } from '@/lib/doors/testing';
import { standingOf } from '../copy/plane';
import { keepStock } from '../homes/stock';
import type { MovePlace } from '../schema/control';
import { cutOver } from './cut-over';
import { withEnds } from './ends';
import { loadMove, routeOf } from './move';
import { runMove } from './run';

const elsewhere = testTier() === 'database' ? 'schema' : 'database';

let world: World;
let tenant: TestTenant;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

beforeEach(async () => {
  tenant = await world.tenant();
  await within((db) => db.insert(collections).values([{ name: 'One' }, { name: 'Two' }]));
});

const within = <T>(work: Parameters<typeof withTenant<T>>[1], write = true) =>
  withTenant(
    mintTenantScope({ tenantId: tenant.tenantId, actorId: null, requestId: randomUUID() }),
    work,
    { write },
  );

async function ask(wish: 'finish' | 'follow'): Promise<string> {
  const id = randomUUID();
  await world.database.query(
    `insert into control.moves (id, tenant_id, target_tier, target_shard_id, wish, reason)
     select $1, $2, $3, id, $4, 'a test' from control.shards`,
    [id, tenant.tenantId, elsewhere, wish],
  );
  return id;
}

const wish = (id: string, word: string) =>
  world.database.query('update control.moves set wish = $2 where id = $1', [id, word]);

/** A move whose copy keeps up, as a worker that was told to stop leaves it. */
async function following(): Promise<{ id: string; target: MovePlace }> {
  const id = await ask('follow');
  const stop = new AbortController();
  const running = runMove(world.database.servers, id, stop.signal).catch((error) => error);
  for (;;) {
    const { progress, target } = await loadMove(world.database.servers, id);
    if (progress.verified && target) {
      stop.abort();
      await running;
      return { id, target };
    }
    await pause(10);
  }
}

const inTarget = (target: MovePlace, text: string) =>
  world.database.queryPlane({ ...target, id: '', tier: 'database' } as never, text, [
    tenant.tenantId,
  ]);

const finish = async (id: string) => {
  await wish(id, 'finish');
  return await runMove(world.database.servers, id);
};

describe('a move', () => {
  it('finds what differs in its copy and mends it', async () => {
    const { id, target } = await following();
    await inTarget(target, `update collections set name = 'Wrong' where tenant_id = $1`);
    expect(await finish(id)).toBe('done');
    // Two rows, and the two lines that the log there has of the damage.
    expect((await loadMove(world.database.servers, id)).progress.repaired).toBe(4);
    const rows = await within((db) => db.select().from(collections));
    expect(rows.map(({ name }) => name).toSorted()).toEqual(['One', 'Two']);
  });

  it('does not trust the clock: a row of the past is missed, counted, and brought over', async () => {
    const { id } = await following();
    await world.rowsOf(
      tenant,
      `insert into audit_events (tenant_id, id, at, procedure, door, actor_kind, request_id)
       values ($1, app.uuid7(), now() - interval '1 day', 'x', 'rest', 'user', app.uuid7())`,
      [tenant.tenantId],
    );
    const move = await loadMove(world.database.servers, id);
    const held = { snapshot: move.snapshot ?? '', horizon: move.horizon ?? '' };
    await expect(
      withEnds(world.database.servers, routeOf(move), (ends) => cutOver(ends, held)),
    ).rejects.toThrow(/audit_events/);
    expect(await finish(id)).toBe('done');
    const events = await inTarget(
      (await loadMove(world.database.servers, id)).target as MovePlace,
      `select 1 from audit_events where tenant_id = $1 and procedure = 'x'`,
    );
    expect(events).toHaveLength(1);
  });

  it('lets a long transaction end before it cuts over', async () => {
    const { id } = await following();
    const long = within((db) =>
      db.transaction(async (tx) => {
        await tx.update(collections).set({ name: 'Late' }).where(eq(collections.name, 'Two'));
        await pause(1_600);
        await tx.insert(collections).values({ name: 'Three' });
      }),
    );
    await pause(50);
    const [state] = await Promise.all([finish(id), long]);
    expect(state).toBe('done');
    const rows = await within((db) => db.select().from(collections));
    expect(rows.map(({ name }) => name).toSorted()).toEqual(['Late', 'One', 'Three']);
  });

  it('leaves nothing behind when it is given up', async () => {
    const before = await standingOf(world.database.servers, tenant.tenantId);
    const { id, target } = await following();
    await wish(id, 'abandon');
    expect(await runMove(world.database.servers, id)).toBe('abandoned');
    expect(await standingOf(world.database.servers, tenant.tenantId)).toEqual(before);
    const left = await world.database.query(
      `select 1 from control.homes where role_name = $1
       union all select 1 from pg_roles where rolname = $1
       union all select 1 from pg_database where datname = $1`,
      [target.roleName],
    );
    expect(left).toEqual([]);
    await within((db) => db.insert(collections).values({ name: 'Three' }));
  });

  it('keeps its two homes from the sweep until the old one is released', async () => {
    const { id } = await following();
    await world.database.query(`update control.homes set changed_at = now() - interval '1 hour'`);
    await keepStock(world.database.servers);
    expect(await finish(id)).toBe('done');
    await world.database.query(`update control.homes set changed_at = now() - interval '1 hour'`);
    expect((await keepStock(world.database.servers)).dismantled).toBe(0);
    expect(
      await world.rowsOf(tenant, 'select 1 from collections where tenant_id = $1', [
        tenant.tenantId,
      ]),
    ).toHaveLength(2);
  });
});
