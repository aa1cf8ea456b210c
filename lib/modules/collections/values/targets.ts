import { and, asc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { fields, records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import type { StoredField } from '../fields/shapes';
import { documentText } from '../view/columns';
import type { Slot } from './slots';
import { titleField } from './title';
import { isUuid } from './uuid';
import type { NameIndex } from './value';

export type TargetField = Pick<StoredField, 'id' | 'key' | 'name' | 'type' | 'options' | 'slot'> & {
  collectionId: string;
};

/** The live fields of several collections, in their order. */
export const fieldsOfCollections = (db: TenantDb, collectionIds: readonly string[]) =>
  db
    .select({
      id: fields.id,
      collectionId: fields.collectionId,
      key: fields.key,
      name: fields.name,
      type: fields.type,
      options: fields.options,
      slot: fields.slot,
    })
    .from(fields)
    .where(and(inArray(fields.collectionId, [...collectionIds]), isNull(fields.deletedAt)))
    .orderBy(asc(fields.position), asc(fields.id));

/** Records of these collections that are not in the trash, by id and name: all of them, or those asked for. */
export async function targetNames(
  db: TenantDb,
  collectionIds: readonly string[],
  asked?: readonly string[],
): Promise<Map<string, NameIndex>> {
  const found = new Map<string, NameIndex>();
  if (collectionIds.length === 0 || asked?.length === 0) return found;
  const all = (await fieldsOfCollections(db, collectionIds)) as TargetField[];
  for (const collectionId of collectionIds) {
    const title = titleField(all.filter((field) => field.collectionId === collectionId));
    found.set(collectionId, await namesOf(db, { collectionId, title, asked }));
  }
  return found;
}

interface Asking {
  collectionId: string;
  title: TargetField | undefined;
  asked: readonly string[] | undefined;
}

const most = 50_000;

async function namesOf(db: TenantDb, { collectionId, title, asked }: Asking): Promise<NameIndex> {
  const name = title ? documentText(title) : sql`''`;
  const rows = await db
    .select({ id: records.id, name: sql<string | null>`${name}`, deletedAt: records.deletedAt })
    .from(records)
    .where(and(eq(records.collectionId, collectionId), asked && among(title, asked)))
    .limit(most);
  const ids = new Map<string, string>();
  const names = new Map<string, string | null>();
  for (const { id, name: text, deletedAt } of rows) {
    // One in the trash stays linked, nameless, until it is back or gone.
    ids.set(id, deletedAt ? '' : (text ?? ''));
    if (deletedAt || !text) continue;
    const key = text.normalize('NFC').toLowerCase();
    names.set(key, names.has(key) ? null : id);
  }
  return { ids, names };
}

function among(title: TargetField | undefined, asked: readonly string[]): SQL | undefined {
  const ids = asked.filter((one) => isUuid(one));
  const texts = asked.filter((one) => !isUuid(one));
  const column = title?.slot ? sql`${records[title.slot as Slot]}` : undefined;
  const folded = column ?? (title ? sql`lower(${documentText(title)})` : undefined);
  return or(
    inArray(records.id, ids.length > 0 ? ids : [nowhere]),
    folded && texts.length > 0 ? inArray(folded, texts) : undefined,
  );
}

const nowhere = '00000000-0000-0000-0000-000000000000';
