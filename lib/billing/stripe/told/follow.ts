import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { stripeSubscriptions, subscriptionChanges, subscriptions } from '@/db/schema/control';
import type { ControlCtx } from '../../../doors/ctx';
import { enqueueControlJob } from '../../../jobs/enqueue';
import { log } from '../../../log';
import { holding } from '../../held-plan';
import { stripeWord, whyLeftToStaff } from '../../left-to-staff';
import { findLastStep } from '../../subscriptions/last-step';
import { mayBecome, type SubscriptionState } from '../../subscriptions/states';
import { remark, schedule, turn } from '../../subscriptions/turn';
import { fits } from './fits';

/** What ours is while one at Stripe is in a state. A state that Stripe adds one day says nothing. */
const meanings: Record<string, SubscriptionState> = {
  ...{ incomplete: 'signing', trialing: 'signed', active: 'signed', past_due: 'signed' },
  ...{ unpaid: 'suspended', paused: 'suspended' },
  ...{ canceled: 'unsigned', incomplete_expired: 'unsigned' },
};

export const isEnded = (status: string): boolean => meanings[status] === 'unsigned';
export const isLive = (status: string): boolean =>
  meanings[status] === 'signed' || meanings[status] === 'suspended';

/** Where more than one is there for one of ours, the best of them counts. */
const best: SubscriptionState[] = ['signed', 'suspended', 'signing', 'unsigned'];

type Row = typeof stripeSubscriptions.$inferSelect;
type Ours = typeof subscriptions.$inferSelect;

const c = subscriptionChanges;

/**
 * Makes of a subscription of ours what Stripe says by now. What staff did stays: Stripe lifts no
 * suspension but its own, and does not suspend again what staff let go on, until it says something new.
 * What only staff may sign goes on being signed, with a word on why in its history.
 */
export async function follow({ db, tenant }: ControlCtx, id: string): Promise<void> {
  const own = and(eq(subscriptions.tenantId, tenant.id), eq(subscriptions.id, id));
  const [ours] = await db.select().from(subscriptions).where(own);
  const rows = await db
    .select()
    .from(stripeSubscriptions)
    .where(eq(stripeSubscriptions.subscriptionId, id));
  if (!ours) return;
  const said = rows.flatMap((row) => saying(ours, row) ?? []);
  const target = best.find((state) => said.includes(state));
  if (!target) return;
  const last = await findLastStep(db, { tenantId: tenant.id, id });
  const began = rows.some((row) => row.began && fits(ours, row.items));
  const carried = rows.find((row) => row.carriedFor === id)?.carried ?? null;
  const isOwnWord = last?.byStripe === true;
  const reason = `Stripe says: ${rows.map(({ status }) => status).join(', ')}`;
  const word = { ...stripeWord, reason };
  const left = await whyLeftToStaff(db, { tenantId: tenant.id, id });
  const now = { state: ours.state, began, carried, isOwnWord, isLeft: left !== null };
  let { revision } = ours;
  for (const to of stepsTo(target, now)) {
    ({ revision } = await turn(db, { tenantId: tenant.id, id, revision, to, ...word }));
  }
  if (left && ours.state === 'signing' && target !== 'signing') {
    log.warn({ tenantId: tenant.id, id, left }, 'what is paid for is left to staff');
    const said = `${reason}. The platform signs this: ${left}`;
    if (revision === ours.revision && (await lastWord(db, id)) !== said) {
      await remark(db, { tenantId: tenant.id, id, revision, ...stripeWord, reason: said });
    }
  }
  if (revision !== ours.revision) await planAgain({ db, tenant }, ours, { target, revision });
  // It was paid for although nobody heard so while it was: what held before it ended then.
  const isMissed = isOwnWord && last?.from === 'signing' && last.to === 'unsigned';
  if (target === 'unsigned' && began && isMissed && !left)
    await endEarlier({ db, tenant }, ours, word);
  await db
    .update(stripeSubscriptions)
    .set({ carried: target, carriedFor: id })
    .where(eq(stripeSubscriptions.subscriptionId, id));
}

async function lastWord(db: ControlCtx['db'], id: string): Promise<string | undefined> {
  const [last] = await db
    .select({ reason: c.reason })
    .from(c)
    .where(eq(c.subscriptionId, id))
    .orderBy(desc(c.revision))
    .limit(1);
  return last?.reason;
}

/** What one at Stripe says of ours; nothing while it pays for another plan than ours is of. */
function saying(ours: Ours, row: Row): SubscriptionState | undefined {
  const meaning = meanings[row.status];
  if (meaning === 'unsigned' || meaning === 'signing' || fits(ours, row.items)) return meaning;
  log.warn(
    { tenantId: row.tenantId, subscription: row.stripeId },
    'a subscription at Stripe is of another plan than ours',
  );
  return undefined;
}

interface Now {
  state: SubscriptionState;
  began: boolean;
  /** What Stripe said last. */
  carried: SubscriptionState | null;
  /** Whether Stripe took the last step. */
  isOwnWord: boolean;
  /** Whether staff alone may sign it. */
  isLeft: boolean;
}

/** Ways lead through what it was in between, though nobody heard of it. */
function stepsTo(target: SubscriptionState, now: Now): SubscriptionState[] {
  const { state, began, carried, isOwnWord } = now;
  const isNew = state === 'signing';
  if (isNew && now.isLeft) return target === 'unsigned' ? ['unsigned'] : [];
  if (target === 'signed' && state === 'suspended') return isOwnWord ? ['signed'] : [];
  if (target === 'suspended' && carried === 'suspended' && !isNew) return [];
  if (target === 'suspended' && isNew) return ['signed', 'suspended'];
  if (target === 'unsigned' && isNew && began) return ['signed', 'unsigned'];
  return mayBecome(state, target) ? [target] : [];
}

type Place = Pick<ControlCtx, 'db' | 'tenant'>;

/** What staff planned for later stays planned, where it still can be. */
async function planAgain(
  { db, tenant }: Place,
  { id, nextState: to, nextAt: at, nextReason, nextByName }: Ours,
  { target, revision }: { target: SubscriptionState; revision: number },
): Promise<void> {
  if (!to || !at || !mayBecome(target, to)) return;
  const word = { reason: nextReason ?? '', byName: nextByName ?? '' };
  const kept = await schedule(db, { tenantId: tenant.id, id, revision, to, at, ...word });
  await enqueueControlJob(db, 'plan.carryOut', { id, revision: kept.revision }, { at });
}

async function endEarlier(
  { db, tenant }: Place,
  { id }: Ours,
  word: { byName: string; byStripe: boolean; reason: string },
): Promise<void> {
  const held = await db
    .select({ id: subscriptions.id, revision: subscriptions.revision })
    .from(subscriptions)
    .where(
      and(
        ...[eq(subscriptions.tenantId, tenant.id), lt(subscriptions.id, id)],
        inArray(subscriptions.state, [...holding]),
      ),
    );
  for (const one of held) {
    await turn(db, { tenantId: tenant.id, ...one, to: 'unsigned', ...word });
  }
}
