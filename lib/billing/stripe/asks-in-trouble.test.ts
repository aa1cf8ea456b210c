import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeDueAsk } from '@/db/billing/stripe-asks';
import { invoke } from '@/lib/doors/callable';
import { log } from '@/lib/log';
import { planProcedures as plan } from '../procedures';
import { putOn } from '../testing/plans';
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

const customers = async () => (await stage.stripe.sdk.customers.list()).data;

describe('the page of cards and invoices', () => {
  it('is for who is known to Stripe', async () => {
    const nobody = await invoke(plan.portal, {}, stage.admin.call());
    await stage.answer();
    expect(await stage.asked(nobody.askId)).toMatchObject({ state: 'failed', url: null });
    await stage.signAndPay(await stage.publish({ prices: [flat] }));
    const { askId } = await invoke(plan.portal, {}, stage.admin.call());
    const twice = await invoke(plan.portal, {}, stage.admin.call());
    expect(twice.askId).toBe(askId);
    await stage.answer();
    expect((await stage.asked(askId)).url).toMatch(/\/portal\//);
  });
});

describe('Stripe that fails', () => {
  it.each(['loseAnswer', 'hang'] as const)(
    'by %s at any request has nothing made twice',
    async (fault) => {
      const team = await stage.publish({ prices: [flat, seat] });
      for (let nth = 1; nth <= 5; nth += 1) {
        const { askId } = await stage.ask(team);
        stage.failAt(nth, fault);
        await stage.answer();
        expect(await stage.asked(askId)).toMatchObject({ state: expect.any(String) });
        await stage.retry();
        await stage.answer();
        expect(await stage.asked(askId)).toMatchObject({ state: 'ready', fault: null });
      }
      stage.failAt(0, fault);
      expect(await customers()).toHaveLength(1);
      await stage.keep();
      const { store } = stage.stripe.server.local;
      const open = store.all('checkout.session').filter(({ status }) => status === 'open');
      expect(open).toHaveLength(1);
    },
  );

  it('and an operator that dies over a wish have it asked for again, in its turn', async () => {
    const team = await stage.publish({ prices: [flat] });
    const { askId } = await stage.ask(team);
    const { askId: portal } = await invoke(plan.portal, {}, stage.admin.call());
    const { servers } = stage.world.database;
    expect(await takeDueAsk(servers)).toMatchObject({ id: askId });
    // Whoever holds it is not known to be dead yet, and the tenant has one wish at a time.
    expect(await takeDueAsk(servers)).toBeUndefined();
    expect(await stage.answer()).toBe(0);
    await stage.world.database.query(
      `update control.stripe_asks set held_until = now() - interval '1 second' where id = $1`,
      [askId],
    );
    expect(await stage.answer()).toBe(2);
    expect(await stage.asked(askId)).toMatchObject({ state: 'ready' });
    expect(await stage.asked(portal)).toMatchObject({ state: 'ready' });
  });

  it('and an operator that dies in between leave a plan of staff alone', async () => {
    const team = await stage.publish({ prices: [flat] });
    const { askId } = await stage.ask(team);
    await putOn(stage.asStaff, stage.a.tenantId, team);
    await stage.answer();
    expect(await stage.asked(askId)).toMatchObject({ state: 'failed' });
    expect(await stage.subscriptions()).toEqual([]);
  });
});
