import type Stripe from 'stripe';
import { v7 as uuidv7 } from 'uuid';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { handleStripeEvent } from '@/lib/doors/stripe-events';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { openStaff } from '@/lib/platform/testing/staff';
import { planProcedures as plan } from '../../procedures';
import { publishPlan, reason } from '../../testing/plans';
import { signatureOf } from '../local/local';
import { tellPlans } from '../tell-plans';
import { ownField } from '../told/read';
import { openStripeStage, type StripeStage } from './stage';

type Published = Awaited<ReturnType<typeof publishPlan>>;

/** A tenant that Stripe knows, and a wish of its for a plan that costs something. */
export interface Payer {
  tenant: TestTenant;
  admin: TestMember;
  customer: string;
  clock: string;
  /** The subscription of ours that is being signed. */
  ours: string;
}

export interface ToldStage {
  world: World;
  stripe: StripeStage;
  asStaff: () => DoorCall;
  team: Published;
  firm: Published;
  payer(): Promise<Payer>;
  /** Has them ask for a plan; answers the subscription of ours. */
  wish(payer: Pick<Payer, 'admin'>, wished: Published): Promise<string>;
  /** Begins a subscription at Stripe that names one of ours. */
  subscribe(
    payer: Payer,
    more?: { ours?: string; wished?: Published } & Partial<Stripe.SubscriptionCreateParams>,
  ): Promise<Stripe.Subscription>;
  payBy(payer: Payer, method: string): Promise<unknown>;
  goTo(payer: Payer, day: number): Promise<unknown>;
  /** What happened at Stripe since the last time, in its order. */
  events(): Stripe.Event[];
  /** Hands in what happened since the last time. */
  catchUp(): Promise<void>;
  /** A payer whose subscription at Stripe was heard of. */
  paying(): Promise<Payer & { there: Stripe.Subscription }>;
  /** A card that is refused, and so many days on. */
  failUntil(payer: Payer, day: number): Promise<void>;
  stateOf(id: string): Promise<string | undefined>;
  end(): Promise<void>;
}

export const eventSecret = 'whsec_of_the_tests_and_of_nobody_else';
const begin = Date.UTC(2027, 0, 1) / 1_000;
const daySeconds = 86_400;
const flat = { kind: 'flat', currency: 'EUR', interval: 'month', amount: 4_900 } as const;

/** Hands an event in, as Stripe would. */
export const hand = (event: unknown, secret = eventSecret, at = Date.now() / 1_000) => {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  const signature = signatureOf(body, secret, Math.floor(at));
  return handleStripeEvent(eventRequest(body, signature), [eventSecret]);
};

/** Throws where one is not taken. */
export async function handAll(events: unknown[]): Promise<void> {
  for (const event of events) {
    const { status } = await hand(event);
    if (status !== 200) throw new Error(`An event was answered ${status}.`);
  }
}

export const eventRequest = (body: BodyInit, signature: string, host = 'rowhouse.localhost') =>
  new Request(`http://${host}/api/stripe/events`, {
    ...{ method: 'POST', body, headers: { host, 'stripe-signature': signature } },
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  });

export async function openToldStage(): Promise<ToldStage> {
  const world = await openWorld();
  const asStaff = await openStaff(world);
  const stripe = await openStripeStage();
  const { sdk } = stripe;
  const team = await publishPlan(asStaff, { prices: [flat] });
  const firm = await publishPlan(asStaff, { prices: [{ ...flat, amount: 9_900 }] });
  await tellPlans(world.database.servers, { sdk, account: 'one' });
  let seen = stripe.server.local.store.all('event').length;
  const stage: ToldStage = {
    ...{ world, stripe, asStaff, team, firm },
    payer: async () => {
      const tenant = await world.tenant();
      const admin = await world.member(tenant, 'admin');
      const clock = (await sdk.testHelpers.testClocks.create({ frozen_time: begin })).id;
      const customer = (await sdk.customers.create({ test_clock: clock })).id;
      await know(world, tenant.tenantId, customer);
      const payer = { tenant, admin, clock, customer, ours: await stage.wish({ admin }, team) };
      await stage.payBy(payer, 'pm_card_visa');
      return payer;
    },
    wish: async ({ admin }, { planId, version }) => {
      const { held } = await invoke(plan.get, {}, admin.call());
      const wish = { planId, version, heldSeen: held?.changedAt ?? null, reason };
      return (await invoke(plan.ask, wish, admin.call())).id;
    },
    subscribe: async ({ customer, ours: own }, { ours = own, wished = team, ...more } = {}) => {
      const { data } = await sdk.prices.list({ product: `rowhouse_${wished.planId}` });
      const items = data.map(({ id }) => ({ price: id }));
      return await sdk.subscriptions.create({
        ...{ customer, items, metadata: { [ownField]: ours }, ...more },
      });
    },
    payBy: ({ customer }, method) =>
      sdk.customers.update(customer, { invoice_settings: { default_payment_method: method } }),
    goTo: ({ clock }, day) =>
      sdk.testHelpers.testClocks.advance(clock, { frozen_time: begin + day * daySeconds }),
    events: () => {
      const all = stripe.server.local.store.all('event');
      const fresh = all.slice(seen) as unknown as Stripe.Event[];
      seen = all.length;
      return fresh;
    },
    catchUp: () => handAll(stage.events()),
    paying: async () => {
      const payer = await stage.payer();
      const there = await stage.subscribe(payer);
      await stage.catchUp();
      return { ...payer, there };
    },
    failUntil: async (payer, day) => {
      await stage.payBy(payer, 'pm_card_chargeCustomerFail');
      await stage.goTo(payer, day);
      await stage.catchUp();
    },
    stateOf: async (id) =>
      (
        await world.database.query<{ state: string }>(
          'select state from control.subscriptions where id = $1',
          [id],
        )
      )[0]?.state,
    end: async () => {
      await stripe.end();
      await world.end();
    },
  };
  return stage;
}

/** Notes who a tenant is at Stripe, as the operator does. */
export const know = (world: World, tenantId: string, customer: string) =>
  world.database.query(
    `insert into control.stripe_customers (tenant_id, id, account, customer) values ($1, $2, 'one', $3)`,
    [tenantId, uuidv7(), customer],
  );
