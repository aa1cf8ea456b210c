import { and, desc, eq, exists, ilike, inArray, lt, notInArray, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { bouncedAddresses, mailStates, mails, memberships, users } from '@/db/schema/control';
import type { ControlCtx } from '../doors/ctx';
import { AppError, notFound } from '../errors';
import { enqueueControlJob } from '../jobs/enqueue';
import { containing } from '../like';
import { askedFor, mailKinds } from './kinds';

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
      state: mails.state,
      reason: mails.reason,
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
        state ? eq(mails.state, state) : undefined,
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
 * `not_found`, and `precondition` for one that waits or was sent.
 */
export async function retryMail(
  ctx: ControlCtx,
  { id }: { id: string },
): Promise<{ isQueued: boolean }> {
  const { db } = ctx;
  const [found] = await db
    .select({ recipientKey: mails.recipientKey, isKept: sql<boolean>`${mails.sealed} is not null` })
    .from(mails)
    .where(and(eq(mails.id, id), toldOf(db)));
  if (!found) throw notFound('This mail');
  const refused = and(eq(mails.id, id), inArray(mails.state, ['failed', 'bounced', 'withheld']));
  const again = found.isKept
    ? { state: 'queued' as const, reason: null, attempts: 0, changedAt: databaseNow }
    : { changedAt: databaseNow };
  const changed = await db.update(mails).set(again).where(refused).returning({ id: mails.id });
  if (changed.length === 0) {
    throw new AppError('precondition', 'Only a mail that did not arrive can be tried again.');
  }
  await db.delete(bouncedAddresses).where(eq(bouncedAddresses.addressKey, found.recipientKey));
  if (found.isKept) await enqueueControlJob(db, 'mail.deliver', { id });
  ctx.about('mail', id);
  return { isQueued: found.isKept };
}

/** Mails that admins hear of: a link somebody asked for only if it went to a member. */
const toldOf = (db: ControlDb) =>
  or(
    notInArray(mails.kind, [...askedFor]),
    exists(
      db
        .select({ one: sql`1` })
        .from(memberships)
        .innerJoin(users, eq(users.id, memberships.userId))
        .where(eq(users.emailKey, mails.recipientKey)),
    ),
  );
