import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import { collections, fields, imports, records } from '@/db/schema/tenant/collections';
import { recordComments } from '@/db/schema/tenant/comments';
import { files } from '@/db/schema/tenant/files';
import { forms } from '@/db/schema/tenant/forms';
import { recordExports } from '@/db/schema/tenant/record-exports';
import { views } from '@/db/schema/tenant/views';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import type { StoredField } from '../fields/shapes';
import { fieldColumns } from '../load';
import { rowSource } from '../records/row-source';
import { designOf } from '../rules/fields';
import { columnsOf, type Data } from '../values/row';
import { slotsOf } from '../values/slots';

/** Who somebody was here, and who they are from now on. */
export interface Renaming {
  formerUserId: string;
  newUserId: string;
}

const atOnce = 1_000;

/**
 * Gives everything here that names one person to another: what they made, what is assigned to them,
 * where they are mentioned, their own views. Repeating it changes nothing.
 */
export async function bringOver({ db }: TenantCtx, renaming: Renaming): Promise<void> {
  const { formerUserId: from, newUserId: to } = renaming;
  for (const table of [collections, views, recordComments, files, imports, forms, recordExports]) {
    await db.update(table).set({ createdBy: to }).where(eq(table.createdBy, from));
  }
  await db.update(records).set({ createdBy: to }).where(eq(records.createdBy, from));
  await db.update(records).set({ updatedBy: to }).where(eq(records.updatedBy, from));
  await db.update(views).set({ ownerId: to }).where(eq(views.ownerId, from));
  await renameInWords(db, renaming);
  for (const { id } of await db.select({ id: collections.id }).from(collections)) {
    await renameInRecords(db, id, renaming);
  }
}

/** An id stands for one person wherever it is written. */
async function renameInWords(db: TenantDb, { formerUserId: from, newUserId: to }: Renaming) {
  const names = (column: unknown) => sql`strpos(${column}::text, ${from}) > 0`;
  const instead = (column: unknown) => sql`replace(${column}::text, ${from}, ${to})`;
  const { body } = recordComments;
  await db
    .update(recordComments)
    .set({ body: instead(body) })
    .where(names(body));
  await db
    .update(views)
    .set({ state: sql`${instead(views.state)}::jsonb` })
    .where(names(views.state));
  await db
    .update(forms)
    .set({ notify: sql`${instead(forms.notify)}::jsonb` })
    .where(names(forms.notify));
  await db
    .update(fields)
    .set({ defaultValue: sql`${instead(fields.defaultValue)}::jsonb` })
    .where(and(eq(fields.type, 'person'), names(fields.defaultValue)));
}

/** Those in the trash as well, since they come back. */
async function renameInRecords(db: TenantDb, collectionId: string, renaming: Renaming) {
  const own = await db
    .select(fieldColumns)
    .from(fields)
    .where(eq(fields.collectionId, collectionId));
  const keys = own.filter(({ type }) => type === 'person').map(({ key }) => key);
  if (keys.length === 0) return;
  const design = designOf(own as StoredField[]);
  const named = or(
    ...keys.map((key) => eq(sql`${records.data} ->> ${key}`, renaming.formerUserId)),
  );
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db
      .select({ id: records.id, data: records.data })
      .from(records)
      .where(and(eq(records.collectionId, collectionId), gt(records.id, after), named))
      .orderBy(asc(records.id))
      .limit(atOnce)
      .for('update');
    const last = rows.at(-1);
    if (!last) return;
    await rename(db, { design, keys, renaming }, rows);
    after = last.id;
  }
}

interface Stored {
  design: ReturnType<typeof designOf>;
  keys: readonly string[];
  renaming: Renaming;
}

async function rename(
  db: TenantDb,
  { design, keys, renaming }: Stored,
  found: readonly { id: string; data: Record<string, unknown> }[],
) {
  const slots = slotsOf(design);
  const rows = found.map(({ id, data: before }) => {
    const data = { ...before } as Data;
    for (const key of keys) if (data[key] === renaming.formerUserId) data[key] = renaming.newUserId;
    const { slots: held, searchText, uniqueKeys } = columnsOf(design, data);
    return { id, data, search_text: searchText, unique_keys: uniqueKeys, ...held };
  });
  // Slots are columns of our own, chosen when the field was made.
  const set = Object.fromEntries(slots.map((slot) => [slot, sql.raw(`x.${slot}`)]));
  await db
    .update(records)
    .set({
      data: sql`x.data`,
      searchText: sql`x.search_text`,
      uniqueKeys: sql`x.unique_keys`,
      version: sql`${records.version} + 1`,
      ...set,
    })
    .from(rowSource(JSON.stringify(rows), [], slots))
    .where(eq(records.id, sql`x.id`));
}
