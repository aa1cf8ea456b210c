import { eq, exists, notInArray, or, type SQLWrapper, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { mails, memberships, users } from '@/db/schema/control';
import { askedFor } from './kinds';

/** Mails that admins hear of: a link somebody asked for only if it went to a member. */
export const toldOf = (db: ControlDb) =>
  or(notInArray(mails.kind, [...askedFor]), exists(membersWith(db, mails.recipientKey)));

/** Whether an address is that of a member of the tenant in scope. */
export const isMember = async (db: ControlDb, addressKey: string): Promise<boolean> =>
  (await membersWith(db, addressKey).limit(1)).length > 0;

const membersWith = (db: ControlDb, addressKey: string | SQLWrapper) =>
  db
    .select({ one: sql`1` })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(users.emailKey, addressKey));
