import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { enterStripeEvent } from '@/db/billing/stripe-events';
import { secondsFromNow } from '@/db/clock';
import { stripeCustomers, stripeLooks } from '@/db/schema/control';
import type { ControlCtx } from '../../../doors/ctx';
import { inTurn } from '../../subscriptions/turn';
import { follow } from './follow';
import { hearInvoice } from './invoices';
import { hearRefund } from './refunds';
import type { Told } from './shapes';
import { hearSubscription } from './subscriptions';

/** Nothing for what is heard again. */
export const Hearing = z.strictObject({ done: z.boolean() }).optional();

/** Events of one moment come close together: the look sees them all. */
const soonSeconds = 3;

/**
 * Takes what Stripe tells of a customer, from an event or from a look: keeps it where it is newer than
 * what is held, has our subscriptions follow, and tells admins what concerns them. An event that was
 * heard before, and a customer who is not this tenant, have no effect.
 */
export async function hear(
  ctx: ControlCtx,
  { customer, word, subscriptions, invoices, refunds, inDoubt }: Told,
): Promise<z.input<typeof Hearing>> {
  const { db, tenant } = ctx;
  // One after another: of two that come at once, the second sees what the first wrote.
  await inTurn(db, tenant.id);
  const [known] = await db
    .select({ account: stripeCustomers.account })
    .from(stripeCustomers)
    .where(eq(stripeCustomers.customer, customer));
  if (!known) return { done: false };
  if (word.kind === 'event' && !(await enterStripeEvent(db, { ...word, customer }))) {
    return { done: false };
  }
  const saying = { account: known.account, word };
  const ours = new Set<string>();
  let isDoubtful = inDoubt;
  for (const told of subscriptions) {
    const heard = await hearSubscription(ctx, saying, told);
    isDoubtful ||= heard.inDoubt;
    for (const id of heard.ours) ours.add(id);
  }
  for (const told of invoices) {
    const heard = await hearInvoice(ctx, saying, told);
    isDoubtful ||= heard.inDoubt;
  }
  for (const told of refunds) await hearRefund(ctx, known.account, told);
  // The older first: of two that hold, the newer one stays.
  for (const id of [...ours].sort()) await follow(ctx, id);
  if (isDoubtful) await askForLook(ctx, customer);
  return { done: true };
}

async function askForLook({ db }: ControlCtx, customer: string): Promise<void> {
  const soon = secondsFromNow(soonSeconds);
  await db
    .insert(stripeLooks)
    .values({ customer, nextAt: soon })
    .onConflictDoUpdate({
      target: [stripeLooks.tenantId, stripeLooks.customer],
      set: { nextAt: sql`least(${stripeLooks.nextAt}, ${soon})`, resumeAfter: null },
    });
}
