import { and, eq, sql } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { bouncedAddresses, mailbox, mails } from '@/db/schema/control';
import type { ControlCtx } from '../doors/ctx';
import { textOf } from './compose';
import { htmlOf } from './draw';
import { askedFor, type MailKind } from './kinds';
import { Mail } from './mail';
import { unseal } from './sealing';
import { addressOf, deliverBySmtp, keepsMailsHere } from './transport';
import { type Verdict, verdictOf } from './verdict';

type Row = typeof mails.$inferSelect;

/**
 * Delivers a mail that waits, and notes what became of it. Throws what the server said where it is
 * worth another try, which the queue sees to.
 */
export async function deliverMail(
  ctx: ControlCtx,
  { id }: { id: string },
): Promise<Record<string, never>> {
  const row = await ctx.transact((db) => take(db, id));
  if (!row?.sealed) return {};
  const mail = Mail.parse(JSON.parse(unseal(row.sealed)));
  const outgoing = { ...addressOf(mail), text: textOf(mail), html: await htmlOf(mail) };
  try {
    if (keepsMailsHere()) {
      const { to: recipient, from, subject, text, html } = outgoing;
      const sender = `${from.name} <${from.address}>`;
      const kept = { id, recipient, sender, subject, text, html };
      await ctx.transact((db) => db.insert(mailbox).values(kept).onConflictDoNothing());
    } else await deliverBySmtp(outgoing, id);
  } catch (error) {
    const verdict = verdictOf(error, row.attempts);
    await ctx.transact((db) => noteRefused(db, row, verdict));
    if (verdict.state === 'queued') throw error;
    return {};
  }
  await ctx.transact((db) => note(db, id, { state: 'sent', reason: null, sealed: null }));
  return {};
}

/** The mail, if it still waits and its address is not known to be none. */
async function take(db: ControlDb, id: string): Promise<Row | null> {
  const [row] = await db
    .update(mails)
    .set({ attempts: sql`${mails.attempts} + 1`, changedAt: databaseNow })
    .where(and(eq(mails.id, id), eq(mails.state, 'queued')))
    .returning();
  if (!row) return null;
  const [bounced] = await db
    .select({ reason: bouncedAddresses.reason })
    .from(bouncedAddresses)
    .where(eq(bouncedAddresses.addressKey, row.recipientKey));
  if (!bounced) return row;
  await note(db, id, { state: 'withheld', reason: bounced.reason, ...kept(row) });
  return null;
}

async function noteRefused(db: ControlDb, row: Row, { state, reason }: Verdict) {
  await note(db, row.id, { state, reason, ...(state !== 'queued' && kept(row)) });
  if (state !== 'bounced') return;
  const known = { addressKey: row.recipientKey, reason };
  await db.insert(bouncedAddresses).values(known).onConflictDoNothing();
}

/** What it says stays for another try, unless its link is over by then. */
const kept = ({ kind, sealed }: Row) => ({
  sealed: askedFor.includes(kind as MailKind) ? null : sealed,
});

const note = (db: ControlDb, id: string, fact: Partial<Row>) =>
  db
    .update(mails)
    .set({ ...fact, changedAt: databaseNow })
    .where(eq(mails.id, id));
