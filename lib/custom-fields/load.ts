import { and, asc, eq, isNull, like, sql } from 'drizzle-orm';
import { customFields } from '@/db/schema/tenant/custom-fields';
import { counters } from '@/db/schema/tenant/plumbing';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '../doors/ctx';
import type { CustomField, Reach } from './shapes';
import type { CustomFieldSubject } from './subject';

const columns = {
  id: customFields.id,
  key: customFields.key,
  name: customFields.name,
  help: customFields.help,
  type: customFields.type,
  choices: customFields.choices,
  required: customFields.required,
  seenBy: customFields.seenBy,
  changedBy: customFields.changedBy,
  archivedAt: customFields.archivedAt,
};

/** The fields of a subject in their order, whoever may see them; archived ones last. */
export const allFields = (db: TenantDb, subject: string): Promise<CustomField[]> =>
  db
    .select(columns)
    .from(customFields)
    .where(eq(customFields.subject, subject))
    .orderBy(
      sql`${customFields.archivedAt} is not null`,
      asc(customFields.position),
      asc(customFields.id),
    );

export const liveFields = (db: TenantDb, subject: string): Promise<CustomField[]> =>
  db
    .select(columns)
    .from(customFields)
    .where(and(eq(customFields.subject, subject), isNull(customFields.archivedAt)))
    .orderBy(asc(customFields.position), asc(customFields.id));

const formerPrefix = (subject: string) => `custom field ${subject} `;

/** Keys of fields that were deleted. Whoever saw one of those means no other field by it. */
export async function formerKeys(db: TenantDb, subject: string): Promise<string[]> {
  const prefix = formerPrefix(subject);
  const pattern = `${prefix.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db
    .select({ name: counters.name })
    .from(counters)
    .where(like(counters.name, pattern));
  return rows.map(({ name }) => name.slice(prefix.length));
}

/** Has the key of a deleted field given to no other. */
export async function keepKey(db: TenantDb, subject: string, key: string): Promise<void> {
  await db
    .insert(counters)
    .values({ name: `${formerPrefix(subject)}${key}`, value: 1 })
    .onConflictDoNothing();
}

/**
 * Fields of a subject stay as they are until the transaction ends: `changing` for who changes them,
 * `filling` for the many who fill them in.
 */
export async function holdFields(
  { db, tenant }: Pick<TenantCtx, 'db' | 'tenant'>,
  subject: string,
  as: 'changing' | 'filling',
): Promise<void> {
  const key = `custom fields ${tenant.id} ${subject}`;
  await db.execute(
    as === 'changing'
      ? sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`
      : sql`select pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`,
  );
}

type Seen = Pick<CustomField, 'seenBy' | 'changedBy'>;

/** What the caller sees and changes of a thing, field by field. */
export function reachOf(
  { can }: Pick<TenantCtx, 'can'>,
  { permissions }: CustomFieldSubject,
  { isOwn }: { isOwn: boolean },
) {
  const within = (reach: Reach, everyone: boolean) =>
    can(permissions.manage) || (reach === 'own' && isOwn) || (reach === 'everyone' && everyone);
  return {
    sees: ({ seenBy }: Seen) => within(seenBy, isOwn || can(permissions.read)),
    changes: ({ changedBy }: Seen) => within(changedBy, can(permissions.write)),
  };
}
