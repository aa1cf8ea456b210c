import type Stripe from 'stripe';
import type { z } from 'zod';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { openStaff } from '@/lib/platform/testing/staff';
import type { Charge } from '../../charges';
import { planProcedures as plan } from '../../procedures';
import type { PlanTerms } from '../../terms';
import { publishPlan, reason } from '../../testing/plans';
import { answerAsks } from '../asks';
import { keepStripe } from '../keep';
import { act } from '../local/acts';
import { lookAtSubscriptions } from '../look';
import { tellPlans } from '../tell-plans';
import { openStripeStage, type StripeStage } from './stage';

type Published = Awaited<ReturnType<typeof publishPlan>>;

/** Tenants that pay at a local Stripe, with the operator's rounds taken by hand. */
export interface PayStage {
  world: World;
  asStaff: () => DoorCall;
  stripe: StripeStage;
  a: TestTenant;
  admin: TestMember;
  /** Has the so-manieth request from now on go wrong. */
  failAt(nth: number, fault: 'hang' | 'loseAnswer'): void;
  /** A tenant and a Stripe of its own for each test. */
  begin(): Promise<void>;
  publish(terms: z.input<typeof PlanTerms>): Promise<Published>;
  /** Asks for a plan that is paid for. */
  ask(wished: Published, charge?: Charge, previewId?: string): Promise<Asked>;
  own(): ReturnType<typeof ownOf>;
  asked(id: string): ReturnType<typeof askedOf>;
  /** One round of each of what the operator does. */
  round(): Promise<void>;
  answer(): Promise<number>;
  keep(settleSeconds?: number): Promise<number>;
  /** Has everything that waits for another try be due. */
  retry(): Promise<void>;
  /** Pays on the page that was opened for a wish. */
  pay(askId: string): Promise<void>;
  /** What there is at Stripe is read there. */
  hear(): Promise<void>;
  /** Asks for a plan, pays it, and has it signed. */
  signAndPay(wished: Published, charge?: Charge): Promise<string>;
  subscriptions(): Promise<Stripe.Subscription[]>;
}

interface Asked {
  id: string;
  askId: string;
  state: string;
}

export const monthly: Charge = { currency: 'EUR', interval: 'month' };
export const account = 'one';

const ownOf = (who: TestMember) => invoke(plan.get, {}, who.call());
const askedOf = (who: TestMember, id: string) => invoke(plan.asked, { id }, who.call());

export async function openPayStage(): Promise<PayStage> {
  const world = await openWorld();
  const asStaff = await openStaff(world);
  const { servers } = world.database;
  let onRequest = (): void => undefined;
  const access = () => {
    const sdk = stage.stripe.sdkWith({ maxNetworkRetries: 0, timeout: 1_000 });
    sdk.on('request', () => onRequest());
    return { sdk, account, pagesAt: stage.stripe.server.url };
  };
  const stage: PayStage = {
    ...({ world, asStaff } as PayStage),
    failAt: (nth, fault) => {
      let left = nth;
      onRequest = () => {
        left -= 1;
        // The library tries once more where a connection breaks, whatever it was told.
        if (left === 0) stage.stripe.server.local.faults[fault] = fault === 'hang' ? 1 : 2;
      };
    },
    begin: async () => {
      stage.stripe = await openStripeStage();
      for (const table of [
        ...['stripe_plans', 'stripe_asks', 'stripe_kept', 'stripe_customers'],
        ...['stripe_looks', 'stripe_invoices', 'stripe_subscriptions'],
      ]) {
        await world.database.query(`delete from control.${table}`);
      }
      await world.database.query('update control.plans set archived_at = now()');
      stage.a = await world.tenant();
      stage.admin = await world.member(stage.a, 'admin');
    },
    publish: async (terms) => {
      const published = await publishPlan(asStaff, { signing: 'payment', ...terms });
      await tellPlans(servers, access());
      return published;
    },
    ask: async ({ planId, version }, charge = monthly, previewId) => {
      const { held } = await stage.own();
      const paying = { charge, ...(previewId && { previewId }) };
      const wish = { planId, version, heldSeen: held?.changedAt ?? null, reason, paying };
      return (await invoke(plan.ask, wish, stage.admin.call())) as Asked;
    },
    own: () => ownOf(stage.admin),
    asked: (id) => askedOf(stage.admin, id),
    answer: () => answerAsks(servers, access()),
    keep: (settleSeconds = 0) => keepStripe(servers, access(), { settleSeconds }),
    round: async () => {
      await stage.answer();
      await stage.keep();
    },
    retry: async () => {
      for (const table of ['stripe_asks', 'stripe_kept']) {
        await world.database.query(
          `update control.${table} set next_at = now() where next_at is not null`,
        );
      }
    },
    pay: async (askId) => {
      const { url } = await stage.asked(askId);
      act(stage.stripe.server.local, `${new URL(url ?? '').pathname}/works`);
    },
    subscriptions: async () =>
      (await stage.stripe.sdk.subscriptions.list({ status: 'all', limit: 100 })).data,
    hear: async () => {
      await world.database.query('update control.stripe_looks set next_at = now(), tries = 0');
      await lookAtSubscriptions(servers, access());
    },
    signAndPay: async (wished, charge) => {
      const { id, askId } = await stage.ask(wished, charge);
      await stage.answer();
      await stage.pay(askId);
      await stage.hear();
      return id;
    },
  };
  return stage;
}
