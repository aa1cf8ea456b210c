import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetPlacement } from '@/db/placement';
import { publishPlan, putOn, reason } from '@/lib/billing/testing/plans';
import { openPlanStage, type PlanStage } from '@/lib/billing/testing/stage';
import { invoke } from '@/lib/doors/callable';
import { platformPlansProcedures } from '@/lib/platform/plans/procedures';
import { subscriptionsProcedures as subscriptions } from '@/lib/platform/subscriptions/procedures';
import { tierProcedures } from '@/lib/tenancy/tier/procedures';
import { planProcedures as plan } from '../procedures';

let stage: PlanStage;
let world: PlanStage['world'];
let asStaff: PlanStage['asStaff'];
let team: PlanStage['team'];
let firm: PlanStage['firm'];
let a: PlanStage['a'];
let admin: PlanStage['admin'];

beforeAll(async () => {
  stage = await openPlanStage();
  ({ world, asStaff, team, firm } = stage);
});
afterAll(() => world.end());
beforeEach(async () => {
  await stage.begin();
  ({ a, admin } = stage);
});

const own: PlanStage['own'] = () => stage.own();
const ask: PlanStage['ask'] = (...wish) => stage.ask(...wish);
const look: PlanStage['look'] = (id) => stage.look(id);
const turn: PlanStage['turn'] = (...wish) => stage.turn(...wish);

describe('a subscription', () => {
  it('that was suspended or is about to change is left by the platform alone', async () => {
    const other = await publishPlan(asStaff, { signing: 'self' });
    await ask(team);
    const wish = await stage.held();
    const { revision } = await turn({ ...wish, to: 'suspended' });
    expect(await ask(other)).toMatchObject({ state: 'signing' });
    expect((await own()).held).toMatchObject({ name: team.name, state: 'suspended' });
    const signed = await turn({ ...wish, revision, to: 'signed' });
    const at = new Date(Date.now() + 86_400_000);
    await turn({ ...wish, revision: signed.revision, to: 'unsigned', at });
    expect(await ask(other)).toMatchObject({ state: 'signing' });
    expect((await own()).held).toMatchObject({ name: team.name, nextState: 'unsigned' });
  });

  it('without the walls that the data stands behind is signed by the platform', async () => {
    const { tier } = await look();
    const others = (['pooled', 'schema', 'database'] as const).filter((one) => one !== tier);
    const narrow = await publishPlan(asStaff, { signing: 'self', tiers: others });
    const offer = (await own()).offers.find(({ planId }) => planId === narrow.planId);
    expect(offer?.signing).toBe('staff');
    expect(await ask(narrow)).toMatchObject({ state: 'signing' });
    expect((await own()).held).toBeNull();
  });

  it('without walls that were asked for meanwhile is signed by the platform', async () => {
    const { tier } = await look();
    if (!tier) throw new Error('no tier');
    const wished = tier === 'schema' ? 'database' : 'schema';
    const narrow = await publishPlan(asStaff, { signing: 'self', tiers: [tier] });
    await invoke(tierProcedures.ask, { tier: wished, note: '' }, admin.call());
    expect(await ask(narrow)).toMatchObject({ state: 'signing' });
    expect((await own()).held).toBeNull();
  });

  it('that the platform planned is neither taken back nor given up by the tenant', async () => {
    const at = new Date(Date.now() + 86_400_000);
    const { id, revision } = await putOn(asStaff, a.tenantId, firm, at);
    const outcomes = await Promise.allSettled([
      invoke(plan.withdraw, { id, revision }, admin.call()),
      ask(team),
    ]);
    expect(outcomes.map((one) => one.status === 'rejected' && one.reason.code)).toEqual([
      ...['precondition', 'precondition'],
    ]);
    expect(await own()).toMatchObject({ held: null, signing: { id, nextState: 'signed' } });
  });

  it('that staff planned is given up when the plan is taken back; a wish goes on waiting', async () => {
    const at = new Date(Date.now() + 86_400_000);
    const unplan = (subscriptionId: string, revision: number) =>
      invoke(subscriptions.unplan, { id: a.tenantId, subscriptionId, revision, reason }, asStaff());
    const placed = await putOn(asStaff, a.tenantId, firm, at);
    expect(await unplan(placed.id, placed.revision)).toMatchObject({ state: 'unsigned' });
    const now = await own();
    expect(now.signing).toBeNull();
    expect(now.history[0]).toMatchObject({ toState: 'unsigned', byName: 'Platform staff', reason });
    const asked = await ask(firm);
    const wish = { subscriptionId: asked.id, revision: asked.revision };
    const { revision } = await turn({ ...wish, to: 'signed', at });
    expect(await unplan(asked.id, revision)).toMatchObject({ state: 'signing' });
    expect((await own()).signing).toMatchObject({ id: asked.id, nextAt: null });
  });

  it('is read, suspended and ended while the server of its tenant is down', async () => {
    await ask(team);
    await world.database.query(
      `with shard as (insert into control.shards (id, name, connection)
         values (app.uuid7(), 'Gone', 'gone') returning id)
       update control.placements set shard_id = shard.id, epoch = 2 from shard where tenant_id = $1`,
      [a.tenantId],
    );
    forgetPlacement(a.tenantId);
    expect((await look()).limits).toBeNull();
    const wish = await stage.held();
    const suspended = await turn({ ...wish, to: 'suspended' });
    expect(suspended.state).toBe('suspended');
    // What would change there nobody can say meanwhile.
    const ending = { id: a.tenantId, wish: { to: 'unsigned' as const } };
    await expect(invoke(subscriptions.preview, ending, asStaff())).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(await turn({ ...wish, revision: suspended.revision, to: 'unsigned' })).toMatchObject({
      state: 'unsigned',
    });
  });

  it('changes only as whoever changes it saw it', async () => {
    const heldSeen = null;
    const { planId, version } = team;
    const wish = { planId, version, heldSeen, reason };
    const sign = () => invoke(plan.ask, wish, admin.call());
    const both = await Promise.allSettled([sign(), sign()]);
    const put = { ...wish, ...{ planId: firm.planId, version: firm.version }, at: null };
    const late = await Promise.allSettled([
      sign(),
      invoke(subscriptions.put, { id: a.tenantId, ...put }, asStaff()),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const codes = [...both, ...late].flatMap((one) =>
      one.status === 'rejected' ? [one.reason.code] : [],
    );
    expect(codes).toEqual(['conflict', 'conflict', 'conflict']);
    expect((await own()).history).toHaveLength(2);
  });

  it('to a plan that was archived meanwhile is not signed', async () => {
    const old = await publishPlan(asStaff, {});
    const { id: subscriptionId, revision } = await ask(old);
    await invoke(platformPlansProcedures.archive, { id: old.planId, reason }, asStaff());
    await expect(turn({ subscriptionId, revision, to: 'signed' })).rejects.toMatchObject({
      code: 'precondition',
    });
    expect((await own()).held).toBeNull();
  });
});
