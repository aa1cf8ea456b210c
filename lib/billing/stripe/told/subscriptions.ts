import { and, eq } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import { stripeSubscriptions, subscriptions } from '@/db/schema/control';
import { mailWhoMay } from '../../../access/people/mail-who-may';
import type { ControlCtx } from '../../../doors/ctx';
import { formatDay } from '../../../format';
import { isEnded, isLive } from './follow';
import { judge } from './judge';
import { trialLetter } from './letters';
import type { SubscriptionTold, Word } from './shapes';

const s = stripeSubscriptions;

export interface Saying {
  account: string;
  word: Word;
}

interface Heard {
  /** Our subscriptions that may have to follow. */
  ours: string[];
  inDoubt: boolean;
}

/**
 * Keeps what is told of a subscription, where it is newer. One that names none of this tenant's own
 * subscriptions is none of our business.
 */
export async function hearSubscription(
  ctx: ControlCtx,
  { account, word }: Saying,
  told: SubscriptionTold,
): Promise<Heard> {
  const { db } = ctx;
  const [before] = await db.select().from(s).where(eq(s.stripeId, told.id));
  const own = await ownOf(ctx, told.ours);
  const subscriptionId = own ?? before?.subscriptionId;
  if (!subscriptionId) return { ours: [], inDoubt: false };
  const { status, items, periodStart, periodEnd, trialEnd, cancelAt } = told;
  const facts = { subscriptionId, status, items, periodStart, periodEnd, trialEnd, cancelAt };
  const began = before?.began || isLive(status);
  const order = orderOf(word);
  const isEvent = word.kind === 'event';
  if (!before) {
    const toldAt = isEvent ? word.at : new Date(0);
    const knownAt = isEvent ? null : word.knownAt;
    const row = { ...facts, account, stripeId: told.id, began, toldAt, toldOrder: order, knownAt };
    await db.insert(s).values(row);
    await tellOfTrial(ctx, word, told.id);
    return { ours: [subscriptionId], inDoubt: false };
  }
  const { takes, inDoubt } = judge({
    ...{ word, order, before, isSame: printOf(facts) === printOf(before) },
    ...{ isLast: isEnded(status), wasLast: isEnded(before.status) },
  });
  const news = isEvent ? { toldAt: word.at, toldOrder: order } : { knownAt: word.knownAt };
  if (takes || began !== before.began) {
    await db
      .update(s)
      .set({ began, ...(takes && { ...facts, ...news, heardAt: databaseNow }) })
      .where(eq(s.id, before.id));
  }
  await tellOfTrial(ctx, word, told.id);
  return { ours: [takes ? subscriptionId : before.subscriptionId], inDoubt };
}

/** Only a subscription of this very tenant counts, whoever wrote which id. */
async function ownOf({ db, tenant }: ControlCtx, id: string | null): Promise<string | undefined> {
  if (!id) return undefined;
  const [own] = await db
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(and(eq(subscriptions.tenantId, tenant.id), eq(subscriptions.id, id)));
  return own?.id;
}

/** What was made comes before what became of it. */
function orderOf(word: Word): string {
  if (word.kind === 'look') return '';
  return `${word.type === 'customer.subscription.created' ? 0 : 1} ${word.id}`;
}

const printOf = (row: Omit<SubscriptionTold, 'id' | 'ours'> & { subscriptionId: string }): string =>
  JSON.stringify([
    ...[row.subscriptionId, row.status, row.periodStart, row.periodEnd, row.trialEnd],
    ...[row.cancelAt, row.items.map(({ id, key, quantity }) => [id, key, quantity])],
  ]);

const soonMs = 3 * 86_400_000;

/** Tells admins once that a trial ends soon: when Stripe says so, or when it is seen to be so. */
async function tellOfTrial({ db, tenant }: ControlCtx, word: Word, stripeId: string) {
  const [now] = await db.select().from(s).where(eq(s.stripeId, stripeId));
  const end = now?.trialEnd;
  if (now?.status !== 'trialing' || !end || now.trialTold?.getTime() === end.getTime()) return;
  const isSoon =
    word.kind === 'event'
      ? word.type === 'customer.subscription.trial_will_end'
      : end.getTime() - word.knownAt.getTime() < soonMs;
  if (!isSoon) return;
  await db.update(s).set({ trialTold: end }).where(eq(s.id, now.id));
  const { timeZone } = tenant;
  const isLeft = now.cancelAt !== null && now.cancelAt <= end;
  await mailWhoMay(
    db,
    { tenant, permission: 'plan.manage', path: '/settings/plan' },
    (addressed) => {
      const day = formatDay(end, { locale: addressed.language, timeZone });
      return trialLetter(addressed, { day, isLeft });
    },
  );
}
