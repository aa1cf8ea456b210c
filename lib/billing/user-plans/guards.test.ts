import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { peopleProcedures as people } from '@/lib/access/people/procedures';
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
let member: TestMember;
let memberId: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
  member = await world.member(a, 'basic');
  memberId = await membershipOf(world, a, member);
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

describe('my plan', () => {
  it('is decided by people in person, whatever a token carries', async () => {
    const plan = await sellPlan(admin, { signing: 'self' });
    const { id, revision } = await ask(plan, admin);
    const wish = { name: 'Sync', scopes: ['people.read'], expiresInDays: 1 };
    const { token } = await invoke(tokenProcedures.tokens.create, wish, admin.call());
    const headers = () => new Headers({ host: a.host, authorization: `Bearer ${token}` });
    const byToken = () => webCall('rest', headers());
    const { planId } = await sellPlan(admin, { signing: 'self' });
    const heldSeen = (await own(admin)).held?.changedAt ?? null;
    expect(
      await codes([
        invoke(mine.ask, { planId, version: 1, heldSeen, reason }, byToken()),
        invoke(mine.withdraw, { id, revision }, byToken()),
        invoke(mine.end, { id, revision, at: null, reason }, byToken()),
        invoke(mine.get, {}, byToken()),
      ]),
    ).toEqual(['forbidden', 'forbidden', 'forbidden', false]);
    expect(await own(admin)).toMatchObject({ held: { id, revision }, signing: null });
  });

  it('is signed by nobody who left while they waited', async () => {
    const plan = await sellPlan(admin, { signing: 'self' });
    const asked = await whileTurnIsTaken(
      () => codes([ask(plan)]),
      'delete from control.memberships where id = $1',
    );
    expect(asked).toEqual(['not_found']);
    const { total } = await invoke(plans.subscriptions, {}, admin.call());
    expect(total).toBe(0);
  });

  it('is not left behind by who holds the membership before the turn', async () => {
    await ask(await sellPlan(admin, { signing: 'self' }));
    const outcomes = await whileTurnIsTaken(
      () => codes([invoke(people.remove, { id: memberId, reason }, admin.call())]),
      'select 1 from control.memberships where id = $1 for update nowait',
    );
    expect(outcomes).toEqual([false]);
    const { total } = await invoke(plans.subscriptions, { state: 'signed' }, admin.call());
    expect(total).toBe(0);
  });

  it('writes to admins once for the same wish, and so many times a day', async () => {
    const [club, other] = [await sellPlan(admin, {}), await sellPlan(admin, {})];
    const first = await ask(club);
    const before = await lettersTo(admin);
    expect(before).toBeGreaterThan(0);
    expect(await ask(club)).toEqual(first);
    expect(await lettersTo(admin)).toBe(before);
    for (let wish = 1; wish < 20; wish += 1) await ask(wish % 2 ? other : club);
    await expect(ask(club)).rejects.toMatchObject({ code: 'limit' });
    expect((await own()).signing?.name).toBe(other.name);
  });

  const lettersTo = async ({ email }: TestMember) => {
    const [found] = await world.database.query<{ n: string }>(
      `select (select count(*) from control.mails m where m.tenant_id = $1 and m::text like $2)
         + (select count(*) from control.outbox o where o.tenant_id = $1
            and o.payload::text like $2) as n`,
      [a.tenantId, `%${email}%`],
    );
    return Number(found?.n);
  };

  it('is found by an index of the member', async () => {
    const found = await world.database.query(
      `select 1 from pg_indexes where schemaname = 'control'
       and indexdef like '%user_subscriptions USING btree (tenant_id, membership_id, changed_at)%'`,
    );
    expect(found).toHaveLength(1);
  });

  /** Starts what comes to wait for the member's turn, runs a statement meanwhile, and lets go. */
  async function whileTurnIsTaken(start: () => Promise<unknown[]>, meanwhile: string) {
    let started: Promise<unknown[]> | undefined;
    await world.database.inRolledBack(
      `select pg_advisory_xact_lock(hashtextextended('subscriptions ${memberId}', 0))`,
      async () => {
        started = start();
        await vi.waitFor(async () => {
          const waiting = await world.database.query(
            `select 1 from pg_locks l join pg_database d on d.oid = l.database
             where d.datname = current_database() and locktype = 'advisory' and not granted`,
          );
          expect(waiting).toHaveLength(1);
        });
        await world.database.query(meanwhile, [memberId]);
      },
    );
    return await started;
  }
});

describe('replacing a plan', () => {
  it('is for who may give the roles of all that ends by it', async () => {
    const strong = await mintRole(a, ['people.read', 'tokens.manage']);
    const weak = await weakManager();
    const gives = await sellPlan(admin, { roleIds: [strong] });
    const [plain, other] = [await sellPlan(admin, {}), await sellPlan(admin, {})];
    const held = await signFor(admin, memberId, gives);
    const { id, revision } = held;
    const suspension = { id, revision, to: 'suspended' as const, at: null, reason };
    await invoke(plans.turn, suspension, admin.call());
    await expect(signFor(weak, memberId, plain)).rejects.toMatchObject({ code: 'forbidden' });
    // What they asked for themselves does not open a way either.
    const wish = await ask(plain);
    const sign = { id: wish.id, revision: wish.revision, to: 'signed' as const, at: null, reason };
    await expect(invoke(plans.turn, sign, weak.call())).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await own()).toMatchObject({
      held: { id: held.id, state: 'suspended' },
      signing: { id: wish.id },
    });
    await invoke(plans.turn, sign, admin.call());
    // Nor does what is only being signed end by somebody who may not give it.
    const later = await signFor(admin, memberId, gives, new Date(Date.now() + 86_400_000));
    await expect(signFor(weak, memberId, other)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await own()).signing?.id).toBe(later.id);
  });

  /** Somebody who may manage plans and people, and little else. */
  async function weakManager() {
    const roleId = await mintRole(a, ['user_plans.manage', 'people.manage', 'people.read']);
    const who = await world.member(a, 'guest');
    const id = await membershipOf(world, a, who);
    await invoke(
      people.changeRoles,
      { id, roleIds: [a.roleIds.guest, roleId], reason },
      admin.call(),
    );
    return who;
  }
});

describe('a planned signing', () => {
  const at = new Date(Date.now() + 86_400_000);

  it('does not happen for a plan that was archived since, and the member hears of it', async () => {
    const plan = await sellPlan(admin, {});
    const { id } = await signFor(admin, memberId, plan, at);
    await invoke(plans.archive, { id: plan.planId, reason }, admin.call());
    await carryOut();
    const left = await invoke(plans.subscription, { id }, admin.call());
    expect(left).toMatchObject({ state: 'unsigned', nextAt: null });
    expect(left.steps[0]).toMatchObject({ reason: 'The plan was archived' });
  });

  it('waits for an admin when its planner may not give its roles any more', async () => {
    const planner = await world.member(a, 'admin');
    const roleId = await mintRole(a, ['people.read']);
    const { id } = await signFor(
      planner,
      memberId,
      await sellPlan(admin, { roleIds: [roleId] }),
      at,
    );
    const plannerId = await membershipOf(world, a, planner);
    const roleIds = [a.roleIds.guest];
    await invoke(people.changeRoles, { id: plannerId, roleIds, reason }, admin.call());
    await carryOut();
    expect((await own()).held).toBeNull();
    const left = await invoke(plans.subscription, { id }, admin.call());
    expect(left).toMatchObject({ state: 'signing', nextAt: null });
    const { revision } = left;
    await invoke(plans.turn, { id, revision, to: 'signed', at: null, reason }, admin.call());
    expect((await own()).held).toMatchObject({ id, state: 'signed' });
  });

  async function carryOut() {
    const [job] = await world.database.query<{ id: string; payload: Record<string, unknown> }>(
      `select id, payload from control.outbox where tenant_id = $1 and job = 'userPlans.carryOut'`,
      [a.tenantId],
    );
    const of = { outboxId: job?.id, tenantId: a.tenantId, plane: 'control' as const };
    await runJob({ ...of, job: 'userPlans.carryOut', input: job?.payload } as never);
  }
});
