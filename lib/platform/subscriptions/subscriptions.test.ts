import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditProcedures } from '@/lib/audit/procedures';
import { publishPlan, putOn, reason } from '@/lib/billing/testing/plans';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { sessionCookie } from '@/lib/identity/cookies';
import { consoleCall, openStaff } from '../testing/staff';
import { subscriptionsProcedures as subscriptions } from './procedures';

let world: World;
let asStaff: () => DoorCall;

beforeAll(async () => {
  world = await openWorld();
  asStaff = await openStaff(world);
});
afterAll(() => world.end());

it('staff suspend later and take that back, and both sides read of it', async () => {
  const { tenantId: id, ...tenant } = await world.tenant();
  const admin = await world.member({ tenantId: id, ...tenant }, 'admin');
  const put = await putOn(asStaff, id, await publishPlan(asStaff, {}));
  const at = new Date(Date.now() + 3_600_000);
  const wish = { id, subscriptionId: put.id, to: 'suspended' as const, reason };
  const planned = await invoke(
    subscriptions.turn,
    { ...wish, revision: put.revision, at },
    asStaff(),
  );
  expect(planned.state).toBe('signed');
  const back = { id, subscriptionId: put.id, revision: planned.revision, reason };
  const kept = await invoke(subscriptions.unplan, back, asStaff());
  const over = new Date(Date.now() - 3 * 86_400_000);
  const outcomes = await Promise.allSettled([
    invoke(subscriptions.unplan, back, asStaff()),
    invoke(subscriptions.turn, { ...wish, revision: kept.revision, at: over }, asStaff()),
    invoke(
      subscriptions.turn,
      { ...wish, revision: kept.revision, at: null },
      consoleCall(`${sessionCookie()}=${admin.token}`),
    ),
  ]);
  expect(outcomes.map((one) => one.status === 'rejected' && one.reason.code)).toEqual([
    ...['conflict', 'invalid', 'unauthenticated'],
  ]);
  const { held } = await invoke(subscriptions.ofTenant, { id }, asStaff());
  expect(held).toMatchObject({ state: 'signed', nextState: null });
  const { events } = await invoke(auditProcedures.audit.list, {}, admin.call());
  expect(events.map(({ procedure }) => procedure)).toEqual([
    'platform.subscriptions.unplan',
    'platform.subscriptions.turn',
    'platform.subscriptions.put',
  ]);
});

it('staff see the invoices of one tenant, and nobody else does', async () => {
  const [one, other] = [await world.tenant(), await world.tenant()];
  const admin = await world.member(one, 'admin');
  await world.database.query(
    `insert into control.stripe_invoices (tenant_id, id, stripe_id, account, number, status, currency,
       total, amount_paid, amount_remaining, period_start, period_end, issued_at, told_at)
     select $1, app.uuid7(), n, 'one', n, n, 'krw', 9, 0, 9, now(), now(), now(), now()
     from unnest(array['open', 'draft']) n`,
    [one.tenantId],
  );
  const seen = async (id: string) =>
    (await invoke(subscriptions.invoices, { id }, asStaff())).invoices.map(({ number }) => number);
  // What is not sent yet is not shown.
  expect(await seen(one.tenantId)).toEqual(['open']);
  expect(await seen(other.tenantId)).toEqual([]);
  await expect(seen(uuidv7())).rejects.toMatchObject({ code: 'not_found' });
  const call = consoleCall(`${sessionCookie()}=${admin.token}`);
  await expect(invoke(subscriptions.invoices, { id: one.tenantId }, call)).rejects.toMatchObject({
    code: 'unauthenticated',
  });
});
