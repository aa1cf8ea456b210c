import { and, eq, exists, inArray, isNotNull, isNull, notInArray, or, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { files } from '@/db/schema/tenant/files';
import type { TenantDb } from '@/db/tenant';
import { AppError } from '@/lib/errors';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { fileIdOf, fileRefs } from '../values/files';
import type { Data } from '../values/row';
import { valueIn } from '../values/show';
import { planFileSweep } from './sweep';

/** How long a file that was taken out of its record can come back, days. */
const keptDays = 30;
const dayMs = 86_400_000;

type Document = { id: string; data: Data };

export const holdsFiles = ({ type }: Pick<StoredField, 'type'>) => ruleOf(type).names === 'files';

/**
 * Binds the files of documents that were just written to their records, and lets go of those that
 * stand in them no more. Throws `conflict` when another record took a file meanwhile.
 */
export async function holdFiles(
  db: TenantDb,
  fields: readonly StoredField[],
  documents: readonly Document[],
  { fresh = false } = {},
): Promise<void> {
  const own = fields.filter(holdsFiles);
  if (own.length === 0 || documents.length === 0) return;
  const held = documents.flatMap(({ id: record_id, data }) =>
    own.flatMap(({ id: field_id, key }) =>
      fileRefs(valueIn(data, key)).map((ref) => ({ id: fileIdOf(ref), record_id, field_id })),
    ),
  );
  if (held.length > 0) await bind(db, held);
  if (!fresh) await letGo(db, { documents, heldIds: held.map(({ id }) => id) });
}

async function bind(db: TenantDb, held: readonly { id: string }[]) {
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(held)}::jsonb)
    as x(id uuid, record_id uuid, field_id uuid)`;
  const isWanted = and(
    eq(files.id, sql`x.id`),
    eq(files.fieldId, sql`x.field_id`),
    eq(files.purpose, 'attachment'),
    eq(files.state, 'ready'),
  );
  await db
    .update(files)
    .set({ recordId: sql`x.record_id`, expiresAt: null })
    .from(wanted)
    .where(
      and(
        isWanted,
        or(
          isNull(files.recordId),
          and(eq(files.recordId, sql`x.record_id`), isNotNull(files.expiresAt)),
        ),
      ),
    );
  const bound = await db
    .select({ id: files.id })
    .from(files)
    .innerJoin(wanted, and(isWanted, eq(files.recordId, sql`x.record_id`)));
  if (bound.length < held.length) {
    throw new AppError('conflict', 'A file is not there any more. Nothing was changed.');
  }
}

async function letGo(
  db: TenantDb,
  { documents, heldIds }: { documents: readonly Document[]; heldIds: string[] },
) {
  const expiresAt = new Date(Date.now() + keptDays * dayMs);
  const ids = documents.map(({ id }) => id);
  const gone = await db
    .update(files)
    .set({ expiresAt })
    .where(
      and(
        inArray(files.recordId, ids),
        heldIds.length > 0 ? notInArray(files.id, heldIds) : undefined,
        isNull(files.expiresAt),
      ),
    )
    .returning({ id: files.id });
  if (gone.length > 0) await planFileSweep(db, expiresAt);
}

/** Leaves the files of records that were removed for good to the next sweep. */
export async function forgetFiles(db: TenantDb, recordIds: readonly string[]): Promise<void> {
  if (recordIds.length === 0) return;
  const now = new Date();
  const gone = await db
    .update(files)
    .set({ expiresAt: now })
    .where(sql`${files.recordId} = any(${sql.param(recordIds)}::uuid[])`)
    .returning({ id: files.id });
  if (gone.length > 0) await planFileSweep(db, now);
}

/** Lets go of every file of a field that is deleted or has another type now. */
export async function letFieldGo(db: TenantDb, fieldId: string): Promise<void> {
  const expiresAt = new Date(Date.now() + keptDays * dayMs);
  const gone = await db
    .update(files)
    .set({ expiresAt })
    .where(and(eq(files.fieldId, fieldId), isNull(files.expiresAt)))
    .returning({ id: files.id });
  if (gone.length > 0) await planFileSweep(db, expiresAt);
}

/**
 * Takes back the files of a field that came back. Answers what a document of its collection becomes:
 * files that were swept meanwhile stand in it no more.
 */
export async function takeFieldBack(
  db: TenantDb,
  { id, key }: Pick<StoredField, 'id' | 'key'>,
): Promise<(data: Data) => Data> {
  const there = await db
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.fieldId, id), eq(files.state, 'ready'), isNotNull(files.recordId)));
  const ids = new Set(there.map((file) => file.id));
  const holder = db
    .select({ id: records.id })
    .from(records)
    .where(
      and(
        eq(records.id, files.recordId),
        sql`${records.data} -> ${key} ? (${files.id}::text || '/' || ${files.name})`,
      ),
    );
  await db
    .update(files)
    .set({ expiresAt: null })
    .where(and(eq(files.fieldId, id), eq(files.state, 'ready'), exists(holder)));
  return (data) => {
    const refs = fileRefs(valueIn(data, key));
    const left = refs.filter((ref) => ids.has(fileIdOf(ref)));
    return left.length === refs.length ? data : { ...data, [key]: left.length > 0 ? left : null };
  };
}
