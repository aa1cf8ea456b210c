import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MoveKeeper } from '@/db/moves/keep';
import { testTier } from '@/db/testing/tier';
import { grantFreeTiers } from '@/db/tiers/grant';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { movesProcedures as moves } from '../../platform/moves/procedures';
import { openStaff } from '../../platform/testing/staff';
import { tierRequestsProcedures as requests } from '../../platform/tier-requests/procedures';
import { deletionProcedures } from '../deletion/procedures';
import { tierProcedures as tier } from './procedures';

const reason = 'They pay for it';
const other = testTier() === 'schema' ? 'database' : 'schema';
const third = testTier() === 'pooled' ? 'database' : 'pooled';

let world: World;
let asStaff: () => DoorCall;
let shardId: string;
let tenant: TestTenant;
let admin: TestMember;
let foreign: TestMember;

beforeAll(async () => {
  world = await openWorld();
  asStaff = await openStaff(world);
  shardId = (await invoke(moves.targets, {}, asStaff())).shards[0]?.id ?? '';
  foreign = await world.member(await world.tenant(), 'admin');
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.database.query(`update control.tier_requests set state = 'withdrawn'`);
  tenant = await world.tenant();
  admin = await world.member(tenant, 'admin');
});

type Tier = 'pooled' | 'schema' | 'database';
const ask = (wish: Tier = other, member = admin) =>
  invoke(tier.ask, { tier: wish, note: 'Our auditors want it' }, member.call());
const look = (member = admin) => invoke(tier.get, {}, member.call());
const grant = () => invoke(requests.grant, { id: tenant.tenantId, shardId, reason }, asStaff());
const decline = () => invoke(requests.decline, { id: tenant.tenantId, reason }, asStaff());

async function keepMoves() {
  const keeper = new MoveKeeper(world.database.servers);
  await keeper.visit(() => undefined);
  await keeper.settled();
}

describe('another tier', () => {
  it('is asked for, granted as a move, and comes true', async () => {
    expect(await look()).toMatchObject({ tier: testTier(), request: null, change: null });
    const { id } = await ask();
    expect(await ask()).toEqual({ id });
    expect((await look()).request).toMatchObject({ id, state: 'waiting', tier: other });
    const listed = await invoke(requests.list, { state: 'waiting' }, asStaff());
    expect(listed.requests).toMatchObject([
      {
        ...{ tenant: { id: tenant.tenantId }, tier: other, from: testTier() },
        note: 'Our auditors want it',
      },
    ]);
    const { moveId } = await grant();
    const { request, change } = await look();
    expect(request).toMatchObject({ state: 'granted' });
    expect(change).toMatchObject({ tier: other, state: 'waiting', percent: null });
    expect(Object.keys(change ?? {}).sort()).toEqual(['percent', 'startedAt', 'state', 'tier']);
    await expect(ask(third)).rejects.toMatchObject({ code: 'conflict' });
    await keepMoves();
    expect(await look()).toMatchObject({ tier: other, change: null });
    expect((await invoke(moves.get, { moveId }, asStaff())).state).toBe('done');
  });

  it('is declined with words that the tenant reads', async () => {
    await ask();
    await decline();
    expect((await look()).request).toMatchObject({ state: 'declined', answer: reason });
    await expect(grant()).rejects.toMatchObject({ code: 'not_found' });
    await ask();
    expect((await look()).request).toMatchObject({ state: 'waiting' });
  });

  it('is withdrawn while nobody has decided', async () => {
    await ask();
    await expect(ask(third)).rejects.toMatchObject({ code: 'conflict' });
    await invoke(tier.withdraw, {}, admin.call());
    const again = invoke(tier.withdraw, {}, admin.call());
    await expect(again).rejects.toMatchObject({ code: 'precondition' });
    await ask(third);
  });

  it('begins by itself where it may be chosen freely, and only there', async () => {
    await ask();
    const { servers } = world.database;
    expect(await grantFreeTiers(servers, [])).toBe(0);
    expect(await grantFreeTiers(servers, [third])).toBe(0);
    expect(await grantFreeTiers(servers, [other])).toBe(1);
    expect(await grantFreeTiers(servers, [other])).toBe(0);
    await keepMoves();
    expect(await look()).toMatchObject({ tier: other, request: { state: 'granted' } });
  });

  it('waits for a restore, and is not for those who leave or have it', async () => {
    await ask();
    await world.database.query(
      `insert into control.operations (tenant_id, id, kind) values ($1, $1, 'restore.in_place')`,
      [tenant.tenantId],
    );
    expect(await grantFreeTiers(world.database.servers, [other])).toBe(0);
    await expect(grant()).rejects.toMatchObject({ code: 'precondition' });
    expect((await look()).request).toMatchObject({ state: 'waiting' });
    await invoke(tier.withdraw, {}, admin.call());
    await expect(ask(testTier())).rejects.toMatchObject({ fields: { tier: expect.any(String) } });
    await invoke(deletionProcedures.ask, { name: tenant.slug }, admin.call());
    await expect(ask()).rejects.toMatchObject({ code: 'precondition' });
  });

  it('is asked for by those who may, each for their own', async () => {
    await ask();
    const company = await world.member(tenant, 'company');
    await expect(ask(other, company)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await look(foreign)).request).toBeNull();
    const withdrawn = invoke(tier.withdraw, {}, foreign.call());
    await expect(withdrawn).rejects.toMatchObject({ code: 'precondition' });
    for (const act of [requests.grant, requests.decline]) {
      const input = { id: tenant.tenantId, reason, ...(act === requests.grant && { shardId }) };
      const asked = invoke(act as typeof requests.grant, input as never, admin.call());
      await expect(asked).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
