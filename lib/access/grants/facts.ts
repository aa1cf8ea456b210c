import { type SQL, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import type { GrantedField } from '@/db/schema/control';
import { read } from '@/db/wire/access';
import { notFound } from '../../errors';
import { shareableViews } from '../../modules/registry';
import { tenantUrl } from '../../tenancy/urls';
import type { BuiltInRole } from '../permissions';
import type { Grant } from './shapes';

/** A grant as the look-ups of the database tell it, with the tenant on the other side. */
export interface GrantFact extends Omit<Grant, 'partner' | 'title' | 'createdAt' | 'endsAt'> {
  placeId: string;
  createdAt: string;
  endsAt: string;
  partner: {
    id: string;
    name: string;
    slug: string;
    primaryHost: string | null;
    timeZone: string;
    active: boolean;
  };
}

/** One that somebody may look by at this moment. */
export interface OpenGrant extends GrantFact {
  fields: GrantedField[];
  roles: BuiltInRole[];
  rowIds: string[];
  /** Ids of those who are active in both tenants; empty where rows were chosen. */
  people: string[];
}

/** Grants of the tenant in scope, those that are not over first. */
export const grantsGiven = (db: ControlDb) =>
  asked<GrantFact>(db, sql`select control.grants_given(null) as found`);

/** One of them, however many there are. Throws `not_found`. */
export const givenGrant = (db: ControlDb, id: string) =>
  one(db, sql`select control.grants_given(${id}::uuid) as found`);

/** Grants that others gave the tenant in scope. */
export const grantsReceived = (db: ControlDb) =>
  asked<GrantFact>(db, sql`select control.grants_received(null) as found`);

/** One of them, however many there are. Throws `not_found`. */
export const receivedGrant = (db: ControlDb, id: string) =>
  one(db, sql`select control.grants_received(${id}::uuid) as found`);

/** One of either kind, and whether the tenant in scope gave it; null for one it has no part in. */
export async function findGrant(
  db: ControlDb,
  id: string,
): Promise<{ grant: GrantFact; given: boolean } | null> {
  const [given] = await asked<GrantFact>(
    db,
    sql`select control.grants_given(${id}::uuid) as found`,
  );
  if (given) return { grant: given, given: true };
  const [received] = await asked<GrantFact>(
    db,
    sql`select control.grants_received(${id}::uuid) as found`,
  );
  return received ? { grant: received, given: false } : null;
}

/** What a member of the tenant in scope may look at now. */
export const grantsOpenTo = (db: ControlDb, userId: string) =>
  asked<GrantFact>(db, sql`select control.grants_open_to(${userId}::uuid, null) as found`);

/** The same of one grant, with what reading by it needs; null when it opens nothing to them. */
export async function openGrant(
  db: ControlDb,
  userId: string,
  grantId: string,
): Promise<OpenGrant | null> {
  const [found] = await asked<OpenGrant>(
    db,
    sql`select control.grants_open_to(${userId}::uuid, ${grantId}::uuid) as found`,
  );
  return found ?? null;
}

/** Whether it still opens something to them, for who has read by it. */
export async function isStillOpen(db: ControlDb, userId: string, grantId: string) {
  const { rows } = await db.execute(
    read(sql`select control.grants_open_to(${userId}::uuid, ${grantId}::uuid) <> '[]' as found`),
  );
  return (rows[0] as { found: boolean } | undefined)?.found === true;
}

/** Grants of the tenant in scope that may open rows about a member to others. */
export const grantsAbout = (db: ControlDb, userId: string) =>
  asked<GrantFact & { rowIds: string[] }>(
    db,
    sql`select control.grants_about(${userId}::uuid) as found`,
  );

async function one(db: ControlDb, question: SQL): Promise<GrantFact> {
  const [found] = await asked<GrantFact>(db, question);
  if (!found) throw notFound('This grant');
  return found;
}

async function asked<T>(db: ControlDb, question: SQL): Promise<T[]> {
  const { rows } = await db.execute(read(question));
  return (rows[0] as { found: T[] } | undefined)?.found ?? [];
}

/** A grant as it is shown. */
export function showGrant({ partner, placeId: _, ...fact }: GrantFact): Grant {
  const title = shareableViews.get(fact.view)?.title ?? fact.view;
  const { name, active } = partner;
  return { ...fact, title, partner: { name, active, url: tenantUrl(partner) } };
}
