import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { ControlDb } from '@/db/control';
import { subscriptionChanges, subscriptions } from '@/db/schema/control';
import { AppError, notFound } from '../../errors';
import { holding } from '../held-plan';
import { fromsOf, type SubscriptionState } from './states';

interface Word {
  byName: string;
  reason: string;
}

interface Turn extends Word {
  tenantId: string;
  id: string;
  /** As it was seen. */
  revision: number;
  to: SubscriptionState;
}

const s = subscriptions;
const none = { nextState: null, nextAt: null, nextReason: null, nextByName: null };

/**
 * The one way in which a subscription becomes something else: from a state that leads there, as it was
 * seen, or not at all; with a row of history. What was planned for later falls away, and what is signed
 * takes the place of what held. Throws `not_found`, `conflict`, `precondition`.
 */
export async function turn(db: ControlDb, { tenantId, id, revision, to, ...word }: Turn) {
  await inTurn(db, tenantId);
  if (to === 'signed') await endHeld(db, { tenantId, exceptId: id, word });
  return await step(db, { tenantId, id, revision, to, ...word });
}

/** Those who change what one tenant has do so one after another. */
export const inTurn = (db: ControlDb, tenantId: string) =>
  db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`subscriptions ${tenantId}`}, 0))`,
  );

async function step(db: ControlDb, { tenantId, id, revision, to, byName, reason }: Turn) {
  const own = and(eq(s.tenantId, tenantId), eq(s.id, id));
  const [before] = await db.select({ state: s.state }).from(s).where(own);
  const [turned] = await db
    .update(s)
    .set({ state: to, revision: revision + 1, changedAt: new Date(), ...none })
    .where(and(own, eq(s.revision, revision), inArray(s.state, fromsOf(to))))
    .returning({ id: s.id, revision: s.revision, state: s.state });
  if (!turned || !before) return await refuse(db, { tenantId, id, revision, to });
  await db.insert(subscriptionChanges).values({
    ...{ tenantId, id: uuidv7(), subscriptionId: id, revision: turned.revision },
    ...{ fromState: before.state, toState: to, reason, byName },
  });
  return turned;
}

interface Remark extends Word {
  tenantId: string;
  id: string;
  /** As it was seen. */
  revision: number;
}

/** Writes into the history of a subscription what was said of it while it stays as it is. Throws `conflict`. */
export async function remark(
  db: ControlDb,
  { tenantId, id, revision, byName, reason }: Remark,
): Promise<void> {
  await inTurn(db, tenantId);
  const own = and(eq(s.tenantId, tenantId), eq(s.id, id), eq(s.revision, revision));
  const [kept] = await db
    .update(s)
    .set({ revision: revision + 1 })
    .where(own)
    .returning({ revision: s.revision, state: s.state });
  if (!kept) return await refuse(db, { tenantId, id, revision });
  await db.insert(subscriptionChanges).values({
    ...{ tenantId, id: uuidv7(), subscriptionId: id, revision: kept.revision },
    ...{ fromState: kept.state, toState: kept.state, reason, byName },
  });
}

async function refuse(
  db: ControlDb,
  { tenantId, id, revision, to }: Pick<Turn, 'tenantId' | 'id' | 'revision'> & { to?: string },
): Promise<never> {
  const [found] = await db
    .select({ state: s.state, revision: s.revision })
    .from(s)
    .where(and(eq(s.tenantId, tenantId), eq(s.id, id)));
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

interface Ending {
  tenantId: string;
  exceptId: string | null;
  word: Word;
}

/** What holds now ends where something else takes its place. */
async function endHeld(db: ControlDb, { tenantId, exceptId, word }: Ending): Promise<void> {
  const held = await db
    .select({ id: s.id, revision: s.revision })
    .from(s)
    .where(and(eq(s.tenantId, tenantId), inArray(s.state, [...holding])));
  for (const { id, revision } of held) {
    if (id !== exceptId) await step(db, { tenantId, id, revision, to: 'unsigned', ...word });
  }
}

/** What is being signed is given up where something else is asked for. */
async function endSigning(db: ControlDb, tenantId: string, word: Word): Promise<void> {
  const open = await db
    .select({ id: s.id, revision: s.revision })
    .from(s)
    .where(and(eq(s.tenantId, tenantId), eq(s.state, 'signing')));
  for (const one of open) await step(db, { tenantId, ...one, to: 'unsigned', ...word });
}

interface Beginning extends Word {
  tenantId: string;
  planId: string;
  version: number;
}

/** Begins a subscription in the place of one that was being signed. */
export async function begin(
  db: ControlDb,
  { tenantId, planId, version, byName, reason }: Beginning,
): Promise<{ id: string; revision: number }> {
  await inTurn(db, tenantId);
  await endSigning(db, tenantId, { byName, reason });
  const id = uuidv7();
  await db.insert(s).values({ tenantId, id, planId, version, askedByName: byName, note: reason });
  await db.insert(subscriptionChanges).values({
    ...{ tenantId, id: uuidv7(), subscriptionId: id, revision: 1 },
    ...{ fromState: null, toState: 'signing', reason, byName },
  });
  return { id, revision: 1 };
}

interface Plan extends Turn {
  at: Date;
}

/** Plans a step for later. Another step before then, or another plan, takes its place. */
export async function schedule(
  db: ControlDb,
  { tenantId, id, revision, to, at, byName, reason }: Plan,
): Promise<{ id: string; revision: number; state: SubscriptionState }> {
  await inTurn(db, tenantId);
  const [planned] = await db
    .update(s)
    .set({
      ...{ revision: revision + 1, changedAt: new Date() },
      ...{ nextState: to, nextAt: at, nextReason: reason, nextByName: byName },
    })
    .where(
      and(
        ...[eq(s.tenantId, tenantId), eq(s.id, id), eq(s.revision, revision)],
        inArray(s.state, fromsOf(to)),
      ),
    )
    .returning({ id: s.id, revision: s.revision, state: s.state });
  return planned ?? (await refuse(db, { tenantId, id, revision, to }));
}

/** Takes a planned step back. */
export async function unschedule(
  db: ControlDb,
  { tenantId, id, revision }: Pick<Turn, 'tenantId' | 'id' | 'revision'>,
): Promise<{ id: string; revision: number; state: SubscriptionState }> {
  const [kept] = await db
    .update(s)
    .set({ revision: revision + 1, changedAt: new Date(), ...none })
    .where(
      and(eq(s.tenantId, tenantId), eq(s.id, id), eq(s.revision, revision), isNotNull(s.nextAt)),
    )
    .returning({ id: s.id, revision: s.revision, state: s.state });
  return kept ?? (await refuse(db, { tenantId, id, revision }));
}
