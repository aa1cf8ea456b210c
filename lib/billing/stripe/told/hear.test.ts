import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { log } from '@/lib/log';
import { subscriptionsProcedures as subscriptions } from '@/lib/platform/subscriptions/procedures';
import { stripeWord } from '../../left-to-staff';
import { planProcedures as plan } from '../../procedures';
import { reason } from '../../testing/plans';
import { handAll, openToldStage, type Payer, type ToldStage } from '../testing/told';
import { readSubscription } from './read';

let stage: ToldStage;
beforeAll(async () => {
  log.level = 'silent';
  stage = await openToldStage();
});
afterAll(() => stage.end());

const unpaidOf = async ({ admin }: Payer) => (await invoke(plan.notices, {}, admin.call())).unpaid;
const historyOf = async ({ tenant }: Payer) =>
  (await invoke(subscriptions.ofTenant, { id: tenant.tenantId }, stage.asStaff())).history;

async function byStaff({ tenant, ours }: Payer, to: 'signed' | 'suspended' | 'unsigned') {
  const { held } = await invoke(subscriptions.ofTenant, { id: tenant.tenantId }, stage.asStaff());
  const { revision = 0 } = held ?? {};
  const wish = { id: tenant.tenantId, subscriptionId: ours, revision, to, at: null, reason };
  await invoke(subscriptions.turn, wish, stage.asStaff());
}

describe('a subscription', () => {
  it('is signed once it is paid for, and says by whose word', async () => {
    const payer = await stage.paying();
    expect(await stage.stateOf(payer.ours)).toBe('signed');
    const [last] = await historyOf(payer);
    expect(last).toMatchObject({ toState: 'signed', byName: stripeWord.byName });
    const [row] = await stage.world.database.query(
      'select status, items, period_end from control.stripe_subscriptions where tenant_id = $1',
      [payer.tenant.tenantId],
    );
    const key = `rowhouse.${stage.team.planId}.1.flat.EUR.month`;
    expect(row).toMatchObject({ status: 'active', items: [{ key, quantity: 1 }] });
  });

  it('whose first payment fails waits, and is given up when Stripe gives it up', async () => {
    const payer = await stage.payer();
    await stage.payBy(payer, 'pm_card_chargeCustomerFail');
    await stage.subscribe(payer);
    await stage.catchUp();
    expect(await stage.stateOf(payer.ours)).toBe('signing');
    await stage.goTo(payer, 2);
    await stage.catchUp();
    expect(await stage.stateOf(payer.ours)).toBe('unsigned');
    // What was asked for is void: nothing is owed, and no notice stands.
    expect(await unpaidOf(payer)).toBeNull();
  });

  it('goes on while Stripe tries, is suspended when it gives up, and goes on once it is paid', async () => {
    const payer = await stage.paying();
    await stage.failUntil(payer, 32);
    expect(await stage.stateOf(payer.ours)).toBe('signed');
    await stage.failUntil(payer, 50);
    expect(await stage.stateOf(payer.ours)).toBe('suspended');
    await stage.payBy(payer, 'pm_card_visa');
    const { data } = await stage.stripe.sdk.invoices.list({
      ...{ customer: payer.customer, status: 'open' },
    });
    for (const { id } of data) await stage.stripe.sdk.invoices.pay(id ?? '');
    await stage.catchUp();
    expect(await stage.stateOf(payer.ours)).toBe('signed');
    expect(await unpaidOf(payer)).toBeNull();
  });

  it('ends with the one at Stripe, and with a customer who is deleted there', async () => {
    const [one, other] = [await stage.paying(), await stage.paying()];
    await stage.stripe.sdk.subscriptions.cancel(one.there.id);
    await stage.stripe.sdk.customers.del(other.customer);
    await stage.catchUp();
    expect(await stage.stateOf(one.ours)).toBe('unsigned');
    expect(await stage.stateOf(other.ours)).toBe('unsigned');
  });

  it('becomes another one where Stripe says so', async () => {
    const payer = await stage.paying();
    const next = await stage.wish(payer, stage.firm);
    const { sdk } = stage.stripe;
    const { data } = await sdk.prices.list({ product: `rowhouse_${stage.firm.planId}` });
    const [item] = payer.there.items.data;
    await sdk.subscriptions.update(payer.there.id, {
      ...{ items: [{ id: item?.id, price: data[0]?.id }] },
      metadata: { rowhouse_subscription: next },
    });
    await stage.catchUp();
    expect(await stage.stateOf(next)).toBe('signed');
    expect(await stage.stateOf(payer.ours)).toBe('unsigned');
  });

  it('of a plan that is not the one that is paid for is not signed', async () => {
    const payer = await stage.payer();
    await stage.subscribe(payer, { wished: stage.firm });
    await stage.catchUp();
    expect(await stage.stateOf(payer.ours)).toBe('signing');
  });

  it('of another tenant is not touched, whoever names it', async () => {
    const [payer, victim] = [await stage.payer(), await stage.payer()];
    await stage.subscribe(payer, { ours: victim.ours });
    await stage.catchUp();
    expect(await stage.stateOf(victim.ours)).toBe('signing');
    expect(await stage.stateOf(payer.ours)).toBe('signing');
    const rows = await stage.world.database.query(
      'select 1 from control.stripe_subscriptions where tenant_id = any($1)',
      [[payer.tenant.tenantId, victim.tenant.tenantId]],
    );
    expect(rows).toEqual([]);
  });

  it('is heard of for the tenant alone whose customer it is', async () => {
    const [payer, other] = [await stage.payer(), await stage.payer()];
    const there = await stage.subscribe(other);
    stage.events();
    const told = readSubscription(there);
    const word = { kind: 'event', id: 'evt_other', type: 'customer.subscription.updated' };
    const input = {
      ...{ customer: other.customer, invoices: [], inDoubt: true },
      word: { ...word, at: new Date() },
      subscriptions: [{ ...told, ours: payer.ours }],
    };
    const { tenantId } = payer.tenant;
    await runJob({ tenantId, plane: 'control', outboxId: uuidv7(), job: 'plan.hear', input });
    expect(await stage.stateOf(payer.ours)).toBe('signing');
    expect(await stage.stateOf(other.ours)).toBe('signing');
  });

  it('of a tenant that is removed is kept without effect, and nothing of it comes back', async () => {
    const payer = await stage.payer();
    await stage.subscribe(payer);
    const events = stage.events();
    await stage.world.database.query('delete from control.stripe_customers where customer = $1', [
      payer.customer,
    ]);
    await handAll(events);
    expect(await stage.stateOf(payer.ours)).toBe('signing');
  });
});

describe('what staff said', () => {
  it('stands: what they suspended, or planned for, is not ended by paying for another plan', async () => {
    const [payer, other] = [await stage.paying(), await stage.paying()];
    const next = await stage.wish(payer, stage.firm);
    const planned = await stage.wish(other, stage.firm);
    await byStaff(payer, 'suspended');
    const at = new Date(Date.now() + 86_400_000);
    const { held } = await invoke(
      subscriptions.ofTenant,
      { id: other.tenant.tenantId },
      stage.asStaff(),
    );
    const wish = { id: other.tenant.tenantId, subscriptionId: other.ours, at, reason };
    const step = { ...wish, revision: held?.revision ?? 0, to: 'unsigned' } as const;
    await invoke(subscriptions.turn, step, stage.asStaff());
    await stage.subscribe(payer, { ours: next, wished: stage.firm });
    await stage.subscribe(other, { ours: planned, wished: stage.firm });
    await stage.catchUp();
    expect(await stage.stateOf(payer.ours)).toBe('suspended');
    expect(await stage.stateOf(next)).toBe('signing');
    expect(await stage.stateOf(other.ours)).toBe('signed');
    expect(await stage.stateOf(planned)).toBe('signing');
    const said = (await historyOf(payer)).filter(({ byName }) => byName === stripeWord.byName);
    expect(said[0]).toMatchObject({
      toState: 'signing',
      reason: expect.stringContaining('was suspended'),
    });
    await expect(invoke(plan.pay, { id: next }, payer.admin.call())).rejects.toMatchObject({
      code: 'precondition',
    });
    // Once staff let it go on, what was paid takes its place.
    await byStaff(payer, 'signed');
    await stage.subscribe(payer, { ours: next, wished: stage.firm });
    await stage.catchUp();
    expect(await stage.stateOf(next)).toBe('signed');
    expect(await stage.stateOf(payer.ours)).toBe('unsigned');
  });

  it('stands: what they suspended is not signed by what Stripe says again', async () => {
    const payer = await stage.paying();
    await byStaff(payer, 'suspended');
    // Whatever somebody is called.
    await stage.world.database.query(
      `update control.subscription_changes set by_name = 'Stripe' where tenant_id = $1`,
      [payer.tenant.tenantId],
    );
    await stage.stripe.sdk.subscriptions.update(payer.there.id, { metadata: { seen: 'yes' } });
    await stage.catchUp();
    expect(await stage.stateOf(payer.ours)).toBe('suspended');
    // Nor by a payment that was missing meanwhile.
    await stage.failUntil(payer, 50);
    await stage.payBy(payer, 'pm_card_visa');
    const { data } = await stage.stripe.sdk.invoices.list({ customer: payer.customer });
    for (const { id, status } of data) {
      if (status === 'open') await stage.stripe.sdk.invoices.pay(id ?? '');
    }
    await stage.catchUp();
    expect(await stage.stateOf(payer.ours)).toBe('suspended');
  });

  it('stands: what they let go on is suspended again by something new alone', async () => {
    const payer = await stage.paying();
    await stage.failUntil(payer, 50);
    await byStaff(payer, 'signed');
    await stage.stripe.sdk.subscriptions.update(payer.there.id, { metadata: { seen: 'yes' } });
    await stage.catchUp();
    expect(await stage.stateOf(payer.ours)).toBe('signed');
    await stage.stripe.sdk.subscriptions.cancel(payer.there.id);
    await stage.catchUp();
    expect(await stage.stateOf(payer.ours)).toBe('unsigned');
  });

  it('stands: what they ended stays so, and what they planned stays planned', async () => {
    const [payer, other] = [await stage.paying(), await stage.paying()];
    await byStaff(payer, 'unsigned');
    const at = new Date(Date.now() + 86_400_000);
    const { held } = await invoke(
      subscriptions.ofTenant,
      { id: other.tenant.tenantId },
      stage.asStaff(),
    );
    await invoke(
      subscriptions.turn,
      {
        ...{ id: other.tenant.tenantId, subscriptionId: other.ours, to: 'unsigned', at, reason },
        revision: held?.revision ?? 0,
      },
      stage.asStaff(),
    );
    await stage.stripe.sdk.subscriptions.update(payer.there.id, { metadata: { seen: 'yes' } });
    await stage.failUntil(other, 50);
    expect(await stage.stateOf(payer.ours)).toBe('unsigned');
    expect(await stage.stateOf(other.ours)).toBe('suspended');
    const after = await invoke(
      subscriptions.ofTenant,
      { id: other.tenant.tenantId },
      stage.asStaff(),
    );
    expect(after.held).toMatchObject({ nextState: 'unsigned', nextAt: at });
  });
});
