import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm';
import { fields, records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import type { StoredField } from '../fields/shapes';
import { fieldColumns } from '../load';
import { rowSource } from '../records/row-source';
import { type Design, designOf } from '../rules/fields';
import { columnsOf, type Data } from '../values/row';
import { slotsOf } from '../values/slots';
import { type Clash, takenFields } from './clash';
import { inPages } from './pages';
import type { Named, Renaming } from './renaming';

/**
 * Renames somebody in person fields, in the trash as well, since records come back. Goes through the
 * records of all collections together, for those of one are found by no index where they are few.
 * Answers where the new name is taken by another record; there the former one stays.
 */
export async function renameInRecords(ctx: TenantCtx, renaming: Renaming): Promise<Clash[]> {
  const clashes: Clash[] = [];
  await inPages(ctx, { table: records }, async (db, page) => {
    for (const collectionId of await naming(db, page, renaming.formerUserId)) {
      const isOfIt = and(page, eq(records.collectionId, collectionId));
      // Asked for each page: fields may change meanwhile.
      const { design, keys } = await personFieldsOf(db, collectionId);
      if (keys.length === 0) continue;
      const rows = await namedIn(db, isOfIt, { keys, userId: renaming.formerUserId });
      if (rows.length === 0) continue;
      const taken = await takenFields(db, { design, keys, rows, renaming });
      clashes.push(...taken.map(({ recordId, fieldId }) => ({ collectionId, fieldId, recordId })));
      await rename(db, { design, keys, renaming, taken }, rows);
    }
  });
  return clashes;
}

/** Collections of which records of a page name somebody, in whichever field. */
async function naming(db: TenantDb, page: SQL | undefined, userId: string): Promise<string[]> {
  const found = await db
    .selectDistinct({ id: records.collectionId })
    .from(records)
    .where(and(page, sql`strpos(${records.data}::text, ${userId}) > 0`))
    .orderBy(asc(records.collectionId));
  return found.map(({ id }) => id);
}

async function personFieldsOf(db: TenantDb, collectionId: string) {
  const own = await db
    .select({ ...fieldColumns, deletedAt: fields.deletedAt })
    .from(fields)
    .where(eq(fields.collectionId, collectionId));
  // A field in the trash holds values, and neither a slot nor a claim.
  const live = own.filter(({ deletedAt }) => deletedAt === null);
  const keys = own.filter(({ type }) => type === 'person').map(({ key }) => key);
  return { design: designOf(live as StoredField[]), keys };
}

const namedIn = (
  db: TenantDb,
  page: SQL | undefined,
  { keys, userId }: { keys: readonly string[]; userId: string },
): Promise<Named[]> =>
  db
    .select({ id: records.id, data: records.data, deletedAt: records.deletedAt })
    .from(records)
    .where(and(page, or(...keys.map((key) => eq(sql`${records.data} ->> ${key}`, userId)))))
    .orderBy(asc(records.id))
    .for('update');

interface Stored {
  design: Design;
  keys: readonly string[];
  renaming: Renaming;
  taken: readonly { recordId: string; key: string }[];
}

async function rename(
  db: TenantDb,
  { design, keys, renaming, taken }: Stored,
  found: readonly Named[],
) {
  const slots = slotsOf(design);
  const rows = found.flatMap(({ id, data: before }) => {
    const data = { ...before } as Data;
    const mine = keys.filter(
      (key) =>
        data[key] === renaming.formerUserId &&
        !taken.some((one) => one.recordId === id && one.key === key),
    );
    if (mine.length === 0) return [];
    for (const key of mine) data[key] = renaming.newUserId;
    const { slots: held, searchText, uniqueKeys } = columnsOf(design, data);
    return [{ id, data, search_text: searchText, unique_keys: uniqueKeys, ...held }];
  });
  if (rows.length === 0) return;
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
