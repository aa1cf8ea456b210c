import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForLimitLooks } from '@/db/usage/limits';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { planProcedures as plan } from '../procedures';
import { publishPlan } from '../testing/plans';
import { openPlanStage, type PlanStage } from '../testing/stage';

let stage: PlanStage;
let few: Awaited<ReturnType<typeof publishPlan>>;
beforeAll(async () => {
  stage = await openPlanStage();
  const limits = { members: { max: 5, kind: 'hard' as const, warnPercent: 80 } };
  few = await publishPlan(stage.asStaff, { limits, signing: 'self' });
});
afterAll(() => stage.world.end());

const look = (tenantId: string) =>
  runJob({ tenantId, plane: 'control', outboxId: uuidv7(), job: 'plan.watch', input: {} });

const mailsOf = async (tenantId: string) =>
  (
    await stage.world.database.query(
      `select 1 from control.mails where tenant_id = $1 and kind = 'plan'`,
      [tenantId],
    )
  ).length;

const noticesOf = async () => (await invoke(plan.notices, {}, stage.admin.call())).notices;

describe('notices of limits', () => {
  it('come once for each crossing, and end when there is less', async () => {
    await stage.begin();
    const { tenantId } = stage.a;
    await stage.ask(few);
    await look(tenantId);
    expect([await noticesOf(), await mailsOf(tenantId)]).toEqual([[], 0]);
    for (let n = 0; n < 3; n++) await stage.world.member(stage.a, 'basic');
    await look(tenantId);
    await look(tenantId);
    expect(await noticesOf()).toMatchObject([{ name: 'members', percent: 80 }]);
    expect(await mailsOf(tenantId)).toBe(1);
    const last = await stage.world.member(stage.a, 'basic');
    await look(tenantId);
    expect(await noticesOf()).toMatchObject([{ name: 'members', percent: 100 }]);
    expect(await mailsOf(tenantId)).toBe(2);
    await stage.world.database.query(
      'delete from control.memberships where tenant_id = $1 and user_id = $2',
      [tenantId, last.userId],
    );
    await look(tenantId);
    expect(await noticesOf()).toMatchObject([{ name: 'members', percent: 80 }]);
    expect(await mailsOf(tenantId)).toBe(2);
    await stage.world.database.query(
      `update control.counters set value = value - 1 where tenant_id = $1 and name = 'members'`,
      [tenantId],
    );
    // Reached again the same day: it is shown, and nobody gets another mail.
    await stage.world.member(stage.a, 'basic');
    await look(tenantId);
    expect(await noticesOf()).toMatchObject([{ name: 'members', percent: 100 }]);
    expect(await mailsOf(tenantId)).toBe(2);
  });

  it('are looked for where there are limits, and kept from who may not choose the plan', async () => {
    await stage.begin();
    const asked = () =>
      stage.world.database.query(
        `select 1 from control.outbox where tenant_id = $1 and job = 'plan.watch'`,
        [stage.a.tenantId],
      );
    await askForLimitLooks(stage.world.database.servers);
    expect(await asked()).toHaveLength(0);
    await stage.ask(few);
    await askForLimitLooks(stage.world.database.servers);
    await askForLimitLooks(stage.world.database.servers);
    expect(await asked()).toHaveLength(1);
    const weak = await stage.world.member(stage.a, 'basic');
    await expect(invoke(plan.notices, {}, weak.call())).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
