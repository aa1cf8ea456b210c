import { and, eq, sql } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { bouncedAddresses, controlUsageEvents, mails } from '@/db/schema/control';
import type { ControlCtx } from '../doors/ctx';
import { log } from '../log';
import { bounceHash, bounceOf, stillBouncing } from './bounces';
import { textOf } from './compose';
import { htmlOf } from './draw';
import { handOver } from './hand-over';
import { askedFor, type MailKind, metered } from './kinds';
import { Mail } from './mail';
import { unseal } from './sealing';
import { isMember } from './told';
import { addressOf, type Outgoing } from './transport';
import { type Verdict, verdictOf, verdictOfUnmade } from './verdict';

type Row = typeof mails.$inferSelect;

/**
 * Delivers a mail that waits, and notes what became of it. Throws where it is worth another try,
 * which the queue sees to.
 */
export async function deliverMail(
  ctx: ControlCtx,
  { id }: { id: string },
): Promise<Record<string, never>> {
  const row = await ctx.transact((db) => take(db, id));
  if (!row) return {};
  const refuse = async (error: unknown, verdict: Verdict) => {
    await ctx.transact((db) => noteRefused(db, row, verdict));
    if (verdict.state === 'queued') throw error;
    return {};
  };
  let outgoing: Outgoing;
  try {
    outgoing = await draw(row);
  } catch (error) {
    log.error({ err: error, mail: id }, 'a mail cannot be put together');
    return await refuse(error, verdictOfUnmade(row.attempts));
  }
  try {
    await handOver(ctx, outgoing, id);
  } catch (error) {
    return await refuse(error, verdictOf(error, row.attempts));
  }
  await ctx.transact((db) => noteSent(db, row));
  return {};
}

async function draw({ sealed }: Row): Promise<Outgoing> {
  const mail = Mail.parse(JSON.parse(unseal(sealed ?? '')));
  return { ...addressOf(mail), text: textOf(mail), html: await htmlOf(mail) };
}

/**
 * The mail, if it still waits and its address is not known to be none. A link somebody asked for goes
 * out all the same: without it they may have no way in at all, not even to allow the address again.
 */
async function take(db: ControlDb, id: string): Promise<Row | null> {
  const [row] = await db
    .update(mails)
    .set({ attempts: sql`${mails.attempts} + 1`, changedAt: databaseNow })
    .where(and(eq(mails.id, id), eq(mails.state, 'queued')))
    .returning();
  if (!row || isAskedFor(row)) return row ?? null;
  const [bounced] = await db
    .select({ reason: bouncedAddresses.reason })
    .from(bouncedAddresses)
    .where(stillBouncing(row));
  if (!bounced) return row;
  await note(db, row, { state: 'withheld', reason: bounced.reason });
  return null;
}

/** It arrived, whatever another try of the same mail thinks, so there is such an address. */
async function noteSent(db: ControlDb, row: Row) {
  await db
    .update(mails)
    .set({ state: 'sent', reason: null, sealed: null, changedAt: databaseNow })
    .where(eq(mails.id, row.id));
  await db.delete(bouncedAddresses).where(bounceOf(row));
  if (!metered.includes(row.kind as MailKind)) return;
  // By the id of the mail: handed over twice, it counts once.
  await db
    .insert(controlUsageEvents)
    .values({ id: row.id, meter: 'messages', quantity: 1 })
    .onConflictDoNothing();
}

async function noteRefused(db: ControlDb, row: Row, { state, reason }: Verdict) {
  const isNoted = await note(db, row, {
    ...{ state, reason },
    // What it says stays for another try, unless its link is over by then.
    ...(state !== 'queued' && isAskedFor(row) && { sealed: null }),
  });
  if (!isNoted || state !== 'bounced') return;
  // Admins hear of members alone here, and must be able to see what they are to allow again.
  if (isAskedFor(row) && !(await isMember(db, row.recipientKey))) return;
  await db
    .insert(bouncedAddresses)
    .values({ addressHash: bounceHash(row.tenantId, row.recipientKey), reason })
    .onConflictDoUpdate({
      target: [bouncedAddresses.tenantId, bouncedAddresses.addressHash],
      set: { reason, createdAt: databaseNow },
    });
}

const isAskedFor = ({ kind }: Row) => askedFor.includes(kind as MailKind);

/** Answers false where another try of the same mail has begun or ended meanwhile. */
async function note(db: ControlDb, { id, attempts }: Row, fact: Partial<Row>): Promise<boolean> {
  const noted = await db
    .update(mails)
    .set({ ...fact, changedAt: databaseNow })
    .where(and(eq(mails.id, id), eq(mails.state, 'queued'), eq(mails.attempts, attempts)))
    .returning({ id: mails.id });
  return noted.length > 0;
}
