import { and, desc, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { stripeAsks, stripeCustomers, stripePlans, stripeSubscriptions } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { env } from '../../env';
import { notFound } from '../../errors';
import type { Charge } from '../charges';
import { isStripePage } from '../stripe/pages';
import { type Asked, type AskId, Figures, type Payment } from './shapes';

/** States at Stripe in which a subscription pays for something, or should. */
export const live = ['active', 'trialing', 'past_due', 'unpaid'];

/** How what holds is paid for at Stripe; null where it is not. */
export async function paidFor(
  db: ControlDb,
  heldId: string | undefined,
): Promise<z.input<typeof Payment>['paid']> {
  if (!heldId) return null;
  const p = stripeSubscriptions;
  const [found] = await db
    .select({
      ...{ items: p.items, status: p.status, periodEnd: p.periodEnd },
      ...{ trialEnd: p.trialEnd, cancelAt: p.cancelAt },
    })
    .from(p)
    .where(and(eq(p.subscriptionId, heldId), inArray(p.status, live)))
    // As the operator chooses where there are two.
    .orderBy(eq(p.status, 'unpaid'), p.id)
    .limit(1);
  if (!found) return null;
  const { items, ...paid } = found;
  return { charge: chargeIn(items[0]?.key ?? ''), ...paid };
}

/** As `keyOf` writes it. */
export function chargeIn(key: string): Charge {
  const [, , , , currency = '', interval] = key.split('.');
  return { currency, interval: interval === 'year' ? 'year' : 'month' };
}

/** What Stripe knows of this workspace, and what it was last asked. */
export async function paymentOf(
  db: ControlDb,
  { heldId, signingId }: { heldId: string | undefined; signingId: string | undefined },
): Promise<z.input<typeof Payment>> {
  const customers = await db.select({ id: stripeCustomers.id }).from(stripeCustomers).limit(1);
  const last = signingId ? await lastAsk(db, signingId) : undefined;
  return {
    isKnown: customers.length > 0,
    paid: await paidFor(db, heldId),
    asked: last ? seen(last) : null,
  };
}

/** The last wish about what is being signed. */
export async function lastAsk(db: ControlDb, subscriptionId: string) {
  const [last] = await db
    .select()
    .from(stripeAsks)
    .where(
      and(
        eq(stripeAsks.subscriptionId, subscriptionId),
        inArray(stripeAsks.kind, ['checkout', 'change']),
      ),
    )
    .orderBy(desc(stripeAsks.createdAt), desc(stripeAsks.id))
    .limit(1);
  return last;
}

/** What came of something that was asked of Stripe. Throws `not_found`. */
export async function getAsked(
  { db }: ControlCtx,
  { id }: z.output<typeof AskId>,
): Promise<z.input<typeof Asked>> {
  const [found] = await db.select().from(stripeAsks).where(eq(stripeAsks.id, id));
  if (!found) throw notFound('This payment');
  return seen(found);
}

/** Versions of plans that Stripe knows, so that they can be paid for, as `plan version`. */
export async function payableVersions(db: ControlDb): Promise<ReadonlySet<string>> {
  const { planId, version, state, active } = stripePlans;
  const known = await db
    .select({ planId, version })
    .from(stripePlans)
    .where(and(eq(state, 'known'), eq(active, true)));
  return new Set(known.map((one) => `${one.planId} ${one.version}`));
}

const lateMs = 120_000;

export function seen(ask: typeof stripeAsks.$inferSelect): z.input<typeof Asked> {
  const { id, kind, state, result, fault, createdAt } = ask;
  const url = result?.url;
  const figures = kind === 'preview' && result ? Figures.parse(result) : null;
  return {
    ...{ id, kind, state, fault, figures, paid: result?.paid === true },
    // Nobody is sent to an address that is not Stripe's, whoever wrote it down.
    url: isOver(result) || !isStripePage(url, { local: env().isLocal }) ? null : url,
    isLate: state === 'waiting' && Date.now() - createdAt.getTime() > lateMs,
  };
}

/** A page is open for a day. */
function isOver(result: Record<string, unknown> | null): boolean {
  const until = result?.expiresAt;
  return typeof until === 'string' && Date.parse(until) <= Date.now();
}
