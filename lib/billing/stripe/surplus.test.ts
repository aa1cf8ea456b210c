import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readBy } from '@/db/billing/stripe-asks';
import { invoke } from '@/lib/doors/callable';
import { runJobs } from '@/lib/identity/testing';
import { log } from '@/lib/log';
import { subscriptionsProcedures } from '@/lib/platform/subscriptions/procedures';
import { whyLeftToStaff } from '../left-to-staff';
import { reason } from '../testing/plans';
import type { Thing } from './local/objects';
import { monthly, openPayStage, type PayStage } from './testing/paying';
import { ownField } from './told/read';

let stage: PayStage;
let id: string;
beforeAll(async () => {
  // What is tried here fails on purpose.
  log.level = 'silent';
  stage = await openPayStage();
});
afterAll(() => stage.world.end());
beforeEach(async () => {
  await stage.begin();
  const prices = [{ kind: 'flat', ...monthly, amount: 3_000 } as const];
  id = await stage.signAndPay(await stage.publish({ prices }));
  await stage.keep();
});
afterEach(() => stage.stripe.end());

const first = async () => {
  const one = (await stage.subscriptions()).find(({ metadata }) => metadata[ownField] === id);
  if (!one) throw new Error('Nobody paid.');
  return one;
};
/** Pays for the same once more, as on a page that was opened beside the other. */
async function payAgain() {
  const { customer, items } = await first();
  const second = await stage.stripe.sdk.subscriptions.create({
    ...{ customer: String(customer), metadata: { [ownField]: id } },
    items: items.data.map(({ price }) => ({ price: price.id })),
  });
  const { store } = stage.stripe.server.local;
  // Two within one second are told apart by their ids.
  store.put({
    ...(store.find<Thing>('subscription', second.id) as Thing),
    created: second.created + 60,
  });
  return second;
}
const statuses = async () =>
  Object.fromEntries((await stage.subscriptions()).map(({ id: of, status }) => [of, status]));
const notes = () => stage.stripe.server.local.store.all('credit_note');
const said = async () =>
  (await stage.own()).history
    .map(({ reason: why }) => why)
    .filter((why) => /^Paid twice.*given back/.test(why));

describe('what is paid twice at Stripe', () => {
  it('ends there and is given back, once; the first goes on and the plan holds', async () => {
    const { id: stays } = await first();
    const second = await payAgain();
    await stage.hear();
    await stage.keep();
    expect(await statuses()).toEqual({ [stays]: 'active', [second.id]: 'canceled' });
    expect(notes()).toMatchObject([{ amount: 3_000, invoice: second.latest_invoice }]);
    expect(await said()).toEqual([
      expect.stringMatching(
        /^Paid twice at Stripe: the second subscription there ended. It was given back: invoice /,
      ),
    ]);
    await stage.hear();
    expect(await stage.keep()).toBe(0);
    expect(notes()).toHaveLength(1);
    expect((await stage.own()).held).toMatchObject({ id, state: 'signed' });
    expect((await stage.own()).payment.paid).toMatchObject({ status: 'active' });
  });

  it.each(['loseAnswer', 'hang'] as const)(
    'is settled once, by %s at any request',
    async (fault) => {
      for (const nth of [1, 2, 3, 4, 5]) {
        await payAgain();
        await stage.hear();
        stage.failAt(nth, fault);
        await stage.keep();
        stage.failAt(0, fault);
        await stage.retry();
        await stage.world.database.query('update control.stripe_kept set held_until = null');
        await stage.keep();
        const all = Object.values(await statuses());
        expect(all.filter((status) => status === 'active')).toHaveLength(1);
        expect(notes()).toHaveLength(nth);
      }
    },
  );

  it.each([
    ['past_due', 'goes on'],
    ['unpaid', 'ends'],
  ])('is what came later: the first that is %s %s', async (status, then) => {
    const { id: before } = await first();
    const second = await payAgain();
    const local = stage.stripe.server.local.store;
    local.put({ ...(local.find<Thing>('subscription', before) as Thing), status });
    await stage.hear();
    await stage.keep();
    const [stays, ends] = then === 'ends' ? [second.id, before] : [before, second.id];
    const now = await statuses();
    expect(now[ends ?? '']).toBe('canceled');
    expect(now[stays ?? '']).toBe(then === 'ends' ? 'active' : status);
  });

  it('lifts no suspension of staff', async () => {
    const tenant = { id: stage.a.tenantId };
    const { held } = await invoke(subscriptionsProcedures.ofTenant, tenant, stage.asStaff());
    const wish = { subscriptionId: id, revision: held?.revision ?? 0, to: 'suspended' as const };
    await invoke(
      subscriptionsProcedures.turn,
      { ...tenant, ...wish, at: null, reason },
      stage.asStaff(),
    );
    await payAgain();
    await stage.hear();
    await stage.keep();
    expect(await said()).toHaveLength(1);
    await stage.hear();
    await stage.keep();
    expect((await stage.own()).held).toMatchObject({ id, state: 'suspended' });
    const firm = await stage.publish({ prices: [{ kind: 'flat', ...monthly, amount: 1_000 }] });
    const own = { tenantId: stage.a.tenantId, id: firm.planId };
    const left = await readBy(stage.world.database.servers, (db) => whyLeftToStaff(db, own));
    expect(left).toBe('The plan that holds was suspended.');
  });

  it('keeps what staff planned', async () => {
    const tenant = { id: stage.a.tenantId };
    const { held } = await invoke(subscriptionsProcedures.ofTenant, tenant, stage.asStaff());
    const wish = { subscriptionId: id, revision: held?.revision ?? 0, to: 'unsigned' as const };
    const at = new Date(Date.now() + 60_000);
    await invoke(subscriptionsProcedures.turn, { ...tenant, ...wish, at, reason }, stage.asStaff());
    await payAgain();
    await stage.hear();
    await stage.keep();
    expect((await stage.own()).held).toMatchObject({ state: 'signed', nextState: 'unsigned' });
    await stage.world.database.query(
      `update control.outbox set available_at = now() where job = 'plan.carryOut'`,
    );
    await runJobs(stage.world);
    expect((await stage.own()).held).toBeNull();
  });
});
