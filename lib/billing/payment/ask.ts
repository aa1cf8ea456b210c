import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { stripeAsks } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { Charge } from '../charges';
import { whyLeftToStaff } from '../left-to-staff';
import { offerNow } from '../offers';
import { openSubscriptions } from '../subscriptions/read';
import { inTurn } from '../subscriptions/turn';
import { lastAsk, paidFor, seen } from './read';
import type { Asking } from './shapes';
import { askStripe, refuseOnItsWay, returnOf, waitingAsk } from './write';

type Answer = Promise<z.input<typeof Asking>>;

/** How somebody pays for a plan, and what they were shown of it. */
export const Paying = z.strictObject({
  charge: Charge,
  /** The preview that was looked at, where another plan is paid for already. */
  previewId: z.uuid().nullish(),
});

/** Has what is being signed paid for: with a page of Stripe, or as a change of what is paid already. */
export async function askToPay(
  ctx: ControlCtx,
  {
    subscriptionId,
    heldId,
    paying,
  }: { subscriptionId: string; heldId: string | undefined; paying: z.output<typeof Paying> },
): Promise<string> {
  const { charge, previewId } = paying;
  if (!(await paidFor(ctx.db, heldId))) {
    const request = { charge, ...returnOf(ctx) };
    return await askStripe(ctx, { kind: 'checkout', subscriptionId, request });
  }
  const at = previewId ? await shownAt(ctx, previewId) : null;
  return await askStripe(ctx, { kind: 'change', subscriptionId, request: { charge, at } });
}

/** What was shown holds for so long. */
const shownMs = 3_600_000;

async function shownAt({ db }: ControlCtx, previewId: string): Promise<number | null> {
  const [shown] = await db
    .select({ result: stripeAsks.result })
    .from(stripeAsks)
    .where(eq(stripeAsks.id, previewId));
  const at = Number(shown?.result?.at);
  return Number.isInteger(at) && Date.now() - at * 1000 < shownMs ? at : null;
}

export const PayWish = z.strictObject({ id: z.uuid() });

/**
 * Begins the payment of what is being signed anew, or answers the one that is under way. Throws
 * `not_found`, `precondition` where it is not for this workspace to pay.
 */
export async function payAgain(ctx: ControlCtx, { id }: z.output<typeof PayWish>): Answer {
  const { db, tenant } = ctx;
  await inTurn(db, tenant.id);
  const { held, signing } = await openSubscriptions(db, tenant.id);
  if (signing?.id !== id) throw notFound('This subscription');
  const last = await lastAsk(db, id);
  const isLeft = (await whyLeftToStaff(db, { tenantId: tenant.id, id })) !== null;
  if (!last || isLeft) throw new AppError('precondition', 'The platform signs this plan.');
  ctx.about('subscription', id);
  const { state, url, paid } = seen(last);
  if (state === 'waiting' || (state === 'ready' && (url || paid))) return { askId: last.id };
  const charge = Charge.parse(last.request.charge);
  const wish = { subscriptionId: id, heldId: held?.id, paying: { charge } };
  return { askId: await askToPay(ctx, wish) };
}

/** Asks for the page on which cards and invoices are looked after. Throws `precondition`. */
export async function askForPortal(ctx: ControlCtx): Answer {
  await inTurn(ctx.db, ctx.tenant.id);
  ctx.about('tenant', ctx.tenant.id);
  const waiting = await waitingAsk(ctx, 'portal');
  return { askId: waiting ?? (await askStripe(ctx, { kind: 'portal', request: returnOf(ctx) })) };
}

export const PreviewWish = z.strictObject({
  planId: z.uuid(),
  /** As it was read. */
  version: z.number().int().min(1).max(1_000_000),
  charge: Charge,
});

/** Asks what another plan would cost from now on. Throws `not_found`, `conflict`, `precondition`. */
export async function askForPreview(
  ctx: ControlCtx,
  { planId, version, charge }: z.output<typeof PreviewWish>,
): Answer {
  const { db, tenant } = ctx;
  await offerNow(db, { planId, version });
  const { held } = await openSubscriptions(db, tenant.id);
  if (!(await paidFor(db, held?.id))) throw new AppError('precondition', notPaid);
  ctx.about('plan', planId, { version });
  return { askId: await askStripe(ctx, { kind: 'preview', request: { planId, version, charge } }) };
}

export const EndWish = z.strictObject({
  /** The subscription that is paid for. */
  id: z.uuid(),
  /** Whether it ends with the period that was paid, or goes on after all. */
  ends: z.boolean(),
});

/** Ends a plan that is paid for with its period, or takes that back. Throws `not_found`, `precondition`. */
export async function askToEnd(ctx: ControlCtx, { id, ends }: z.output<typeof EndWish>): Answer {
  const { db, tenant } = ctx;
  await inTurn(db, tenant.id);
  const { held, signing } = await openSubscriptions(db, tenant.id);
  if (held?.id !== id) throw notFound('This subscription');
  if (!(await paidFor(db, id))) throw new AppError('precondition', notPaid);
  if (signing) await refuseOnItsWay(ctx, signing.id);
  ctx.about('subscription', id, { ends });
  const wish = { kind: 'end', subscriptionId: id, request: { ends } } as const;
  return { askId: await askStripe(ctx, wish) };
}

const notPaid = 'No plan is paid for here.';
