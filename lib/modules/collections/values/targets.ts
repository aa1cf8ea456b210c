import { and, inArray, or, type SQL, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { ReadingCtx } from '../context';
import type { StoredField } from '../fields/shapes';
import { type LoadedCollection, loadCollections } from '../load';
import { rowsOf } from '../rules/rows';
import { documentText } from '../view/stored-columns';
import type { Slot } from './slots';
import { titleField } from './title';
import { isUuid } from './uuid';
import { type NameIndex, noNames } from './value';

/** Records of these collections that the reader sees, by id and name: all of them, or those asked for. */
export async function targetNames(
  ctx: ReadingCtx,
  collectionIds: readonly string[],
  asked?: readonly string[],
): Promise<Map<string, NameIndex>> {
  const found = new Map<string, NameIndex>(collectionIds.map((id) => [id, noNames]));
  if (asked?.length === 0) return found;
  for (const collection of await loadCollections(ctx, { ids: collectionIds, trashed: 'too' })) {
    const title = titleField(collection.fields);
    found.set(collection.id, await namesOf(ctx, { collection, title, asked }));
  }
  return found;
}

interface Asked {
  collection: LoadedCollection;
  title: StoredField | undefined;
  asked: readonly string[] | undefined;
}

const most = 50_000;

async function namesOf(
  { db }: ReadingCtx,
  { collection, title, asked }: Asked,
): Promise<NameIndex> {
  const name = title ? documentText(title) : sql`''`;
  const rows = await db
    .select({ id: records.id, name: sql<string | null>`${name}`, deletedAt: records.deletedAt })
    .from(records)
    .where(and(rowsOf(collection), asked && among(title, asked)))
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

function among(title: StoredField | undefined, asked: readonly string[]): SQL | undefined {
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
