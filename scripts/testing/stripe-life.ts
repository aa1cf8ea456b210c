import type Stripe from 'stripe';
import type { Payer, ToldStage } from '@/lib/billing/stripe/testing/told';

type Act = (stage: ToldStage, payer: Payer, id: string) => Promise<unknown>;

const openOf = async ({ stripe: { sdk } }: ToldStage, { customer }: Payer) =>
  (await sdk.invoices.list({ customer, status: 'open', limit: 100 })).data;

const acts: Act[] = [
  (stage, payer) => stage.payBy(payer, 'pm_card_visa'),
  (stage, payer) => stage.payBy(payer, 'pm_card_chargeCustomerFail'),
  async (stage, payer) => {
    const [first] = await openOf(stage, payer);
    if (first?.id) await stage.stripe.sdk.invoices.pay(first.id);
  },
  async (stage, payer) => {
    const [first] = await openOf(stage, payer);
    if (first?.id) await stage.stripe.sdk.invoices.voidInvoice(first.id);
  },
  async (stage, payer) => {
    const [first] = await openOf(stage, payer);
    if (first?.id) await stage.stripe.sdk.invoices.markUncollectible(first.id);
  },
  // Twice within one second: which was the last, nobody can tell from the events.
  async (stage, _, id) => {
    const { cancel_at_period_end: ends } = await stage.stripe.sdk.subscriptions.update(id, {
      cancel_at_period_end: true,
    });
    if (ends) await stage.stripe.sdk.subscriptions.update(id, { cancel_at_period_end: false });
  },
];

const one = <T>(list: readonly T[]) => list[Math.floor(Math.random() * list.length)] as T;
const mostTurns = 2_000;

/** What Stripe has to tell of a tenant whose cards, invoices and time go as they like, so many events long. */
export async function live(stage: ToldStage, payer: Payer, count: number): Promise<Stripe.Event[]> {
  stage.events();
  const trial = Math.random() < 0.5;
  const { id } = await stage.subscribe(payer, trial ? { trial_period_days: 5 } : {});
  const events = stage.events();
  let day = 0;
  for (let turn = 0; turn < mostTurns && events.length < count; turn += 1) {
    if (Math.random() < 0.5) {
      day += 1 + Math.floor(Math.random() * 30);
      await stage.goTo(payer, day);
    } else await one(acts)(stage, payer, id);
    events.push(...stage.events());
  }
  if (Math.random() < 0.5) await stage.stripe.sdk.subscriptions.cancel(id);
  events.push(...stage.events());
  return events;
}
