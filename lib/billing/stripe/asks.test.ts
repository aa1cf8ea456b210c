import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { log } from '@/lib/log';
import { planProcedures as plan } from '../procedures';
import { publishPlan } from '../testing/plans';
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

const flat = { kind: 'flat', ...monthly, amount: 4_900 } as const;
const seat = { kind: 'seat', ...monthly, amount: 200, included: 0 } as const;
const calls = { kind: 'metered', ...monthly, amount: 5, meter: 'requests', per: 1_000 } as const;
const walls = { kind: 'isolation', ...monthly, amount: 900, tier: 'pooled' } as const;

const customers = async () => (await stage.stripe.sdk.customers.list()).data;
const refunds = async () =>
  stage.stripe.server.local.store.all('refund').map(({ amount }) => amount);
const itemsOf = async () =>
  (await stage.subscriptions()).map(({ items }) =>
    items.data.map(({ price, quantity }) => [price.lookup_key?.split('.')[3], quantity]),
  );

describe('a plan that is paid for', () => {
  it('is brought to a page of Stripe that asks for what it costs here', async () => {
    const team = await stage.publish({ prices: [flat, seat, calls, walls], trialDays: 14 });
    const offer = (await stage.own()).offers.find(({ planId }) => planId === team.planId);
    expect(offer).toMatchObject({ signing: 'payment', charges: [monthly], trialDays: 14 });
    const { id, askId, state } = await stage.ask(team);
    expect(state).toBe('signing');
    expect(await stage.asked(askId)).toMatchObject({ state: 'waiting', url: null });
    await stage.answer();
    const asked = await stage.asked(askId);
    expect(asked).toMatchObject({ state: 'ready', fault: null });
    expect(asked.url).toMatch(stage.stripe.server.url);
    expect(await customers()).toMatchObject([
      { email: stage.admin.email, metadata: { rowhouse_tenant: stage.a.tenantId } },
    ]);
    await stage.pay(askId);
    const [made] = await stage.subscriptions();
    expect(made).toMatchObject({ status: 'trialing', metadata: { rowhouse_subscription: id } });
    const tier = (await stage.own()).tiers.length > 0;
    expect(tier).toBe(true);
    expect((await itemsOf())[0]).toEqual(
      expect.arrayContaining([
        ['flat', 1],
        ['seat', 1],
        ['metered', undefined],
      ]),
    );
  });

  it('is not signed by asking, and is paid once however often it is asked for', async () => {
    const team = await stage.publish({ prices: [flat] });
    const { id, askId } = await stage.ask(team);
    await stage.answer();
    const again = await invoke(plan.pay, { id }, stage.admin.call());
    expect(again.askId).toBe(askId);
    expect((await stage.own()).held).toBeNull();
    await stage.pay(askId);
    expect((await stage.own()).payment.asked).toMatchObject({ state: 'ready' });
    await stage.hear();
    expect((await stage.own()).payment).toMatchObject({
      ...{ isKnown: true, paid: { charge: monthly, status: 'active' } },
    });
    await stage.round();
    expect(await stage.subscriptions()).toHaveLength(1);
  });

  it('is paid in no other way than its prices allow', async () => {
    const team = await stage.publish({ prices: [flat] });
    for (const charge of [
      { currency: 'KRW', interval: 'month' },
      { currency: 'EUR', interval: 'year' },
    ] as const) {
      await expect(stage.ask(team, charge)).rejects.toMatchObject({ code: 'invalid' });
    }
    expect((await stage.own()).signing).toBeNull();
  });

  it('is signed by staff where Stripe does not know it', async () => {
    const team = await publishPlan(stage.asStaff, { signing: 'payment', prices: [flat] });
    const offer = (await stage.own()).offers.find(({ planId }) => planId === team.planId);
    expect(offer).toMatchObject({ signing: 'staff', charges: [], isUnpayable: true });
    const { id, askId } = await stage.ask(team);
    expect(askId).toBeNull();
    await expect(invoke(plan.pay, { id }, stage.admin.call())).rejects.toMatchObject({
      code: 'precondition',
    });
  });

  it('that was taken back has its page shut, and what was paid there all the same is ended', async () => {
    const team = await stage.publish({ prices: [flat] });
    const first = await stage.ask(team);
    await stage.answer();
    await invoke(plan.withdraw, { id: first.id, revision: 1 }, stage.admin.call());
    await stage.keep();
    await expect(stage.pay(first.askId)).rejects.toThrow();
    const second = await stage.ask(team);
    await stage.answer();
    await stage.pay(second.askId);
    await invoke(plan.withdraw, { id: second.id, revision: 1 }, stage.admin.call());
    await stage.keep();
    expect(await stage.subscriptions()).toMatchObject([{ status: 'canceled' }]);
    expect(await stage.keep()).toBe(0);
    expect(await refunds()).toEqual([4_900]);
  });

  it('that was paid before another was asked for is given back once, and what was signed is not', async () => {
    const team = await stage.publish({ prices: [flat] });
    const firm = await stage.publish({ prices: [{ ...flat, amount: 9_900 }] });
    const first = await stage.ask(team);
    await stage.answer();
    await stage.pay(first.askId);
    const second = await stage.ask(firm);
    // Whatever request fails first, and however often it is heard of.
    for (let nth = 1; nth <= 6; nth += 1) {
      stage.failAt(nth, nth % 2 ? 'loseAnswer' : 'hang');
      await stage.round();
      stage.failAt(0, 'hang');
      await stage.hear();
      await stage.retry();
    }
    expect(await refunds()).toEqual([4_900]);
    await stage.pay(second.askId);
    await stage.hear();
    await stage.keep();
    const own = await stage.own();
    expect(own.held).toMatchObject({ id: second.id, state: 'signed' });
    const said = own.history.find(({ reason }) => reason.includes('given back'));
    expect(said).toMatchObject({ name: team.name, toState: 'unsigned' });
    await stage.world.database.query(
      `update control.subscriptions set state = 'unsigned' where id = $1`,
      [second.id],
    );
    await stage.keep();
    expect((await stage.subscriptions()).map(({ status }) => status)).toEqual([
      ...['canceled', 'canceled'],
    ]);
    expect(await refunds()).toEqual([4_900]);
  });

  it('shows what Stripe has against it, and is asked for anew', async () => {
    const team = await stage.publish({ prices: [flat] });
    const { id, askId } = await stage.ask(team);
    const { data } = await stage.stripe.sdk.prices.list();
    await stage.stripe.sdk.prices.update(data[0]?.id ?? '', { active: false });
    await stage.answer();
    expect(await stage.asked(askId)).toMatchObject({
      ...{ state: 'failed', fault: 'Stripe does not know the prices of this plan.' },
    });
    await stage.stripe.sdk.prices.update(data[0]?.id ?? '', { active: true });
    const again = await invoke(plan.pay, { id }, stage.admin.call());
    expect(again.askId).not.toBe(askId);
    await stage.answer();
    expect(await stage.asked(again.askId)).toMatchObject({ state: 'ready', fault: null });
  });

  it('is paid by another customer where the first was deleted at Stripe', async () => {
    const team = await stage.publish({ prices: [flat] });
    const { id, askId } = await stage.ask(team);
    await stage.answer();
    const [first] = await customers();
    // What is read of the first keeps nobody from reading of the second.
    await stage.hear();
    await stage.stripe.sdk.customers.del(first?.id ?? '');
    // The page that was opened is only asked for anew once its time is over.
    await stage.world.database.query(
      `update control.stripe_asks set result = result || '{"expiresAt":"2020-01-01T00:00:00Z"}' where id = $1`,
      [askId],
    );
    const again = await invoke(plan.pay, { id }, stage.admin.call());
    expect(again.askId).not.toBe(askId);
    await stage.answer();
    expect(await stage.asked(again.askId)).toMatchObject({ state: 'ready', fault: null });
    const left = stage.stripe.server.local.store.all('checkout.session');
    expect(left.map(({ status }) => status)).toEqual(['expired', 'open']);
    await stage.pay(again.askId);
    await stage.hear();
    expect((await stage.own()).held).toMatchObject({ id, state: 'signed' });
    const [second, ...others] = await customers();
    expect(others).toEqual([]);
    expect(second?.id).not.toBe(first?.id);
    expect(second?.metadata).toEqual({ rowhouse_tenant: stage.a.tenantId });
    await stage.keep();
    expect(await stage.subscriptions()).toMatchObject([
      { status: 'active', customer: second?.id ?? '' },
    ]);
  });

  it('is free for some days once', async () => {
    const team = await stage.publish({ prices: [flat], trialDays: 14 });
    const id = await stage.signAndPay(team);
    expect((await stage.own()).payment.paid).toMatchObject({ status: 'trialing' });
    await stage.world.database.query(
      `update control.subscriptions set state = 'unsigned' where id = $1`,
      [id],
    );
    await stage.keep();
    await stage.signAndPay(team);
    expect((await stage.own()).payment.paid).toMatchObject({ status: 'active' });
  });

  it('is nobody else’s to pay or to look at', async () => {
    const team = await stage.publish({ prices: [flat] });
    const { id, askId } = await stage.ask(team);
    const other = await stage.world.member(await stage.world.tenant(), 'admin');
    const member = await stage.world.member(stage.a, 'basic');
    for (const [who, code] of [
      [other, 'not_found'],
      [member, 'forbidden'],
    ] as const) {
      await expect(invoke(plan.asked, { id: askId }, who.call())).rejects.toMatchObject({ code });
      await expect(invoke(plan.pay, { id }, who.call())).rejects.toMatchObject({ code });
      const end = invoke(plan.end, { id, ends: true }, who.call());
      await expect(end).rejects.toMatchObject({ code });
    }
    await expect(invoke(plan.portal, {}, member.call())).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('waits, says so after a while, and is held back where it is asked for too often', async () => {
    const team = await stage.publish({ prices: [flat] });
    const { askId } = await stage.ask(team);
    await stage.world.database.query(
      `update control.stripe_asks set created_at = now() - interval '3 minutes'`,
    );
    expect(await stage.asked(askId)).toMatchObject({ state: 'waiting', isLate: true });
    await stage.world.database.query(
      `insert into control.stripe_asks (tenant_id, id, kind, by_name, next_at)
       select $1, app.uuid7(), 'portal', 'x', null from generate_series(1, 120)`,
      [stage.a.tenantId],
    );
    await expect(stage.ask(team)).rejects.toMatchObject({ code: 'limit' });
  });
});

it('a plan that staff are to sign by now is not brought to a page, nor changed to', async () => {
  const team = await stage.publish({ prices: [flat] });
  const firm = await stage.publish({ prices: [{ ...flat, amount: 9_900 }] });
  await stage.signAndPay(team);
  const { askId } = await stage.ask(firm);
  await stage.world.database.query(
    `update control.subscriptions set state = 'suspended' where state = 'signed' and tenant_id = $1`,
    [stage.a.tenantId],
  );
  await stage.answer();
  const refused = { state: 'failed', fault: 'The platform signs this plan.' };
  expect(await stage.asked(askId)).toMatchObject(refused);
  expect((await stage.own()).held).toMatchObject({ state: 'suspended', name: team.name });
  await stage.world.database.query('delete from control.stripe_subscriptions');
  await stage.world.database.query(`update control.stripe_asks set kind = 'checkout', state = 'waiting',
    request = request || '{"back": "http://one.localhost/", "email": null}',
    next_at = now() where id = '${askId}'`);
  await stage.answer();
  expect(await stage.asked(askId)).toMatchObject(refused);
});
