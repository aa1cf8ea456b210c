import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rolesProcedures as roles } from '@/lib/access/roles/procedures';
import { invoke } from '@/lib/doors/callable';
import {
  mintRole,
  openWorld,
  type TestMember,
  type TestTenant,
  type World,
} from '@/lib/doors/testing';
import { membershipOf, publishNext, reason, sellPlan, signFor } from '../testing/user-plans';
import { myPlanProcedures as mine } from './own-procedures';
import { userPlanProcedures as plans } from './procedures';
import { UserPlanTerms } from './terms';

let world: World;
let a: TestTenant;
let admin: TestMember;
let member: TestMember;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
  member = await world.member(a, 'basic');
});

const own = (who = member) => invoke(mine.get, {}, who.call());

async function ask({ planId, version }: { planId: string; version: number }, who = member) {
  const { held } = await own(who);
  const wish = { planId, version, heldSeen: held?.changedAt ?? null, reason };
  return await invoke(mine.ask, wish, who.call());
}

const codes = async (outcomes: Promise<unknown>[]) =>
  (await Promise.allSettled(outcomes)).map(
    (outcome) => outcome.status === 'rejected' && outcome.reason.code,
  );

describe('plans of a workspace', () => {
  it('keep what was published, and whoever signed it', async () => {
    const plan = await sellPlan(admin, { description: 'First', signing: 'self' });
    await ask(plan);
    await publishNext(admin, plan.planId, { description: 'Second', signing: 'self' });
    const [row] = (await invoke(plans.list, {}, admin.call())).plans;
    expect(row).toMatchObject({ subscriptions: 1, grandfathered: 1, published: { version: 2 } });
    expect(await own()).toMatchObject({ description: 'First', held: { version: 1 } });
    const { versions } = await invoke(plans.get, { id: plan.planId }, admin.call());
    expect(versions.map(({ terms }) => terms.description)).toEqual(['Second', 'First']);
    for (const table of ['user_plan_versions', 'user_plan_roles']) {
      const changes = `update control.${table} set version = 3 where plan_id = '${plan.planId}'`;
      await expect(asApp(changes)).rejects.toThrow(/permission denied/);
    }
    const changed = await asApp(
      `with done as (update control.user_plan_versions set terms = '{}' where plan_id = '${plan.planId}' returning 1) select * from done`,
    );
    expect(changed).toEqual([]);
  });

  const asApp = (text: string) =>
    world.database.inRolledBack(
      `set local role rowhouse_app; select set_config('app.tenant', '${a.tenantId}', true)`,
      (query) => query(text),
    );

  it('notice others who write the same draft', async () => {
    const { id } = await invoke(plans.create, { name: 'Club' }, admin.call());
    const save = (revision: number) =>
      invoke(plans.save, { id, revision, terms: UserPlanTerms.parse({}) }, admin.call());
    await save(1);
    expect(
      await codes([
        save(1),
        save(0),
        invoke(plans.publish, { id, revision: 1, reason }, admin.call()),
        invoke(plans.create, { name: 'club' }, admin.call()),
        invoke(plans.offer, { id, offered: true, reason }, admin.call()),
      ]),
    ).toEqual(['conflict', 'conflict', 'conflict', 'conflict', 'precondition']);
  });

  it('are of one workspace, and for who manages them', async () => {
    const plan = await sellPlan(admin, {});
    const b = await world.tenant();
    const other = await world.member(b, 'admin');
    const id = plan.planId;
    const terms = UserPlanTerms.parse({});
    const tries = (who: TestMember) => [
      invoke(plans.get, { id }, who.call()),
      invoke(plans.save, { id, revision: 0, terms }, who.call()),
      invoke(plans.publish, { id, revision: 1, reason }, who.call()),
      invoke(plans.offer, { id, offered: false, reason }, who.call()),
      invoke(plans.archive, { id, reason }, who.call()),
      invoke(plans.unarchive, { id, reason }, who.call()),
    ];
    expect(await codes(tries(other))).toEqual(Array(6).fill('not_found'));
    expect(await codes(tries(member))).toEqual(Array(6).fill('forbidden'));
    expect((await invoke(plans.list, {}, other.call())).plans).toEqual([]);
    expect(
      await codes([
        invoke(plans.list, {}, member.call()),
        invoke(plans.create, { name: 'Mine' }, member.call()),
        sellPlan(admin, { roleIds: [b.roleIds.guest] }),
        sellPlan(admin, { forRoleIds: [b.roleIds.guest] }),
      ]),
    ).toEqual(['forbidden', 'forbidden', 'invalid', 'invalid']);
    // The same name is free in another workspace.
    await sellPlan(other, {}, { name: plan.name });
  });

  it('that are archived go to nobody new and stay with who has them', async () => {
    const plan = await sellPlan(admin, { signing: 'self' });
    await ask(plan);
    const late = await world.member(a, 'basic');
    await invoke(plans.archive, { id: plan.planId, reason }, admin.call());
    expect((await own()).held?.state).toBe('signed');
    await expect(ask(plan, late)).rejects.toMatchObject({ code: 'not_found' });
    await expect(signFor(admin, await membershipOf(world, a, late), plan)).rejects.toMatchObject({
      code: 'precondition',
    });
    await invoke(plans.unarchive, { id: plan.planId, reason }, admin.call());
    expect(await ask(plan, late)).toMatchObject({ state: 'signed' });
  });
});

describe('roles of a plan', () => {
  it('with admin rights do not come by signing oneself', async () => {
    const [mild, strong] = [await mintRole(a, ['data.read']), await mintRole(a, ['people.manage'])];
    const self = { signing: 'self' as const };
    expect(
      await codes([
        sellPlan(admin, { ...self, roleIds: [strong] }),
        sellPlan(admin, { ...self, roleIds: [a.roleIds.admin] }),
        sellPlan(admin, { ...self, roleIds: [mild, a.roleIds.company] }),
        sellPlan(admin, { roleIds: [strong] }),
      ]),
    ).toEqual(['invalid', 'invalid', false, false]);
    // A role that came to do more since waits for an admin.
    const plan = await sellPlan(admin, { ...self, roleIds: [mild] });
    const role = { id: mild, name: 'Mild', base: 'basic' as const, reason };
    const { version } = await invoke(roles.get, { id: mild }, admin.call());
    const permissions = ['people.manage'];
    await invoke(roles.change, { ...role, permissions, version }, admin.call());
    expect((await own()).offers.find((one) => one.planId === plan.planId)?.signing).toBe('admin');
    expect(await ask(plan)).toMatchObject({ state: 'signing' });
  });

  it('pass to another when one is deleted', async () => {
    const [gone, stays] = [await mintRole(a, ['data.read']), await mintRole(a, ['people.read'])];
    const roleIds = [gone, stays];
    const plan = await sellPlan(admin, { roleIds, forRoleIds: [gone], signing: 'self' });
    const deletion = (replacementId: string) =>
      invoke(roles.delete, { id: gone, replacementId, reason }, admin.call());
    await expect(deletion(a.roleIds.admin)).rejects.toMatchObject({ code: 'precondition' });
    await deletion(stays);
    const { published } = await invoke(plans.get, { id: plan.planId }, admin.call());
    expect(published?.terms).toMatchObject({ roleIds: [stays], forRoleIds: [stays] });
  });
});

describe('my plan', () => {
  it('is signed at once, or waits for an admin and can be taken back', async () => {
    const free = await sellPlan(admin, { signing: 'self', includes: ['A locker'] });
    const club = await sellPlan(admin, {});
    expect(await own()).toMatchObject({ held: null, signing: null, history: [] });
    expect(await invoke(mine.shown, {}, member.call())).toEqual({ shown: true });
    const elsewhere = await world.member(await world.tenant(), 'basic');
    expect(await invoke(mine.shown, {}, elsewhere.call())).toEqual({ shown: false });
    expect(await ask(free)).toMatchObject({ state: 'signed' });
    await expect(ask(free)).rejects.toMatchObject({ code: 'precondition' });
    const { id, revision } = await ask(club);
    expect(await own()).toMatchObject({
      held: { name: free.name },
      signing: { name: club.name, state: 'signing' },
      includes: ['A locker'],
    });
    await invoke(mine.withdraw, { id, revision }, member.call());
    expect((await own()).signing).toBeNull();
  });

  it('is offered by role', async () => {
    const forGuests = await sellPlan(admin, { signing: 'self', forRoleIds: [a.roleIds.guest] });
    const forAll = await sellPlan(admin, { signing: 'self' });
    expect((await own()).offers.map(({ name }) => name)).toEqual([forAll.name]);
    await expect(ask(forGuests)).rejects.toMatchObject({ code: 'not_found' });
    const guest = await world.member(a, 'guest');
    expect((await own(guest)).offers).toHaveLength(2);
    expect(await ask(forGuests, guest)).toMatchObject({ state: 'signed' });
  });

  it('ends at once or at a day, which can be taken back', async () => {
    await ask(await sellPlan(admin, { signing: 'self' }));
    const { held } = await own();
    const id = held?.id ?? '';
    const at = new Date(Date.now() + 86_400_000);
    const ending = { id, reason };
    await invoke(mine.end, { ...ending, revision: 2, at }, member.call());
    expect(await own()).toMatchObject({ nextIsOwn: true, held: { nextState: 'unsigned' } });
    await invoke(mine.withdraw, { id, revision: 3 }, member.call());
    await invoke(mine.end, { ...ending, revision: 4, at: null }, member.call());
    expect(await own()).toMatchObject({ held: null, nextIsOwn: false });
  });

  it('leaves to admins what they planned or suspended', async () => {
    const plan = await sellPlan(admin, { signing: 'self' });
    const { id, revision } = await ask(plan);
    const at = new Date(Date.now() + 86_400_000);
    const step = { id, reason };
    await invoke(plans.turn, { ...step, revision, to: 'suspended', at }, admin.call());
    const later = { ...step, revision: 3, at };
    expect(
      await codes([
        invoke(mine.withdraw, { id, revision: 3 }, member.call()),
        invoke(mine.end, later, member.call()),
        invoke(mine.end, { ...later, at: null }, member.call()),
      ]),
    ).toEqual(['precondition', 'precondition', 'precondition']);
    await invoke(plans.turn, { ...step, revision: 3, to: 'suspended', at: null }, admin.call());
    const now = { ...step, revision: 4 };
    expect(
      await codes([
        invoke(mine.end, { ...now, at: null }, member.call()),
        invoke(mine.end, { ...now, at }, member.call()),
      ]),
    ).toEqual(['precondition', 'precondition']);
    expect((await own()).held?.state).toBe('suspended');
    const other = await sellPlan(admin, { signing: 'self' });
    expect(await ask(other)).toMatchObject({ state: 'signing' });
  });

  it('is nobody else’s', async () => {
    const { id, revision } = await ask(await sellPlan(admin, { signing: 'self' }));
    const colleague = await world.member(a, 'company');
    const b = await world.tenant();
    const stranger = await world.member(b, 'admin');
    const ending = { id, revision, at: null, reason };
    expect(
      await codes([
        invoke(mine.end, ending, colleague.call()),
        invoke(mine.withdraw, { id, revision }, colleague.call()),
        invoke(mine.end, ending, stranger.call()),
        invoke(mine.withdraw, { id, revision }, stranger.call()),
        invoke(mine.get, {}, world.anonymous(a)),
      ]),
    ).toEqual(['not_found', 'not_found', 'not_found', 'not_found', 'unauthenticated']);
    expect((await own()).held?.state).toBe('signed');
  });

  it('is one when it is asked for many times at once', async () => {
    const [one, two] = [
      await sellPlan(admin, { signing: 'self' }),
      await sellPlan(admin, { signing: 'self' }),
    ];
    const wish = { version: 1, heldSeen: null, reason };
    const outcomes = await codes(
      [one, two, one, two].map(({ planId }) =>
        invoke(mine.ask, { ...wish, planId }, member.call()),
      ),
    );
    expect(outcomes.filter((code) => code === false)).toHaveLength(1);
    const { total } = await invoke(plans.subscriptions, { state: 'signed' }, admin.call());
    expect(total).toBe(1);
  });
});
