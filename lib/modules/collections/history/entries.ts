import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { fields } from '@/db/schema/tenant/collections';
import { changeLog } from '@/db/schema/tenant/plumbing';
import type { TenantDb } from '@/db/tenant';
import { exactTime } from '@/lib/audit/keyset';
import type { StoredField } from '../fields/shapes';
import { fieldColumns } from '../load';
import type { Access } from '../rules/access';

/** A field that a record has or had. */
export interface PastField extends StoredField {
  createdAt: Date;
  deletedAt: Date | null;
}

/** Every field a collection ever had, in order. */
export const everyField = (db: TenantDb, collectionId: string) =>
  db
    .select({
      ...fieldColumns,
      createdAt: fields.createdAt,
      deletedAt: fields.deletedAt,
    })
    .from(fields)
    .where(eq(fields.collectionId, collectionId))
    .orderBy(fields.position, fields.id);

/** Those of them that a person may read; a field that is gone stays hidden from whom it was. */
export const seenOf = (fields: readonly PastField[], { limits }: Access): PastField[] =>
  fields.filter(({ id }) => limits.get(id) !== 'hidden');

/** Values of a record by field key. */
export type Document = Record<string, unknown>;

/** What the change log tells of one change to one record. */
export interface LogEntry {
  id: string;
  at: Date;
  exactly: string;
  operation: string;
  requestId: string | null;
  actorId: string | null;
  before: Document | null;
  after: Document | null;
  trashed: boolean;
  untrashed: boolean;
  importId: string | null;
  author: string | null;
}

/** Entries that changed what a reader sees of records: their values, or whether they are in the trash. */
export const tells = sql`${changeLog.tableName} = 'records' and (${changeLog.operation} = 'insert'
  or ${changeLog.before} -> 'data' is not null or ${changeLog.before} -> 'deleted_at' is not null)`;

/** Changes of one record, the newest first, found by its id in the index of the log. */
export const entriesOf = (db: TenantDb, recordId: string, where: SQL | undefined, limit: number) =>
  db
    .select({
      id: changeLog.id,
      at: changeLog.at,
      exactly: exactTime(changeLog.at),
      operation: changeLog.operation,
      requestId: changeLog.requestId,
      actorId: changeLog.actorId,
      before: sql<Document | null>`${changeLog.before} -> 'data'`,
      after: sql<Document | null>`${changeLog.after} -> 'data'`,
      trashed: sql<boolean>`coalesce(${changeLog.after} ->> 'deleted_at', '') <> ''`,
      untrashed: sql<boolean>`coalesce(${changeLog.before} ->> 'deleted_at', '') <> ''`,
      importId: sql<string | null>`${changeLog.after} ->> 'import_id'`,
      author: sql<
        string | null
      >`coalesce(${changeLog.after} ->> 'updated_by', ${changeLog.after} ->> 'created_by')`,
    })
    .from(changeLog)
    .where(and(eq(changeLog.rowId, recordId), tells, where))
    .orderBy(desc(changeLog.at), desc(changeLog.id))
    .limit(limit);
