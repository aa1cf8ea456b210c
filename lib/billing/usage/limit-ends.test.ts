import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askForLimitEnds } from '@/db/usage/limits';
import { auditProcedures } from '@/lib/audit/procedures';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { limitsProcedures as limits } from '@/lib/platform/limits/procedures';
import { tenantsProcedures } from '@/lib/platform/tenants/procedures';
import { reason } from '../testing/plans';
import { openPlanStage, type PlanStage } from '../testing/stage';

let stage: PlanStage;
beforeAll(async () => {
  stage = await openPlanStage();
});
afterAll(() => stage.world.end());
beforeEach(() => stage.begin());

const dayMs = 86_400_000;
const say = (max: number | null, days: number) =>
  invoke(
    limits.override,
    {
      ...{ id: stage.a.tenantId, name: 'members' as const, max, reason },
      endsAt: new Date(Date.now() + days * dayMs),
    },
    stage.asStaff(),
  );
/** Lets so many days go by for what is said. */
const pass = (days: number) =>
  stage.world.database.query(
    `update control.limit_overrides set created_at = created_at - make_interval(days => $2),
       ends_at = ends_at - make_interval(days => $2) where tenant_id = $1`,
    [stage.a.tenantId, days],
  );
const tell = () =>
  runJob({
    ...{ tenantId: stage.a.tenantId, plane: 'control', outboxId: uuidv7() },
    ...{ job: 'plan.lapse', input: {} },
  });
const asked = async () => {
  await stage.world.database.query(`delete from control.outbox where job = 'plan.lapse'`);
  await askForLimitEnds(stage.world.database.servers);
  await askForLimitEnds(stage.world.database.servers);
  const rows = await stage.world.database.query(
    `select 1 from control.outbox where tenant_id = $1 and job = 'plan.lapse'`,
    [stage.a.tenantId],
  );
  return rows.length;
};
const mails = () =>
  stage.world.database.query<{ kind: string }>(
    'select kind from control.mails where tenant_id = $1 order by created_at, id',
    [stage.a.tenantId],
  );
const told = async () => {
  const { events } = await invoke(auditProcedures.audit.list, {}, stage.admin.call());
  return events.filter(({ procedure }) => procedure === 'plan.lapse').map(({ detail }) => detail);
};

describe('the end of staff’s word on a limit', () => {
  it('is told some days before and when it comes, once each, to who handles the plan', async () => {
    await stage.ask(stage.team);
    await stage.world.member(stage.a, 'basic');
    await say(25, 10);
    await tell();
    expect([await asked(), await mails(), await told()]).toEqual([0, [], []]);
    await pass(8);
    expect(await asked()).toBe(1);
    await Promise.all([tell(), tell()]);
    expect(await asked()).toBe(0);
    await tell();
    expect(await mails()).toMatchObject([{ kind: 'plan' }]);
    expect(await told()).toMatchObject([{ limit: 'members', from: 25, to: 3, over: false }]);
    await pass(3);
    expect(await asked()).toBe(1);
    await Promise.all([tell(), tell()]);
    await tell();
    expect([await asked(), (await mails()).length]).toEqual([0, 2]);
    expect(await told()).toMatchObject([
      { limit: 'members', from: 25, to: 3, over: true },
      { over: false },
    ]);
    const { tenantId: id } = stage.a;
    const { events } = await invoke(tenantsProcedures.events, { id }, stage.asStaff());
    expect(events.filter(({ procedure }) => procedure === 'plan.lapse')).toHaveLength(2);
  });

  it('is told at its end alone where it was said for a few days', async () => {
    await say(5, 2);
    await tell();
    expect([await asked(), await mails()]).toEqual([0, []]);
    await pass(2);
    await tell();
    expect(await told()).toMatchObject([{ from: 5, to: 'any number', over: true }]);
    expect(await mails()).toHaveLength(1);
  });

  it('is not told of what staff lifted or said anew, nor of what has no end', async () => {
    await say(25, 10);
    const wish = { id: stage.a.tenantId, name: 'members' as const, reason };
    await invoke(limits.override, { ...wish, max: 30, endsAt: null }, stage.asStaff());
    await pass(11);
    await tell();
    await say(40, 10);
    await invoke(limits.lift, wish, stage.asStaff());
    await pass(8);
    await tell();
    expect([await asked(), await mails(), await told()]).toEqual([0, [], []]);
  });
});
