import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { peopleProcedures as people } from '@/lib/access/people/procedures';
import { rolesProcedures as roles } from '@/lib/access/roles/procedures';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import {
  mintRole,
  openWorld,
  type TestMember,
  type TestTenant,
  type World,
} from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { tokenProcedures } from '@/lib/identity/tokens/procedures';
import { membershipOf, reason, sellPlan, signFor } from '../testing/user-plans';
import { myPlanProcedures as mine } from './own-procedures';
import { userPlanProcedures as plans } from './procedures';

let world: World;
let a: TestTenant;
let admin: TestMember;
let guest: TestMember;
let memberId: string;
let roleId: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
  guest = await world.member(a, 'guest');
  memberId = await membershipOf(world, a, guest);
  roleId = await mintRole(a, ['people.read', 'tokens.manage']);
});

const own = () => invoke(mine.get, {}, guest.call());
const look = () => invoke(people.list, {}, guest.call());
const one = (id: string) => invoke(plans.subscription, { id }, admin.call());

async function turn(id: string, to: 'signed' | 'suspended' | 'unsigned', at: Date | null = null) {
  const { revision } = await one(id);
  return await invoke(plans.turn, { id, revision, to, at, reason }, admin.call());
}

const codes = async (outcomes: Promise<unknown>[]) =>
  (await Promise.allSettled(outcomes)).map(
    (outcome) => outcome.status === 'rejected' && outcome.reason.code,
  );

describe('a signed plan', () => {
  it('gives its roles at the next request, and takes them with suspension and end', async () => {
    const plan = await sellPlan(admin, { roleIds: [roleId] });
    await expect(look()).rejects.toMatchObject({ code: 'forbidden' });
    const { id } = await signFor(admin, memberId, plan);
    expect((await look()).total).toBe(2);
    await turn(id, 'suspended');
    await expect(look()).rejects.toMatchObject({ code: 'forbidden' });
    expect(await own()).toMatchObject({ held: { state: 'suspended' }, ending: { lost: [] } });
    await turn(id, 'signed');
    expect((await look()).total).toBe(2);
    await turn(id, 'unsigned');
    await expect(look()).rejects.toMatchObject({ code: 'forbidden' });
    expect((await one(id)).steps.map(({ toState, reason: why }) => [toState, why])).toEqual([
      ['unsigned', reason],
      ['signed', reason],
      ['suspended', reason],
      ['signed', reason],
      ['signing', reason],
    ]);
    await expect(turn(id, 'signed')).rejects.toMatchObject({ code: 'precondition' });
  });

  it('is seen where roles are counted, listed and asked for, and leaves what was given', async () => {
    const basic = a.roleIds.basic;
    const plan = await sellPlan(admin, { roleIds: [roleId, basic] });
    const { id } = await signFor(admin, memberId, plan);
    const listed = await invoke(roles.list, {}, admin.call());
    expect(listed.roles.find((role) => role.id === roleId)?.members).toBe(1);
    const of = await invoke(people.list, { roleId }, admin.call());
    expect(of.people.map((person) => [person.userId, person.planRoles.length])).toEqual([
      [guest.userId, 2],
    ]);
    const impact = await invoke(roles.impact, { id: roleId, permissions: [] }, admin.call());
    expect(impact.people).toBe(1);
    // What somebody gave by hand stays when the plan ends.
    const roleIds = [a.roleIds.guest, basic];
    await invoke(people.changeRoles, { id: memberId, roleIds, reason }, admin.call());
    await turn(id, 'unsigned');
    expect((await look()).total).toBe(2);
  });

  it('reaches tokens as far as their maker reaches', async () => {
    const { id } = await signFor(admin, memberId, await sellPlan(admin, { roleIds: [roleId] }));
    const wish = { name: 'Sync', scopes: ['people.read'], expiresInDays: 1 };
    const { token } = await invoke(tokenProcedures.tokens.create, wish, guest.call());
    const headers = () => new Headers({ host: a.host, authorization: `Bearer ${token}` });
    const byToken = () => invoke(people.list, {}, webCall('rest', headers()));
    expect((await byToken()).total).toBe(2);
    await turn(id, 'suspended');
    await expect(byToken()).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('does not make the last admin of anybody', async () => {
    const plan = await sellPlan(admin, { roleIds: [a.roleIds.admin] });
    await signFor(admin, memberId, plan);
    const other = await membershipOf(world, a, admin);
    await expect(invoke(people.suspend, { id: other, reason }, guest.call())).rejects.toMatchObject(
      { code: 'precondition' },
    );
  });

  it('ends with the membership, and its history stays', async () => {
    const { id } = await signFor(admin, memberId, await sellPlan(admin, { roleIds: [roleId] }));
    await invoke(people.remove, { id: memberId, reason }, admin.call());
    expect(await one(id)).toMatchObject({ state: 'unsigned', member: null });
    expect(await codes([turn(id, 'signed'), turn(id, 'suspended')])).toEqual([
      ...['not_found', 'precondition'],
    ]);
  });

  it('takes the place of what held, of all who sign at once one', async () => {
    const [team, firm] = [await sellPlan(admin, {}), await sellPlan(admin, { roleIds: [roleId] })];
    const { id } = await signFor(admin, memberId, team);
    await signFor(admin, memberId, firm);
    expect(await one(id)).toMatchObject({ state: 'unsigned' });
    const b = await world.member(a, 'basic');
    const otherId = await membershipOf(world, a, b);
    const at = { memberId: otherId, heldSeen: null, at: null, reason };
    const put = ({ planId, version }: typeof team) =>
      invoke(plans.put, { ...at, planId, version }, admin.call());
    const outcomes = await codes([put(team), put(firm), put(team), put(firm)]);
    expect(outcomes.filter((code) => code === false)).toHaveLength(1);
    const { total } = await invoke(plans.subscriptions, { state: 'signed' }, admin.call());
    expect(total).toBe(2);
  });
});

describe('who may', () => {
  it('give roles by a plan is who may give them by hand', async () => {
    const weakRole = await mintRole(a, ['user_plans.manage']);
    const weak = await world.member(a, 'guest');
    const weakId = await membershipOf(world, a, weak);
    const roleIds = [a.roleIds.guest, weakRole];
    await invoke(people.changeRoles, { id: weakId, roleIds, reason }, admin.call());
    const plan = await sellPlan(admin, { roleIds: [roleId] });
    const plain = await sellPlan(weak, { description: 'Lunch' });
    expect(await signFor(weak, memberId, plain)).toMatchObject({ state: 'signed' });
    await expect(signFor(weak, weakId, plan)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(sellPlan(weak, { roleIds: [roleId] })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const { id, revision } = await signFor(admin, memberId, plan);
    const step = { id, revision, reason };
    expect(
      await codes([
        invoke(plans.turn, { ...step, to: 'suspended', at: null }, weak.call()),
        invoke(plans.unplan, step, weak.call()),
        invoke(plans.offer, { id: plan.planId, offered: true, reason }, weak.call()),
        invoke(plans.unarchive, { id: plan.planId, reason }, weak.call()),
      ]),
    ).toEqual(['forbidden', 'forbidden', 'forbidden', 'forbidden']);
  });

  it('see subscriptions is who manages plans, each of their own workspace', async () => {
    const plan = await sellPlan(admin, { roleIds: [roleId] });
    const { id, revision } = await signFor(admin, memberId, plan);
    const b = await world.tenant();
    const other = await world.member(b, 'admin');
    const otherId = await membershipOf(world, b, other);
    const step = { id, revision, reason };
    const placing = { ...plan, heldSeen: null, at: null, reason, name: undefined };
    const { name: _, ...put } = placing;
    const wish = { planId: plan.planId, version: 1 };
    const tries = (who: TestMember) => [
      invoke(plans.subscription, { id }, who.call()),
      invoke(plans.turn, { ...step, to: 'suspended', at: null }, who.call()),
      invoke(plans.unplan, step, who.call()),
      invoke(plans.preview, { memberId, wish }, who.call()),
      invoke(plans.put, { ...put, memberId }, who.call()),
      invoke(plans.put, { ...put, memberId: otherId }, who.call()),
    ];
    expect(await codes(tries(other))).toEqual(Array(6).fill('not_found'));
    expect(await codes(tries(guest))).toEqual(Array(6).fill('forbidden'));
    const { total } = await invoke(plans.subscriptions, {}, other.call());
    expect(total).toBe(0);
    await expect(invoke(plans.subscriptions, {}, guest.call())).rejects.toMatchObject({
      code: 'forbidden',
    });
    // A member of another workspace cannot be signed for either.
    await expect(
      invoke(plans.put, { ...put, memberId: otherId }, admin.call()),
    ).rejects.toMatchObject({ code: 'not_found' });
    expect(await one(id)).toMatchObject({ state: 'signed', revision });
  });
});

describe('a preview', () => {
  it('tells which roles come and go, and what it costs', async () => {
    const prices = [
      { kind: 'flat' as const, currency: 'EUR', interval: 'month' as const, amount: 900 },
    ];
    const free = await sellPlan(admin, { roleIds: [roleId] });
    const paid = await sellPlan(admin, { roleIds: [a.roleIds.guest, a.roleIds.basic], prices });
    const { id } = await signFor(admin, memberId, free);
    const ask = (wish: Parameters<typeof foresee>[0]) => foresee(wish);
    async function foresee(
      wish: { planId: string; version: number } | { subscriptionId: string; to: 'suspended' },
    ) {
      return (await invoke(plans.preview, { memberId, wish }, admin.call())).changes;
    }
    expect(await ask({ planId: paid.planId, version: 1 })).toMatchObject({
      gained: [{ key: 'basic' }],
      lost: [{ id: roleId }],
      ...{ prices, pricesBefore: [] },
    });
    expect(await ask({ subscriptionId: id, to: 'suspended' })).toMatchObject({
      ...{ gained: [], lost: [{ id: roleId }] },
    });
  });
});

describe('a step for later', () => {
  const at = new Date(Date.now() + 86_400_000);

  const run = async (place: number) => {
    const jobs = await world.database.query<{ id: string; payload: Record<string, unknown> }>(
      `select id, payload from control.outbox where tenant_id = $1 and job = 'userPlans.carryOut'
       order by created_at, id`,
      [a.tenantId],
    );
    const job = jobs[place];
    if (!job) throw new Error('no job');
    const of = { outboxId: job.id, tenantId: a.tenantId, plane: 'control' as const };
    await runJob({ ...of, job: 'userPlans.carryOut', input: job.payload } as never);
  };

  it('is taken by a job, and roles come with it', async () => {
    const plan = await sellPlan(admin, { roleIds: [roleId] });
    const { id } = await signFor(admin, memberId, plan, at);
    await expect(look()).rejects.toMatchObject({ code: 'forbidden' });
    await run(0);
    await run(0);
    expect((await look()).total).toBe(2);
    expect(await one(id)).toMatchObject({ state: 'signed', revision: 3, nextAt: null });
  });

  it('is not taken once something else was done or it was taken back', async () => {
    const plan = await sellPlan(admin, { roleIds: [roleId] });
    const { id } = await signFor(admin, memberId, plan);
    const { revision } = await turn(id, 'suspended', at);
    expect(await one(id)).toMatchObject({ state: 'signed', nextState: 'suspended', nextAt: at });
    await invoke(plans.unplan, { id, revision, reason }, admin.call());
    await run(0);
    expect(await one(id)).toMatchObject({ state: 'signed', nextState: null });
    const begun = await signFor(admin, memberId, await sellPlan(admin, {}), at);
    await invoke(plans.unplan, { id: begun.id, revision: begun.revision, reason }, admin.call());
    await run(1);
    expect(await one(begun.id)).toMatchObject({ state: 'unsigned' });
    expect(await own()).toMatchObject({ held: { id, state: 'signed' } });
  });
});

describe('letters', () => {
  const kinds = async (to: TestMember) =>
    await world.database.query<{ subject: string }>(
      `select payload ->> 'subject' as subject from control.outbox
       where tenant_id = $1 and payload::text like $2 order by created_at, id`,
      [a.tenantId, `%${to.email}%`],
    );

  it('tell a member what admins did, and admins what a member asks for', async () => {
    const plan = await sellPlan(admin, {});
    const wish = { planId: plan.planId, version: 1, heldSeen: null, reason };
    await invoke(mine.ask, wish, guest.call());
    expect((await kinds(admin)).length + (await mailsTo(admin))).toBe(1);
    const { signing } = await own();
    await turn(signing?.id ?? '', 'signed');
    await turn(signing?.id ?? '', 'suspended');
    expect((await kinds(guest)).length + (await mailsTo(guest))).toBe(2);
  });

  const mailsTo = async (to: TestMember) => {
    const rows = await world.database.query(
      'select 1 from control.mails m where m.tenant_id = $1 and m::text like $2',
      [a.tenantId, `%${to.email}%`],
    );
    return rows.length;
  };
});
