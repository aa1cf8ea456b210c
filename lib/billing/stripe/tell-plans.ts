import Stripe from 'stripe';
import { type DuePlan, notePlanFault, notePlanKnown, takeDuePlan } from '@/db/billing/stripe-plans';
import type { Servers } from '@/db/homes/servers';
import { log } from '../../log';
import { PlanTerms } from '../terms';
import type { StripeAccess } from './client';
import { publishVersion } from './publish';

const hour = 3_600;

/**
 * Tells Stripe of every version of a plan that it does not know yet, and again of those that it did not
 * take. Answers how many it was told of.
 */
export async function tellPlans(servers: Servers, { sdk, account }: StripeAccess): Promise<number> {
  for (let told = 0; ; told += 1) {
    const due = await takeDuePlan(servers, account);
    if (!due) return told;
    await tellOf(servers, sdk, due);
  }
}

async function tellOf(servers: Servers, sdk: Stripe, due: DuePlan): Promise<void> {
  try {
    const { prices } = PlanTerms.parse(due.terms);
    await publishVersion(sdk, { ...due, prices });
    await notePlanKnown(servers, due);
  } catch (error) {
    const { planId, version, tries } = due;
    // What Stripe refuses it refuses again, until somebody changes something there or here.
    const refused = error instanceof Stripe.errors.StripeInvalidRequestError;
    const seconds = refused ? hour : Math.min(10 * 2 ** Math.min(tries, 9), hour);
    log.warn({ err: error, planId, version }, 'Stripe could not be told of a plan');
    const fault =
      error instanceof Stripe.errors.StripeError ? error.message : 'Stripe does not answer.';
    await notePlanFault(servers, due, { fault, refused, seconds });
  }
}
