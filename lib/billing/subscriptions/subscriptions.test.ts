import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditProcedures } from '@/lib/audit/procedures';
import { limitNames } from '@/lib/billing/limit-names';
import { publishPlan, putOn, reason } from '@/lib/billing/testing/plans';
import { openPlanStage, type PlanStage } from '@/lib/billing/testing/stage';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { subscriptionsProcedures as subscriptions } from '@/lib/platform/subscriptions/procedures';
import { planProcedures as plan } from '../procedures';
import { mayBecome, type SubscriptionState } from './states';

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
  it('is signed at once where whoever it is offered to may sign, and replaces what held', async () => {
    expect(await own()).toMatchObject({ name: 'House', held: null, signing: null });
    expect(await ask(team)).toMatchObject({ state: 'signed' });
    await putOn(asStaff, a.tenantId, firm);
    const now = await own();
    expect(now).toMatchObject({ name: firm.name, held: { state: 'signed' }, signing: null });
    expect(now.history.map((one) => [one.name, one.fromState, one.toState])).toEqual([
      [firm.name, 'signing', 'signed'],
      [team.name, 'signed', 'unsigned'],
      [firm.name, null, 'signing'],
      [team.name, 'signing', 'signed'],
      [team.name, null, 'signing'],
    ]);
    const { events } = await invoke(auditProcedures.audit.list, {}, admin.call());
    expect(events.map(({ procedure }) => procedure)).toEqual([
      'platform.subscriptions.put',
      'plan.ask',
    ]);
  });

  it('waits for the platform otherwise, and can be taken back until then', async () => {
    const asked = await ask(firm);
    expect(asked.state).toBe('signing');
    expect((await own()).name).toBe('House');
    const { id, revision } = asked;
    await invoke(plan.withdraw, { id, revision }, admin.call());
    expect((await own()).signing).toBeNull();
    const again = await ask(firm);
    expect(await turn({ subscriptionId: again.id, revision: 1, to: 'signed' })).toMatchObject({
      state: 'signed',
    });
    const late = invoke(plan.withdraw, { id: again.id, revision: 2 }, admin.call());
    await expect(late).rejects.toMatchObject({ code: 'precondition' });
  });

  it('becomes something later by a job, unless something else was done since', async () => {
    const at = new Date(Date.now() + 86_400_000);
    const jobs = async () =>
      await world.database.query<{ id: string; payload: Record<string, unknown>; at: Date }>(
        `select id, payload, available_at as at from control.outbox
         where tenant_id = $1 and job = 'plan.carryOut' order by created_at, id`,
        [a.tenantId],
      );
    const run = async (place: number) => {
      const job = (await jobs())[place];
      if (!job) throw new Error('no job');
      const of = { outboxId: job.id, tenantId: a.tenantId, plane: 'control' as const };
      await runJob({ ...of, job: 'plan.carryOut', input: job.payload } as never);
    };
    const placed = await putOn(asStaff, a.tenantId, team, at);
    expect(await own()).toMatchObject({
      name: 'House',
      signing: { nextState: 'signed', nextAt: at },
    });
    expect((await jobs())[0]?.at).toEqual(at);
    await run(0);
    await run(0);
    expect(await own()).toMatchObject({ name: team.name, held: { revision: 3, nextAt: null } });

    const later = { subscriptionId: placed.id, to: 'unsigned' as const, at };
    const planned = await turn({ ...later, revision: 3 });
    const { id: subscriptionId, revision } = planned;
    const back = { id: a.tenantId, subscriptionId, revision, reason };
    await invoke(subscriptions.unplan, back, asStaff());
    await expect(
      invoke(subscriptions.unplan, { ...back, revision: revision + 1 }, asStaff()),
    ).rejects.toMatchObject({ code: 'precondition' });
    await run(1);
    expect((await own()).held).toMatchObject({ state: 'signed', nextState: null });
  });

  it('of another tenant is not there', async () => {
    const { id, revision } = await ask(firm);
    const b = await world.tenant();
    const other = await world.member(b, 'admin');
    const weak = await world.member(a, 'company');
    const outcomes = await Promise.allSettled([
      invoke(plan.withdraw, { id, revision }, other.call()),
      turn({ subscriptionId: id, revision, to: 'signed' }, b.tenantId),
      turn({ subscriptionId: id, revision, to: 'signed' }, crypto.randomUUID()),
      invoke(plan.get, {}, weak.call()),
      invoke(plan.withdraw, { id, revision }, weak.call()),
    ]);
    expect(outcomes.map((one) => one.status === 'rejected' && one.reason.code)).toEqual([
      ...['not_found', 'not_found', 'not_found', 'forbidden', 'forbidden'],
    ]);
    expect((await own()).signing?.state).toBe('signing');
  });

  it('shows tenants no plan that is not offered, and no draft', async () => {
    const secret = await publishPlan(asStaff, {}, { offered: false });
    const outcomes = await Promise.allSettled([ask(secret), ask({ ...team, version: 2 })]);
    expect(outcomes.map((one) => one.status === 'rejected' && one.reason.code)).toEqual([
      'not_found',
      'conflict',
    ]);
    await putOn(asStaff, a.tenantId, secret);
    expect(await own()).toMatchObject({ name: secret.name });
    expect((await own()).offers.map(({ name }) => name)).not.toContain(secret.name);
  });
});

describe('a preview', () => {
  it('tells exactly what goes, what is too much, and what is another way', async () => {
    for (const role of ['basic', 'basic', 'guest'] as const) await world.member(a, role);
    const wish = { planId: team.planId, version: team.version };
    const { changes } = await invoke(subscriptions.preview, { id: a.tenantId, wish }, asStaff());
    expect(changes).toEqual({
      modules: [{ module: 'tasks', title: 'Tasks', comes: false }],
      whiteLabel: null,
      limits: [{ name: 'members', before: null, after: 3, soft: false, used: 4, over: true }],
      ...{ tiers: [], flags: [] },
    });
    await putOn(asStaff, a.tenantId, team);
    const offer = (await own()).offers.find(({ planId }) => planId === firm.planId);
    expect(offer?.changes).toMatchObject({
      modules: [{ module: 'tasks', comes: true }],
      limits: [{ name: 'members', before: 3, after: null, over: false }],
      tiers: [
        { tier: 'schema', comes: false },
        { tier: 'database', comes: false },
      ],
      flags: [{ flag: 'records.search', before: true, after: false }],
    });
    const ending = { id: a.tenantId, wish: { to: 'suspended' as const } };
    const { changes: then } = await invoke(subscriptions.preview, ending, asStaff());
    expect(then.limits.map(({ after }) => after)).toEqual(limitNames.map(() => 0));
  });
});

describe('transitions', () => {
  const states = ['signed', 'suspended', 'unsigned', 'signing'] as const;
  const act = fc.oneof(
    fc.record({ put: fc.constantFrom(0, 1) }),
    fc.record({
      to: fc.constantFrom(...states),
      of: fc.constantFrom('held', 'signing'),
      stale: fc.boolean(),
    }),
    fc.record({ ask: fc.constant(true) }),
  );

  it('follow a small model through random histories', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 10 }), async (acts) => {
        const tenant = await world.tenant();
        const who = await world.member(tenant, 'admin');
        let held = null as { plan: string; state: SubscriptionState } | null;
        let signing = null as string | null;
        let steps = 0;
        for (const one of acts) {
          const before = await look(tenant.tenantId);
          if ('put' in one) {
            const target = one.put === 0 ? team : firm;
            const put = putOn(asStaff, tenant.tenantId, target);
            if (held?.plan === target.name)
              await expect(put).rejects.toMatchObject({ code: 'precondition' });
            else {
              await put;
              steps += 2 + (held ? 1 : 0) + (signing ? 1 : 0);
              [held, signing] = [{ plan: target.name, state: 'signed' }, null];
            }
          } else if ('ask' in one) {
            const asked = ask(firm, who);
            if (held?.plan === firm.name)
              await expect(asked).rejects.toMatchObject({ code: 'precondition' });
            else {
              await asked;
              steps += 1 + (signing ? 1 : 0);
              signing = firm.name;
            }
          } else {
            const target = before[one.of as 'held' | 'signing'];
            if (!target) continue;
            const revision = target.revision + (one.stale ? 1 : 0);
            const done = turn({ subscriptionId: target.id, revision, to: one.to }, tenant.tenantId);
            if (one.stale) await expect(done).rejects.toMatchObject({ code: 'conflict' });
            else if (!mayBecome(target.state, one.to)) {
              await expect(done).rejects.toMatchObject({ code: 'precondition' });
            } else {
              await done;
              const replaced = one.of === 'signing' && one.to === 'signed' && held ? 1 : 0;
              steps += 1 + replaced;
              if (one.of === 'signing') {
                if (one.to === 'signed') held = { plan: target.name, state: 'signed' };
                signing = null;
              } else held = one.to === 'unsigned' ? null : { plan: target.name, state: one.to };
            }
          }
        }
        const after = await look(tenant.tenantId);
        expect(after.held && { plan: after.held.name, state: after.held.state }).toEqual(held);
        expect(after.signing?.name ?? null).toBe(signing);
        expect(after.history).toHaveLength(Math.min(50, steps));
      }),
      { numRuns: 6 },
    );
  });

  it('that come at once are one', async () => {
    await putOn(asStaff, a.tenantId, team);
    const { held } = await look();
    const wish = { subscriptionId: held?.id ?? '', revision: held?.revision ?? 0 };
    const outcomes = await Promise.allSettled(
      (['suspended', 'unsigned', 'suspended', 'unsigned', 'suspended'] as const).map((to) =>
        turn({ ...wish, to }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const b = await world.tenant();
    await Promise.allSettled(
      [team, firm, team, firm].map((one) => putOn(asStaff, b.tenantId, one)),
    );
    const rows = await world.database.query<{ n: number }>(
      `select count(*)::int as n from control.subscriptions
       where tenant_id = $1 and state in ('signed', 'suspended')`,
      [b.tenantId],
    );
    expect(rows[0]?.n).toBe(1);
  });

  it('leave a history that nobody at run time changes', async () => {
    const rows = await world.database.query<{ right: string }>(
      `select distinct grantee || ' ' || privilege_type as right from information_schema.role_table_grants
       where table_schema = 'control' and table_name = 'subscription_changes'
         and grantee in ('rowhouse_app', 'rowhouse_platform')
         and privilege_type not in ('SELECT', 'INSERT')`,
    );
    expect(rows).toEqual([]);
  });
});
