import { eq, inArray } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import { stripeInvoices, stripeSubscriptions } from '@/db/schema/control';
import { mailWhoMay } from '../../../access/people/mail-who-may';
import type { ControlCtx } from '../../../doors/ctx';
import { formatDay } from '../../../format';
import { judge } from './judge';
import { unpaidLetter } from './letters';
import type { InvoiceTold, Word } from './shapes';
import type { Saying } from './subscriptions';

const i = stripeInvoices;
const s = stripeSubscriptions;

/** Keeps what is told of an invoice, where it is newer, and tells admins of a payment that failed. */
export async function hearInvoice(
  ctx: ControlCtx,
  { account, word }: Saying,
  told: InvoiceTold,
): Promise<{ inDoubt: boolean }> {
  const { db } = ctx;
  const { id: stripeId, ...facts } = told;
  const [before] = await db.select().from(i).where(eq(i.stripeId, stripeId));
  const order = orderOf(word, told);
  const isEvent = word.kind === 'event';
  // A draft that nobody heard of and that is deleted was never anything here.
  if (!before && told.status === 'void' && told.number === null) return { inDoubt: false };
  if (!before) {
    const toldAt = isEvent ? word.at : new Date(0);
    const knownAt = isEvent ? null : word.knownAt;
    await db.insert(i).values({ ...facts, stripeId, account, toldAt, toldOrder: order, knownAt });
    await tellOfFailure(ctx, word, stripeId);
    return { inDoubt: false };
  }
  const { takes, inDoubt } = judge({
    ...{ word, order, before, isSame: printOf(told) === printOf(before) },
    ...{ isLast: isSettled(told), wasLast: isSettled(before) },
  });
  const news = isEvent ? { toldAt: word.at, toldOrder: order } : { knownAt: word.knownAt };
  if (takes) {
    await db
      .update(i)
      .set({ ...facts, ...news, heardAt: databaseNow })
      .where(eq(i.id, before.id));
  }
  // Also where the event is not the last word: what came before it said nothing of a failure.
  await tellOfFailure(ctx, word, stripeId);
  return { inDoubt };
}

const isSettled = ({ status }: Pick<InvoiceTold, 'status'>) =>
  status === 'paid' || status === 'void';

const ranks: Record<InvoiceTold['status'], number> = {
  ...{ draft: 0, open: 1, uncollectible: 2, void: 3, paid: 4 },
};

/** An invoice goes through its states in one direction, and counts its tries. */
function orderOf(word: Word, { status, tries }: InvoiceTold): string {
  if (word.kind === 'look') return '';
  return `${ranks[status]} ${String(tries).padStart(5, '0')} ${word.id}`;
}

const printOf = (row: Omit<InvoiceTold, 'id'>): string =>
  JSON.stringify([
    ...[row.number, row.status, row.currency, row.total, row.amountPaid, row.amountRemaining],
    ...[row.periodStart, row.periodEnd, row.issuedAt, row.dueAt, row.tries, row.nextTryAt],
    ...[row.pageUrl, row.pdfUrl],
  ]);

const failures = new Set(['invoice.payment_failed', 'invoice.payment_action_required']);

/** A try alone is no failure: money may be on its way for days. Stripe has to say that it failed. */
async function isFailure({ db }: ControlCtx, word: Word): Promise<boolean> {
  if (word.kind === 'event') return failures.has(word.type);
  const [unpaid] = await db
    .select({ id: s.id })
    .from(s)
    .where(inArray(s.status, ['past_due', 'unpaid']))
    .limit(1);
  return unpaid !== undefined;
}

/** One letter for an invoice and a try, however often and in which order it is heard of. */
async function tellOfFailure(ctx: ControlCtx, word: Word, stripeId: string): Promise<void> {
  const { db, tenant } = ctx;
  const [now] = await db.select().from(i).where(eq(i.stripeId, stripeId));
  if (now?.status !== 'open' || now.tries <= now.triesTold || now.amountRemaining <= 0) return;
  if (!(await isFailure(ctx, word))) return;
  await db.update(i).set({ triesTold: now.tries }).where(eq(i.id, now.id));
  const { number, amountRemaining: amount, currency, nextTryAt } = now;
  const { timeZone } = tenant;
  await mailWhoMay(
    db,
    { tenant, permission: 'plan.manage', path: '/settings/plan' },
    (addressed) => {
      const at = { locale: addressed.language, timeZone };
      const again = nextTryAt && formatDay(nextTryAt, at);
      return unpaidLetter(addressed, { number, amount, currency, again });
    },
  );
}
