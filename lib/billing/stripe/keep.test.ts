import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { log } from '@/lib/log';
import { subscriptionsProcedures } from '@/lib/platform/subscriptions/procedures';
import { planProcedures as plan } from '../procedures';
import { publishPlan, putOn, reason } from '../testing/plans';
import { monthly, openPayStage, type PayStage } from './testing/paying';

let stage: PayStage;
beforeAll(async () => {
  // What is tried here fails on purpose.
  log.level = 'silent';
  stage = await openPayStage();
});
afterAll(() => stage.world.end());
beforeEach(() => stage.begin());
afterEach(() => stage.stripe.end());

const yearly = { currency: 'EUR', interval: 'year' } as const;
const flat = { kind: 'flat', ...monthly, amount: 3_000 } as const;
const seat = { kind: 'seat', ...monthly, amount: 200, included: 0 } as const;
const calls = { kind: 'metered', ...monthly, amount: 5, meter: 'requests', per: 1_000 } as const;

const only = async () => {
  const [one, ...others] = await stage.subscriptions();
  if (!one || others.length > 0) throw new Error('There is not one subscription.');
  return one;
};
const quantityOf = async (kind: string) => {
  const { items } = await only();
  return items.data.find(({ price }) => price.lookup_key?.split('.')[3] === kind)?.quantity;
};
const turn = async (to: 'signed' | 'suspended' | 'unsigned') => {
  const id = stage.a.tenantId;
  const { held } = await invoke(subscriptionsProcedures.ofTenant, { id }, stage.asStaff());
  const wish = { subscriptionId: held?.id ?? '', revision: held?.revision ?? 0, to };
  await invoke(subscriptionsProcedures.turn, { id, at: null, reason, ...wish }, stage.asStaff());
};
const preview = async (wished: { planId: string; version: number }, charge = monthly) => {
  const { planId, version } = wished;
  const { askId } = await invoke(plan.preview, { planId, version, charge }, stage.admin.call());
  await stage.answer();
  return await stage.asked(askId);
};

describe('a change of what is paid for', () => {
  it('is shown before, costs what was shown, and is signed with the note of it', async () => {
    const team = await stage.publish({ prices: [flat, seat] });
    const firm = await stage.publish({ prices: [{ ...flat, amount: 9_000 }, calls] });
    const first = await stage.signAndPay(team);
    const offer = (await stage.own()).offers.find(({ planId }) => planId === firm.planId);
    expect(offer).toMatchObject({ signing: 'change', charges: [monthly] });
    const shown = await preview(firm);
    expect(shown).toMatchObject({ state: 'ready', fault: null, figures: { now: 0 } });
    const lines = shown.figures?.lines ?? [];
    expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(shown.figures?.total);
    expect((await only()).metadata.rowhouse_subscription).toBe(first);

    const { id, askId } = await stage.ask(firm, monthly, shown.id);
    await stage.answer();
    expect(await stage.asked(askId)).toMatchObject({ state: 'ready', fault: null });
    const own = await stage.own();
    expect(own.held).toMatchObject({ id, name: firm.name, state: 'signed' });
    expect(own.signing).toBeNull();
    expect(own.payment.paid).toMatchObject({ status: 'active', charge: monthly });
    const one = await only();
    expect(one.metadata.rowhouse_subscription).toBe(id);
    expect(one.items.data.map(({ price }) => price.lookup_key?.split('.')[3]).sort()).toEqual([
      ...['flat', 'metered'],
    ]);
    const next = await stage.stripe.sdk.invoices.createPreview({ subscription: one.id });
    expect(next.total).toBe(shown.figures?.total);
    await stage.keep();
    expect((await only()).status).toBe('active');
  });

  it('to another interval is charged at once', async () => {
    const team = await stage.publish({ prices: [flat, { ...flat, ...yearly, amount: 30_000 }] });
    const firm = await stage.publish({ prices: [{ ...flat, ...yearly, amount: 30_000 }] });
    await stage.signAndPay(team);
    const shown = await preview(firm, yearly);
    // What was paid ahead of the month is set off, whole: no second of it has passed.
    expect(shown.figures?.now).toBeLessThan(27_100);
    expect(shown.figures?.now).toBeGreaterThan(26_900);
    await stage.ask(firm, yearly, shown.id);
    await stage.answer();
    const { data } = await stage.stripe.sdk.invoices.list({ limit: 1 });
    expect(data).toMatchObject([{ total: shown.figures?.now, status: 'paid' }]);
    expect((await stage.own()).payment.paid).toMatchObject({ charge: yearly });
  });

  it('whose payment fails leaves everything as it was', async () => {
    const team = await stage.publish({ prices: [flat] });
    const firm = await stage.publish({ prices: [{ ...flat, ...yearly, amount: 30_000 }] });
    const first = await stage.signAndPay(team);
    const { customer } = await only();
    await stage.stripe.sdk.customers.update(String(customer), {
      invoice_settings: { default_payment_method: 'pm_card_chargeCustomerFail' },
    });
    const { id, askId } = await stage.ask(firm, yearly);
    await stage.answer();
    expect(await stage.asked(askId)).toMatchObject({
      ...{ state: 'failed', fault: 'Stripe: Your card was declined.' },
    });
    const own = await stage.own();
    expect(own.held?.id).toBe(first);
    expect(own.payment.asked).toMatchObject({
      id: askId,
      fault: 'Stripe: Your card was declined.',
    });
    await invoke(plan.withdraw, { id, revision: 1 }, stage.admin.call());
    await stage.keep();
    expect(await only()).toMatchObject({ status: 'active' });
    expect(await quantityOf('flat')).toBe(1);
  });

  it.each(['loseAnswer', 'hang'] as const)('is done once, by %s at any request', async (fault) => {
    const plans = [];
    for (const amount of [1_000, 2_000]) {
      plans.push(await stage.publish({ prices: [{ ...flat, amount }, seat] }));
    }
    const [one, other] = plans;
    if (!one || !other) throw new Error('Two plans are needed.');
    await stage.signAndPay(one);
    let now = one;
    for (let nth = 1; nth <= 3; nth += 1) {
      now = now === one ? other : one;
      const { id, askId } = await stage.ask(now);
      stage.failAt(nth, fault);
      await stage.answer();
      stage.failAt(0, fault);
      await expect(
        invoke(plan.withdraw, { id, revision: 1 }, stage.admin.call()),
      ).rejects.toMatchObject({ code: 'precondition' });
      await stage.retry();
      await stage.answer();
      expect(await stage.asked(askId)).toMatchObject({ state: 'ready' });
      expect((await stage.own()).held).toMatchObject({ id, name: now.name });
      await stage.keep();
      expect((await only()).items.data).toHaveLength(2);
    }
    // Each change sets two things off, and neither twice.
    expect(stage.stripe.server.local.store.all('pending')).toHaveLength(3 * 4);
  });

  it('that staff gave up while Stripe was told of it is undone there', async () => {
    const team = await stage.publish({ prices: [flat] });
    const firm = await stage.publish({ prices: [{ ...flat, amount: 9_000 }] });
    const first = await stage.signAndPay(team);
    const { id } = await stage.ask(firm);
    stage.failAt(3, 'loseAnswer');
    await stage.answer();
    expect((await only()).metadata.rowhouse_subscription).toBe(id);
    await stage.world.database.query(
      `update control.subscriptions set state = 'unsigned' where id = $1`,
      [id],
    );
    await stage.retry();
    await stage.round();
    const one = await only();
    expect(one).toMatchObject({ status: 'active', metadata: { rowhouse_subscription: first } });
    expect(one.items.data.map(({ price }) => price.unit_amount)).toEqual([3_000]);
  });
});

describe('the end of what is paid for', () => {
  it('comes with its period, and is taken back', async () => {
    const id = await stage.signAndPay(await stage.publish({ prices: [flat] }));
    for (const ends of [true, false]) {
      const { askId } = await invoke(plan.end, { id, ends }, stage.admin.call());
      await stage.answer();
      expect(await stage.asked(askId)).toMatchObject({ state: 'ready' });
      expect((await only()).cancel_at_period_end).toBe(ends);
      expect((await stage.own()).payment.paid?.cancelAt === null).toBe(!ends);
    }
  });

  it('by staff ends it at Stripe, once, whatever way it takes', async () => {
    const team = await stage.publish({ prices: [flat] });
    const free = await publishPlan(stage.asStaff, { signing: 'self' });
    const ways = [
      () => turn('unsigned'),
      () => putOn(stage.asStaff, stage.a.tenantId, free),
      () => stage.ask(free),
      () => stage.world.database.query('delete from control.stripe_subscriptions'),
    ];
    for (const [nth, way] of ways.entries()) {
      stage.a = await stage.world.tenant();
      stage.admin = await stage.world.member(stage.a, 'admin');
      await stage.signAndPay(team);
      await stage.keep();
      await way();
      if (nth === 3) {
        await stage.world.database.query(`delete from control.subscription_changes
          where tenant_id = '${stage.a.tenantId}'`);
        await stage.world.database.query(`delete from control.subscriptions
          where tenant_id = '${stage.a.tenantId}'`);
      }
      stage.failAt(2, 'loseAnswer');
      await stage.keep();
      stage.failAt(0, 'loseAnswer');
      await stage.retry();
      await stage.keep();
      const { data } = await stage.stripe.sdk.subscriptions.list();
      expect(data).toEqual([]);
      expect(await stage.keep()).toBe(0);
    }
  });

  it('is not taken from what a subscription paid for before', async () => {
    const id = await stage.signAndPay(await stage.publish({ prices: [flat] }));
    await stage.keep();
    const [old] = await stage.world.database.query<{ id: string }>(
      `insert into control.subscriptions (tenant_id, id, plan_id, version, state, asked_by_name)
       select tenant_id, app.uuid7(), plan_id, version, 'unsigned', 'x'
       from control.subscriptions where id = $1 returning id`,
      [id],
    );
    await stage.world.database.query(
      'update control.stripe_subscriptions set subscription_id = $1',
      [old?.id],
    );
    await stage.keep();
    expect(await only()).toMatchObject({ status: 'active' });
    expect((await stage.own()).payment.paid).not.toBeNull();
  });

  it('of another tenant is out of reach, whatever is written down', async () => {
    const team = await stage.publish({ prices: [flat] });
    const firm = await stage.publish({ prices: [{ ...flat, amount: 9_000 }] });
    await stage.signAndPay(team);
    await stage.keep();
    const [other] = await stage.subscriptions();
    stage.a = await stage.world.tenant();
    stage.admin = await stage.world.member(stage.a, 'admin');
    const own = await stage.signAndPay(team);
    await stage.world.database.query(
      'update control.stripe_subscriptions set stripe_id = $2 where tenant_id = $1',
      [stage.a.tenantId, other?.id],
    );
    const { askId } = await stage.ask(firm);
    const end = await invoke(plan.end, { id: own, ends: true }, stage.admin.call()).catch(
      () => null,
    );
    expect(end).toBeNull();
    await stage.answer();
    expect(await stage.asked(askId)).toMatchObject({ state: 'failed' });
    await turn('unsigned');
    await stage.keep();
    const after = await stage.stripe.sdk.subscriptions.retrieve(other?.id ?? '');
    expect(after).toEqual(other);
  });

  it('where two pay for one of ours, is that of the one that is paid', async () => {
    const id = await stage.signAndPay(await stage.publish({ prices: [flat] }));
    await stage.world.database.query(
      `insert into control.stripe_subscriptions
         (tenant_id, id, subscription_id, account, stripe_id, status, items, told_at)
       select tenant_id, app.uuid7(), subscription_id, account, 'sub_other', 'past_due', items, told_at
       from control.stripe_subscriptions where tenant_id = $1`,
      [stage.a.tenantId],
    );
    // Whichever is found first otherwise.
    await stage.world.database.query(
      `update control.stripe_subscriptions set pending = 0 where status = 'active'`,
    );
    expect((await stage.own()).payment.paid).toMatchObject({ status: 'active' });
    await invoke(plan.end, { id, ends: true }, stage.admin.call());
    await stage.answer();
    expect((await only()).cancel_at_period_end).toBe(true);
  });

  it('that Stripe knows nothing of is looked for once', async () => {
    await stage.signAndPay(await stage.publish({ prices: [flat] }));
    await stage.world.database.query(`update control.stripe_subscriptions set stripe_id = 'sub_x'`);
    expect(await stage.keep()).toBeGreaterThan(0);
    expect(await stage.keep()).toBe(0);
    expect((await stage.own()).payment.paid).toBeNull();
  });

  it('for a while pauses what is charged', async () => {
    await stage.signAndPay(await stage.publish({ prices: [flat] }));
    await turn('suspended');
    await stage.keep();
    expect((await only()).pause_collection).toMatchObject({ behavior: 'void' });
    await turn('signed');
    await stage.keep();
    expect((await only()).pause_collection).toBeNull();
  });
});
