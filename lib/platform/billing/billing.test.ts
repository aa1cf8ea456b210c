import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareUsage } from '@/lib/billing/stripe/compare-usage';
import { tellUsage } from '@/lib/billing/stripe/tell-usage';
import { openStripeStage } from '@/lib/billing/stripe/testing/stage';
import { account, UsageStage } from '@/lib/billing/stripe/testing/usage';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { openStaff } from '../testing/staff';
import { billingProcedures as billing } from './procedures';

let world: World;
let asStaff: () => DoorCall;
beforeAll(async () => {
  world = await openWorld();
  asStaff = await openStaff(world);
});
afterAll(() => world.end());

describe('platform.billing', () => {
  it('shows what Stripe was told, what waits and what differs, and has it compared', async () => {
    const stage = await UsageStage.open(world, asStaff, await openStripeStage());
    const access = { sdk: stage.stripe.sdk, account };
    const { servers } = world.database;
    const [a, b] = [await stage.tenant(), await stage.tenant()];
    await stage.seal(a, { hoursAgo: 30, quantity: 40 });
    await stage.enter();
    await tellUsage(servers, access);
    await stage.seal(a, { hoursAgo: 30, quantity: 2 });
    await stage.seal(b, { hoursAgo: 30, quantity: 5 });
    await stage.enter();
    await world.database.query(
      `update control.stripe_usage set state = 'unsure', next_at = null where tenant_id = '${b.tenantId}'`,
    );
    const before = await invoke(billing.usage, {}, asStaff());
    expect(before).toMatchObject({
      ...{ sealed: 3, states: { sent: 1, waiting: 1, unsure: 1, refused: 0, settled: 0 } },
      ...{ days: { compared: 0, unlike: 0 }, differences: [] },
      untold: [{ tenant: { id: b.tenantId }, quantity: 5, state: 'unsure' }],
    });
    expect(await invoke(billing.compare, {}, asStaff())).toEqual({ days: 2 });
    expect(await compareUsage(servers, access)).toBe(2);
    const after = await invoke(billing.usage, {}, asStaff());
    expect(after.days).toEqual({ compared: 2, unlike: 2 });
    const of = (id: string) => after.differences.find(({ tenant }) => tenant.id === id);
    expect(of(a.tenantId)).toMatchObject({ ledger: 42, told: 40, known: 40, hours: 1, mended: 0 });
    expect(of(b.tenantId)).toMatchObject({ ledger: 5, told: 0, known: 0, hours: 1 });
    await stage.stripe.end();
  });

  it('lists refunds of customers who are no tenant, and nothing else that nobody heard', async () => {
    await world.database.query(
      `insert into control.stripe_events (id, type, customer, at, heard_at) values
         ('evt_1', 'credit_note.created', 'cus_gone', '2027-01-02', null),
         ('evt_2', 'charge.refunded', 'cus_gone', '2027-01-03', null),
         ('evt_3', 'invoice.paid', 'cus_gone', '2027-01-04', null),
         ('evt_4', 'charge.refunded', 'cus_known', '2027-01-05', now())`,
    );
    const { refunds } = await invoke(billing.refunds, {}, asStaff());
    expect(refunds.map(({ id, type, customer }) => [id, type, customer])).toEqual([
      ['evt_2', 'charge.refunded', 'cus_gone'],
      ['evt_1', 'credit_note.created', 'cus_gone'],
    ]);
  });

  it('is for staff alone', async () => {
    const admin = await world.member(await world.tenant(), 'admin');
    const hidden = { code: 'not_found' };
    await expect(invoke(billing.usage, {}, admin.call())).rejects.toMatchObject(hidden);
    await expect(invoke(billing.refunds, {}, admin.call())).rejects.toMatchObject(hidden);
    await expect(invoke(billing.compare, {}, admin.call())).rejects.toMatchObject(hidden);
  });
});
