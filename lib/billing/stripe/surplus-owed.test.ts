import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeDueAsk } from '@/db/billing/stripe-asks';
import { takeDueKept } from '@/db/billing/stripe-kept';
import { invoke } from '@/lib/doors/callable';
import { log } from '@/lib/log';
import { subscriptionsProcedures } from '@/lib/platform/subscriptions/procedures';
import { planProcedures as plan } from '../procedures';
import { reason } from '../testing/plans';
import type { Thing } from './local/objects';
import { account, monthly, openPayStage, type PayStage } from './testing/paying';
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

const local = () => stage.stripe.server.local.store;
const change = (kind: string, of: string, to: Record<string, unknown>) => {
  const thing = local().find<Thing>(kind, of);
  if (!thing) throw new Error(`There is no ${kind} ${of}.`);
  local().put({ ...thing, ...to });
};
/** Pays for the same once more; ids of both subscriptions, and the second one's invoice. */
async function payAgain() {
  const [first] = await stage.subscriptions();
  const { id: stays = '', customer, items } = first ?? {};
  const second = await stage.stripe.sdk.subscriptions.create({
    ...{ customer: String(customer), metadata: { [ownField]: id } },
    items: items?.data.map(({ price }) => ({ price: price.id })) ?? [],
  });
  change('subscription', second.id, { created: second.created + 60 });
  await stage.hear();
  return { stays, ends: second.id, invoice: String(second.latest_invoice) };
}
const statusOf = async (of: string) => (await stage.stripe.sdk.subscriptions.retrieve(of)).status;
const credited = () =>
  local()
    .all('credit_note')
    .map(({ amount }) => amount);
const said = async () => (await stage.own()).history.map(({ reason: why }) => why);
const rows = () => stage.world.database.query('select stripe_id, fault from control.stripe_kept');
const back = async () => {
  const { back: here } = await stage.own();
  const { tenantId: of } = stage.a;
  const console = await invoke(subscriptionsProcedures.ofTenant, { id: of }, stage.asStaff());
  expect(console.back).toEqual(here);
  return here;
};
const again = async () => {
  await stage.retry();
  await stage.keep();
};

describe('what is paid twice at Stripe', () => {
  it('is given back for the time that is paid twice alone', async () => {
    const { ends, invoice } = await payAgain();
    const lines = local().find<Thing>('invoice', invoice)?.lines as { data: object[] };
    const data = lines.data.map((line) => ({ ...line, period: { start: 10, end: 20 } }));
    change('invoice', invoice, { lines: { ...lines, data } });
    await stage.keep();
    expect(await statusOf(ends)).toBe('canceled');
    expect(credited()).toEqual([]);
    expect(await said()).toContainEqual(expect.stringMatching(/^Paid twice .* It was sub_/));
    expect(await rows()).toHaveLength(1);
  });

  it('for longer than a period is left to staff, who read so once', async () => {
    const { stays, ends } = await payAgain();
    const created = Math.floor(Date.now() / 1_000) - 40 * 86_400;
    for (const one of [stays, ends]) change('subscription', one, { created });
    await stage.keep();
    await again();
    expect(await Promise.all([stays, ends].map(statusOf))).toEqual(['active', 'active']);
    expect(credited()).toEqual([]);
    const byHand = (await said()).filter((why) => /settles this by hand/.test(why));
    expect(byHand).toHaveLength(1);
  });

  it('ends though Stripe refuses to give it back, which is tried until it is', async () => {
    const { stays, ends, invoice } = await payAgain();
    change('invoice', invoice, { amount_paid: 2_000, post_payment_credit_notes_amount: 500 });
    await stage.keep();
    await again();
    expect(await back()).toMatchObject({
      owed: [{ id: ends, sum: { amount: 2_500, currency: 'EUR' }, why: 'twice', state: 'refused' }],
      given: [],
    });
    expect(await Promise.all([stays, ends].map(statusOf))).toEqual(['active', 'canceled']);
    const owed = (await said()).filter((why) => /owed back still/.test(why));
    expect(owed).toHaveLength(1);
    expect(await rows()).toContainEqual({
      ...{ stripe_id: ends, fault: expect.stringMatching(/^Owed back still: .*in part before/) },
    });
    const other = await stage.world.member(await stage.world.tenant(), 'admin');
    const theirs = await invoke(plan.get, {}, other.call());
    expect(theirs.back).toEqual({ owed: [], given: [] });
    change('invoice', invoice, { amount_paid: 3_000 });
    await again();
    expect((await back()).owed).toEqual([]);
    // Less what was credited by hand.
    expect(credited()).toEqual([2_500]);
    expect(await said()).toContainEqual(expect.stringMatching(/It was given back: invoice/));
    expect(await rows()).toHaveLength(1);
  });

  it('is given back once its invoice is paid that was on its way; an open one is void', async () => {
    const { ends, invoice } = await payAgain();
    change('invoice', invoice, { status: 'draft', auto_advance: true });
    await stage.keep();
    expect(await statusOf(ends)).toBe('canceled');
    expect(await rows()).toHaveLength(2);
    change('invoice', invoice, { status: 'paid' });
    await again();
    expect(credited()).toEqual([3_000]);
    const open = await payAgain();
    change('invoice', open.invoice, { status: 'open', amount_paid: 0 });
    await stage.keep();
    expect(local().find<Thing>('invoice', open.invoice)?.status).toBe('void');
    expect(credited()).toEqual([3_000]);
  });

  it('stays paid until what goes on is', async () => {
    const { stays, ends } = await payAgain();
    const [first] = local()
      .all<Thing>('invoice')
      .filter(({ parent }) => JSON.stringify(parent).includes(stays));
    change('invoice', first?.id ?? '', { status: 'open' });
    await stage.keep();
    expect(await statusOf(ends)).toBe('canceled');
    expect(credited()).toEqual([]);
    expect((await back()).owed).toMatchObject([
      { id: ends, sum: { amount: 3_000, currency: 'EUR' }, state: 'waits' },
    ]);
    change('invoice', first?.id ?? '', { status: 'paid' });
    await again();
    expect(credited()).toEqual([3_000]);
  });

  it('is found where it was taken for kept', async () => {
    const { ends } = await payAgain();
    await stage.world.database.query(
      `insert into control.stripe_kept
         (of_tenant, stripe_id, kind, account, customer, of_subscription, said)
       select of_tenant, $1, kind, account, customer, of_subscription, said
       from control.stripe_kept where kind = 'subscription'`,
      [ends],
    );
    await stage.keep();
    expect(await statusOf(ends)).toBe('canceled');
    expect(credited()).toEqual([3_000]);
  });

  it('goes on where what was to go on pays for something else by now', async () => {
    const { stays, ends } = await payAgain();
    await stage.world.database.query(
      `insert into control.stripe_kept
         (of_tenant, stripe_id, kind, account, customer, of_subscription, owed_for, owed_beside)
       select of_tenant, $1, kind, account, customer, of_subscription, of_subscription, $2
       from control.stripe_kept where stripe_id = $2`,
      [ends, stays],
    );
    change('subscription', stays, { metadata: {} });
    await stage.keep();
    expect(await statusOf(ends)).toBe('active');
    expect(credited()).toEqual([]);
  });

  it.each(['ended', 'removed'])('is given back where ours was %s', async (how) => {
    const { stays, ends } = await payAgain();
    const tenant = { id: stage.a.tenantId };
    if (how === 'ended') {
      const { held } = await invoke(subscriptionsProcedures.ofTenant, tenant, stage.asStaff());
      const wish = { subscriptionId: id, revision: held?.revision ?? 0, to: 'unsigned' as const };
      const call = stage.asStaff();
      await invoke(subscriptionsProcedures.turn, { ...tenant, ...wish, at: null, reason }, call);
    } else {
      await takeDueKept(stage.world.database.servers, { account, settleSeconds: 0 });
      for (const table of ['subscription_changes', 'stripe_subscriptions', 'subscriptions']) {
        await stage.world.database.query(
          `delete from control.${table} where tenant_id = '${tenant.id}'`,
        );
      }
      await stage.world.database.query('update control.stripe_kept set held_until = null');
    }
    await stage.keep();
    expect(await Promise.all([stays, ends].map(statusOf))).toEqual(['canceled', 'canceled']);
    expect(credited()).toEqual([3_000]);
    expect(await rows()).toEqual([]);
  });
});

it('of one tenant Stripe is asked for wishes or kept in line, not both at once', async () => {
  const { servers } = stage.world.database;
  const take = () => takeDueKept(servers, { account, settleSeconds: 0 });
  await payAgain();
  await invoke(plan.portal, {}, stage.admin.call());
  expect(await take()).toBeDefined();
  expect(await take()).toBeUndefined();
  expect(await takeDueAsk(servers)).toBeUndefined();
  await stage.world.database.query('update control.stripe_kept set held_until = null');
  expect(await takeDueAsk(servers)).toBeDefined();
  expect(await take()).toBeUndefined();
});
