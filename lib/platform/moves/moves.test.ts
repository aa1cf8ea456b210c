import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MoveKeeper, type MoveNews } from '@/db/moves/keep';
import { testTier } from '@/db/testing/tier';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestTenant, type World } from '@/lib/doors/testing';
import { consoleCall, openStaff } from '../testing/staff';
import { movesProcedures as moves } from './procedures';

const reason = 'Asked for by its owner';
const absent = '01900000-0000-7000-8000-000000000000';
const elsewhere = testTier() === 'database' ? 'schema' : 'database';

let world: World;
let asStaff: () => DoorCall;
let tenant: TestTenant;
let shardId: string;

beforeAll(async () => {
  world = await openWorld();
  asStaff = await openStaff(world);
  const { shards } = await invoke(moves.targets, {}, asStaff());
  shardId = shards[0]?.id ?? '';
});
afterAll(() => world.end());

beforeEach(async () => {
  tenant = await world.tenant();
});

/** What an operator's visit brings about. */
async function keepMoves(): Promise<MoveNews[]> {
  const keeper = new MoveKeeper(world.database.servers);
  const news: MoveNews[] = [];
  await keeper.visit((one) => news.push(one));
  await keeper.settled();
  return news;
}

const ask = (
  options: { tier?: 'pooled' | 'schema' | 'database'; wish?: 'finish' | 'follow' } = {},
) =>
  invoke(
    moves.ask,
    { id: tenant.tenantId, tier: elsewhere, shardId, reason, ...options },
    asStaff(),
  );
const look = (moveId: string) => invoke(moves.get, { moveId }, asStaff());

describe('moves.plan and moves.ask', () => {
  it('says what a move means, begins it, and shows how it ends', async () => {
    const target = { id: tenant.tenantId, tier: elsewhere, shardId } as const;
    const plan = await invoke(moves.plan, target, asStaff());
    expect(plan).toMatchObject({ ready: true, rows: expect.any(Number) });
    const { moveId } = await ask();
    expect(await look(moveId)).toMatchObject({ state: 'waiting', from: null, oldCopy: 'none' });
    expect((await invoke(moves.list, { state: 'open' }, asStaff())).moves).toHaveLength(1);
    expect(await keepMoves()).toEqual([{ id: moveId, state: 'done' }]);
    const done = await look(moveId);
    expect(done).toMatchObject({
      state: 'done',
      from: { tier: testTier() },
      to: { tier: elsewhere, shard: 'primary' },
      oldCopy: 'kept',
      reason,
    });
    expect(done.progress.verifiedTables).toBeGreaterThan(10);
    expect(done.progress.pauseMs).toBeGreaterThan(0);
    const { moves: listed } = await invoke(moves.list, { tenantId: tenant.tenantId }, asStaff());
    expect(listed.map(({ id }) => id)).toEqual([moveId]);
    const back = await invoke(moves.plan, target, asStaff());
    expect(back.ready).toBe(false);
  });

  it('refuses a move to where it lives, a second one, and what does not exist', async () => {
    const here = ask({ tier: testTier() });
    await expect(here).rejects.toMatchObject({ code: 'precondition' });
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'precondition' });
    const nowhere = { tier: elsewhere, shardId: absent, reason } as const;
    const refused = [
      invoke(moves.ask, { id: tenant.tenantId, ...nowhere }, asStaff()),
      invoke(moves.ask, { id: absent, tier: elsewhere, shardId, reason }, asStaff()),
      look(absent),
      invoke(moves.release, { moveId: absent, reason }, asStaff()),
      invoke(moves.wish, { moveId: absent, wish: 'abandon', reason }, asStaff()),
    ];
    const codes = (await Promise.allSettled(refused)).map(
      (one) => one.status === 'rejected' && one.reason.code,
    );
    expect(codes).toEqual(['precondition', 'not_found', 'not_found', 'not_found', 'not_found']);
    await expect(
      invoke(moves.ask, { id: tenant.tenantId, ...nowhere, reason: '' }, asStaff()),
    ).rejects.toMatchObject({ fields: { reason: expect.any(String) } });
  });

  it('waits for a restore of the same tenant', async () => {
    await world.database.query(
      `insert into control.operations (tenant_id, id, kind) values ($1, $1, 'restore.in_place')`,
      [tenant.tenantId],
    );
    await expect(ask()).rejects.toMatchObject({ code: 'precondition' });
  });

  it('is for staff only', async () => {
    const admin = await world.member(tenant, 'admin');
    const input = { id: tenant.tenantId, tier: elsewhere, shardId, reason } as const;
    await expect(invoke(moves.ask, input, consoleCall())).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(invoke(moves.ask, input, admin.call())).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('moves.wish and moves.release', () => {
  it('gives a move up without a trace, and not once it is decided', async () => {
    const { moveId } = await ask();
    await invoke(moves.wish, { moveId, wish: 'abandon', reason }, asStaff());
    await keepMoves();
    expect(await look(moveId)).toMatchObject({ state: 'abandoned', oldCopy: 'none' });
    await expect(
      invoke(moves.wish, { moveId, wish: 'finish', reason }, asStaff()),
    ).rejects.toMatchObject({ code: 'precondition' });
    await expect(invoke(moves.release, { moveId, reason }, asStaff())).rejects.toMatchObject({
      code: 'precondition',
    });
  });

  it('keeps the old copy until it is told to remove it', async () => {
    const { moveId } = await ask();
    await keepMoves();
    expect(await keepMoves()).toEqual([]);
    await invoke(moves.release, { moveId, reason }, asStaff());
    expect((await look(moveId)).oldCopy).toBe('leaving');
    expect(await keepMoves()).toEqual([{ id: moveId, state: 'released' }]);
    expect((await look(moveId)).oldCopy).toBe('gone');
    const left = await world
      .rowsOf(tenant, 'select id from people where tenant_id = $1', [tenant.tenantId])
      .catch(() => []);
    expect(left).toEqual([]);
  });
});
