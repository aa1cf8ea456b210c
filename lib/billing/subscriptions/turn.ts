import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { ControlDb } from '@/db/control';
import { AppError, notFound } from '../../errors';
import { holding } from '../held-plan';
import { type Book, bookOfTenant } from './book';
import { fromsOf, type SubscriptionState } from './states';

interface Word {
  byName: string;
  /** Whether Stripe brings it about. */
  byStripe?: boolean | undefined;
  reason: string;
}

interface Of {
  tenantId: string;
}

interface Seen {
  id: string;
  /** As it was seen. */
  revision: number;
}

interface Turn extends Word, Seen {
  to: SubscriptionState;
}

interface Turned extends Seen {
  state: SubscriptionState;
}

/*
 * Each of these writes what the tenant that is named has of the platform, unless it is given the book
 * of somebody else.
 */

const none = { nextState: null, nextAt: null, nextReason: null, nextByName: null };

/**
 * The one way in which a subscription becomes something else: from a state that leads there, as it was
 * seen, or not at all; with a row of history. What was planned for later falls away, and what is signed
 * takes the place of what held. Throws `not_found`, `conflict`, `precondition`.
 */
export async function turn(
  db: ControlDb,
  wish: Turn & Of,
  book = bookOfTenant(wish.tenantId),
): Promise<Turned> {
  await inTurn(db, book.turnOf);
  if (wish.to === 'signed') await endHeld(db, book, wish);
  return await step(db, book, wish);
}

/** Those who change what one subscriber has, named by its id, do so one after another. */
export const inTurn = (db: ControlDb, turnOf: string) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`subscriptions ${turnOf}`}, 0))`);

async function step(db: ControlDb, book: Book, wish: Turn): Promise<Turned> {
  const { rows: s, own, tenantId } = book;
  const { id, revision, to, byName, byStripe, reason } = wish;
  const [before] = await db
    .select({ state: s.state })
    .from(s)
    .where(and(own, eq(s.id, id)));
  const [turned] = await db
    .update(s)
    .set({ state: to, revision: revision + 1, changedAt: new Date(), ...none })
    .where(and(own, eq(s.id, id), eq(s.revision, revision), inArray(s.state, fromsOf(to))))
    .returning({ id: s.id, revision: s.revision, state: s.state });
  if (!turned || !before) return await refuse(db, book, wish);
  await db.insert(book.changes).values({
    ...{ tenantId, id: uuidv7(), subscriptionId: id, revision: turned.revision },
    ...{ fromState: before.state, toState: to, reason, byName, byStripe },
  });
  return turned;
}

/** Writes into the history of a subscription what was said of it while it stays as it is. Throws `conflict`. */
export async function remark(
  db: ControlDb,
  { id, revision, byName, byStripe, reason, ...wish }: Seen & Word & Of,
  book = bookOfTenant(wish.tenantId),
): Promise<void> {
  const { rows: s, own, tenantId } = book;
  await inTurn(db, book.turnOf);
  const [kept] = await db
    .update(s)
    .set({ revision: revision + 1 })
    .where(and(own, eq(s.id, id), eq(s.revision, revision)))
    .returning({ revision: s.revision, state: s.state });
  if (!kept) return await refuse(db, book, { id, revision });
  await db.insert(book.changes).values({
    ...{ tenantId, id: uuidv7(), subscriptionId: id, revision: kept.revision },
    ...{ fromState: kept.state, toState: kept.state, reason, byName, byStripe },
  });
}

async function refuse(
  db: ControlDb,
  { rows: s, own }: Book,
  { id, revision, to }: Seen & { to?: string },
): Promise<never> {
  const [found] = await db
    .select({ state: s.state, revision: s.revision })
    .from(s)
    .where(and(own, eq(s.id, id)));
  if (!found) throw notFound('This subscription');
  if (found.revision !== revision) {
    throw new AppError('conflict', 'Somebody else changed this meanwhile. Look again.');
  }
  if (!to) throw new AppError('precondition', 'Nothing is planned.');
  throw new AppError(
    'precondition',
    `This subscription is ${found.state}; it cannot become ${to}.`,
  );
}

/** What holds now ends where something else takes its place. */
const endHeld = (db: ControlDb, book: Book, { id, byName, byStripe, reason }: Turn) =>
  endAll(db, book, { states: [...holding], exceptId: id, byName, byStripe, reason });

interface Ending extends Word {
  states: SubscriptionState[];
  exceptId?: string;
}

/** Ends what a subscriber has in these states; called in its turn. */
export async function endAll(
  db: ControlDb,
  book: Book,
  { states, exceptId, ...word }: Ending,
): Promise<void> {
  const { rows: s, own } = book;
  const open = await db
    .select({ id: s.id, revision: s.revision })
    .from(s)
    .where(and(own, inArray(s.state, states)));
  for (const one of open) {
    if (one.id !== exceptId) await step(db, book, { ...one, to: 'unsigned', ...word });
  }
}

interface Beginning extends Word, Of {
  planId: string;
  version: number;
}

/** Begins a subscription in the place of one that was being signed. */
export async function begin(
  db: ControlDb,
  { tenantId, planId, version, byName, reason }: Beginning,
  book = bookOfTenant(tenantId),
): Promise<Seen> {
  await inTurn(db, book.turnOf);
  await endAll(db, book, { states: ['signing'], byName, reason });
  const id = uuidv7();
  const said = { tenantId, id, planId, version, askedByName: byName, note: reason };
  await db.insert(book.rows).values({ ...said, ...book.subscriber });
  await db.insert(book.changes).values({
    ...{ tenantId, id: uuidv7(), subscriptionId: id, revision: 1 },
    ...{ fromState: null, toState: 'signing', reason, byName },
  });
  return { id, revision: 1 };
}

/** Plans a step for later. Another step before then, or another plan, takes its place. */
export async function schedule(
  db: ControlDb,
  { at, ...wish }: Turn & Of & { at: Date },
  book = bookOfTenant(wish.tenantId),
): Promise<Turned> {
  const { rows: s, own } = book;
  const { id, revision, to, byName, reason } = wish;
  await inTurn(db, book.turnOf);
  const [planned] = await db
    .update(s)
    .set({
      ...{ revision: revision + 1, changedAt: new Date() },
      ...{ nextState: to, nextAt: at, nextReason: reason, nextByName: byName },
      ...book.planner,
    })
    .where(and(own, eq(s.id, id), eq(s.revision, revision), inArray(s.state, fromsOf(to))))
    .returning({ id: s.id, revision: s.revision, state: s.state });
  return planned ?? (await refuse(db, book, wish));
}

/** Takes a planned step back. */
export async function unschedule(
  db: ControlDb,
  seen: Seen & Of,
  book = bookOfTenant(seen.tenantId),
): Promise<Turned> {
  const { rows: s, own } = book;
  const [kept] = await db
    .update(s)
    .set({ revision: seen.revision + 1, changedAt: new Date(), ...none })
    .where(and(own, eq(s.id, seen.id), eq(s.revision, seen.revision), isNotNull(s.nextAt)))
    .returning({ id: s.id, revision: s.revision, state: s.state });
  return kept ?? (await refuse(db, book, seen));
}
