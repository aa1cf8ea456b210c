import { and, desc, eq, ilike, inArray, isNull, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { countAttempt } from '@/db/directory';
import { bouncedAddresses, invitations, mailStates, mails } from '@/db/schema/control';
import type { ControlCtx } from '../doors/ctx';
import { AppError, notFound } from '../errors';
import { keyedHash } from '../identity/secrets';
import { enqueueControlJob } from '../jobs/enqueue';
import { containing } from '../like';
import { bounceOf } from './bounces';
import { mailKinds } from './kinds';
import { toldOf } from './told';

type MailState = (typeof mailStates)[number];

export const MailQuery = z.strictObject({
  /** Part of an address. */
  q: z.string().trim().max(100).optional(),
  state: z.enum(mailStates).optional(),
  /** From `older` of the page before. */
  cursor: z.uuid().optional(),
  size: z.coerce.number().int().min(1).max(200).default(50),
});

const SentMail = z.strictObject({
  id: z.uuid(),
  kind: z.enum(mailKinds),
  recipient: z.string(),
  state: z.enum(mailStates),
  reason: z.string().nullable(),
  attempts: z.number().int(),
  createdAt: z.coerce.date(),
  changedAt: z.coerce.date(),
  /** Whether what it says is still there, so that it can go out once more. */
  isKept: z.boolean(),
});

export const MailPage = z.strictObject({
  mails: z.array(SentMail),
  /** Cursor of the next page, null at the end. */
  older: z.uuid().nullable(),
});

/** The queue tries more often than that while it tries at all. */
const isStuck = sql`${mails.state} = 'queued' and ${mails.changedAt} < now() - interval '1 day'`;
const stateNow = sql<MailState>`case when ${isStuck} then 'failed' else ${mails.state} end`;
const late = 'It was not delivered within a day.';
const reasonNow = sql<
  string | null
>`case when ${isStuck} then coalesce(${mails.reason}, ${late}) else ${mails.reason} end`;

/** What was sent in the last thirty days, newest first. */
export async function listMails(
  { db }: ControlCtx,
  { q, state, cursor, size }: z.output<typeof MailQuery>,
): Promise<z.input<typeof MailPage>> {
  const rows = await db
    .select({
      id: mails.id,
      kind: mails.kind,
      recipient: mails.recipient,
      state: stateNow,
      reason: reasonNow,
      attempts: mails.attempts,
      createdAt: mails.createdAt,
      changedAt: mails.changedAt,
      isKept: sql<boolean>`${mails.sealed} is not null`,
    })
    .from(mails)
    .where(
      and(
        toldOf(db),
        q ? ilike(mails.recipient, containing(q)) : undefined,
        state ? eq(stateNow, state) : undefined,
        cursor ? lt(mails.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(mails.id))
    .limit(size + 1);
  const page = rows.slice(0, size) as z.input<typeof SentMail>[];
  return { mails: page, older: rows.length > size ? (page.at(-1)?.id ?? null) : null };
}

/**
 * Lets mails through to an address again, and sends this one once more if it is still there. Throws
 * `not_found`, `precondition` for one that waits, was sent or is over, `limit` for the fourth a day.
 */
export async function retryMail(
  ctx: ControlCtx,
  { id }: { id: string },
): Promise<{ isQueued: boolean }> {
  const { db } = ctx;
  const [found] = await db
    .select({
      tenantId: mails.tenantId,
      recipientKey: mails.recipientKey,
      kind: mails.kind,
      state: stateNow,
      isKept: sql<boolean>`${mails.sealed} is not null`,
    })
    .from(mails)
    .where(and(eq(mails.id, id), toldOf(db)))
    .for('update');
  if (!found) throw notFound('This mail');
  const { state, isKept } = found;
  if (state === 'queued' || state === 'sent') {
    throw new AppError('precondition', 'Only a mail that did not arrive can be tried again.');
  }
  if (!isKept && state === 'failed') {
    throw new AppError('precondition', 'The link in this mail is over, so it is not sent again.');
  }
  if (found.kind === 'invitation') await refuseOldInvitation(db, id);
  const parts = ['mail-retry', found.tenantId, found.recipientKey];
  const wait = await countAttempt(keyedHash(...parts), retriesPerDay, 24 * 60 * 60);
  if (wait > 0) {
    throw new AppError('limit', 'This address was tried often enough for today.', {
      retryAfterSeconds: wait,
    });
  }
  await db.delete(bouncedAddresses).where(bounceOf(found));
  if (isKept) {
    await db
      .update(mails)
      .set({ state: 'queued', reason: null, attempts: 0, changedAt: databaseNow })
      .where(eq(mails.id, id));
    await enqueueControlJob(db, 'mail.deliver', { id });
  } else await noteAllowed(db, found.recipientKey);
  ctx.about('mail', id);
  return { isQueued: isKept };
}

/** All tenants share one sender's address, whose good name a bounce costs a little of. */
const retriesPerDay = 3;

/** Links that nothing keeps from going out any more are over, and there is no more to allow. */
const noteAllowed = (db: ControlDb, recipientKey: string) =>
  db
    .update(mails)
    .set({ state: 'failed', changedAt: databaseNow })
    .where(
      and(
        eq(mails.recipientKey, recipientKey),
        inArray(mails.state, ['bounced', 'withheld']),
        isNull(mails.sealed),
      ),
    );

/** Refuses a mail whose invitation was taken back, answered or replaced: its link leads nowhere. */
async function refuseOldInvitation(db: ControlDb, id: string): Promise<void> {
  const [open] = await db
    .select({ id: invitations.id })
    .from(mails)
    .innerJoin(
      invitations,
      and(
        eq(invitations.emailKey, mails.recipientKey),
        // Both were written in one transaction, so at one time.
        eq(invitations.createdAt, mails.createdAt),
      ),
    )
    .where(and(eq(mails.id, id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)));
  if (open) return;
  throw new AppError('precondition', 'This invitation is over. Invite them again instead.');
}
