import { enterUsage } from '@/db/billing/stripe-usage';
import type { Servers } from '@/db/homes/servers';
import { answerAsks } from '@/lib/billing/stripe/asks';
import { accessOf, type StripeAccess, type stripeOf } from '@/lib/billing/stripe/client';
import { compareUsage } from '@/lib/billing/stripe/compare-usage';
import { keepStripe } from '@/lib/billing/stripe/keep';
import { lookAtSubscriptions } from '@/lib/billing/stripe/look';
import { readPending } from '@/lib/billing/stripe/pending';
import { tellPlans } from '@/lib/billing/stripe/tell-plans';
import { tellUsage } from '@/lib/billing/stripe/tell-usage';
import { log } from '@/lib/log';
import { repeat } from './rounds';

const second = 1_000;
const minute = 60 * second;

/** Begins with what Stripe is told and asked for, as soon as it says which account the key is of. */
export function keepStripeTold(
  servers: Servers,
  connection: NonNullable<ReturnType<typeof stripeOf>>,
): void {
  let known: StripeAccess | undefined;
  repeat('asking Stripe which account this is', 5 * second, async () => {
    if (known) return;
    known = await accessOf(connection);
    log.info({ account: known.account }, 'Stripe is known');
    beginRounds(servers, known);
  });
}

function beginRounds(servers: Servers, access: StripeAccess): void {
  const { account } = access;
  repeat('telling Stripe of plans', 2 * second, async () => {
    const told = await tellPlans(servers, access);
    if (told > 0) log.info({ told }, 'Stripe was told of plans');
  });
  repeat('entering usage for Stripe', 30 * second, () =>
    enterUsage(servers, { account, withinHours: 2 }),
  );
  // Those that sealed hours waited for, or that came while this process was not there.
  repeat('entering older usage for Stripe', 60 * minute, () =>
    enterUsage(servers, { account, withinHours: 35 * 24 }),
  );
  repeat('telling Stripe of usage', 5 * second, async () => {
    const told = await tellUsage(servers, access);
    if (told > 0) log.info({ told }, 'Stripe was told of usage');
  });
  repeat('comparing usage with Stripe', minute, async () => {
    const compared = await compareUsage(servers, access);
    if (compared > 0) log.info({ compared }, 'usage was compared with Stripe');
  });
  repeat('asking Stripe for tenants', second, async () => {
    const asked = await answerAsks(servers, access);
    if (asked > 0) log.info({ asked }, 'Stripe was asked for what tenants wish');
  });
  repeat('reading what Stripe set off', 10 * second, () => readPending(servers, access));
  repeat('keeping subscriptions at Stripe', 5 * second, async () => {
    const kept = await keepStripe(servers, access);
    if (kept > 0) log.info({ kept }, 'subscriptions at Stripe brought in line');
  });
  repeat('looking at Stripe', 2 * second, async () => {
    const looked = await lookAtSubscriptions(servers, access);
    if (looked > 0) log.info({ looked }, 'read at Stripe what is there of customers');
  });
}
