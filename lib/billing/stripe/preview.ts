import type Stripe from 'stripe';
import { findTerms } from '@/db/billing/stripe-asks';
import { type Charge, mostShown } from '../charges';
import type { Quantities } from '../prices';
import { PlanTerms } from '../terms';
import type { Asking } from './asking';
import { Refused } from './faults';
import { changesTo, chargeOf, itemsFor } from './items';
import { paidThere } from './paid';
import { requests } from './requests';

/** What Stripe will charge for another plan, now and with the next invoice. Throws `Refused`. */
export async function previewChange({ servers, access, ask }: Asking) {
  const { sdk } = access;
  const { charge, planId, version, ...here } = requests.preview.parse(ask.request);
  const terms = await findTerms(servers, { planId, version });
  if (!terms) throw new Refused('This plan is gone.');
  const { subscription } = await paidThere({ servers, access, ask });
  const wish = { planId, version, terms: PlanTerms.parse(terms), charge, here };
  const items = await itemsOfChange(sdk, subscription, wish);
  const at = Math.floor(Date.now() / 1000);
  const invoice = await sdk.invoices.createPreview({
    subscription: subscription.id,
    subscription_details: {
      ...{ items, proration_behavior: 'create_prorations', cancel_at_period_end: false },
      ...(isRunning(subscription) && { proration_date: at }),
    },
  });
  const now = isOther(chargeOf(subscription), charge) && isRunning(subscription);
  const { currency, total, amount_due: due, lines, period_end: end } = invoice;
  return {
    result: {
      ...{ currency: currency.toUpperCase(), now: now ? due : 0, total, at },
      nextAt: new Date((now ? at : end) * 1000).toISOString(),
      lines: lines.data.slice(0, mostShown).map(({ description, amount }) => ({
        ...{ description: description ?? '', amount },
      })),
    },
  };
}

/** Nothing is set off before the free days are over. */
export const isRunning = ({ status }: Pick<Stripe.Subscription, 'status'>) => status !== 'trialing';

const isOther = (one: Charge, other: Charge) => one.interval !== other.interval;

interface Wish {
  planId: string;
  version: number;
  terms: PlanTerms;
  charge: Charge;
  here: Pick<Quantities, 'seats' | 'tier'>;
}

/** What makes the items of a subscription those of another plan. Throws `Refused`. */
export async function itemsOfChange(
  sdk: Stripe,
  subscription: Stripe.Subscription,
  { terms, charge, here, ...version }: Wish,
) {
  if (chargeOf(subscription).currency !== charge.currency) {
    throw new Refused('What is paid for goes on in its currency.');
  }
  const wanted = itemsFor(version, { prices: terms.prices, charge, here });
  return await changesTo(sdk, subscription, wanted);
}
