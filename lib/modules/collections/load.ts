import { and, asc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { collections, fields } from '@/db/schema/tenant/collections';
import { asked, hot, inStep, type Steps } from '@/db/tenant';
import { notFound } from '@/lib/errors';
import type { StoredField } from './fields/shapes';
import { resolveFormulas } from './formulas/resolve';
import { type Access, accessOf, isBlind } from './rules/access';
import { type Design, designOf, fieldsFor } from './rules/fields';
import { type Asking, type AskingDb, readerOf } from './rules/reader';
import type { Rules } from './rules/shapes';

/** A collection as one person has it. */
export interface LoadedCollection {
  id: string;
  name: string;
  description: string;
  icon: string;
  rules: Rules | null;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
  /** The live fields that this person sees, in their order. */
  fields: StoredField[];
  /** Every live field: what records are stored by, whoever writes them. */
  design: Design;
  access: Access;
}

/**
 * One round trip. Throws `not_found` for an absent, foreign or trashed collection, and for one that
 * its rules keep from whoever asks. Formulas go by the moment `asOf`, which is now when left out.
 */
export async function loadCollection(
  asking: AskingDb,
  collectionId: string,
  where: { trashed?: boolean; asOf?: Date | undefined } = {},
): Promise<LoadedCollection> {
  const headQuery = where.trashed ? trashedHead : liveHead;
  return loaded(
    asking,
    await asking.db.batch([headQuery.item({ collectionId }), liveFields.item({ collectionId })]),
    where.asOf,
  );
}

/** Head and fields as `liveHead` and `liveFields` read them in one batch; throws `not_found`. */
export function loaded(
  asking: Asking,
  [[head], fields]: readonly [Head[], unknown[], ...unknown[]],
  asOf?: Date,
): LoadedCollection {
  const collection = head && asHad(asking, { head, asOf }, fields as StoredField[]);
  if (!collection) throw notFound('This collection');
  return collection;
}

export type Head = Omit<LoadedCollection, 'fields' | 'design' | 'access'>;

/** The collection as whoever asks has it; null when its rules keep it from them. */
function asHad(
  asking: Asking,
  { head, asOf = new Date() }: { head: Head; asOf?: Date | undefined },
  stored: StoredField[],
): LoadedCollection | null {
  const timeZone = asking.tenant?.timeZone ?? 'UTC';
  const fields = resolveFormulas(stored, { now: asOf, timeZone });
  const access = accessOf(head.rules, readerOf(asking), fields);
  if (isBlind(access)) return null;
  const design = designOf(fields);
  return { ...head, design, access, fields: fieldsFor(design, access) as StoredField[] };
}

const headColumns = {
  id: collections.id,
  name: collections.name,
  description: collections.description,
  icon: collections.icon,
  rules: collections.rules,
  createdAt: collections.createdAt,
  updatedAt: collections.updatedAt,
  deletedAt: collections.deletedAt,
};

const headWhere = (which: (column: typeof collections.deletedAt) => SQL) =>
  hot<{ collectionId: string }>()((db) =>
    db
      .select(headColumns)
      .from(collections)
      .where(and(eq(collections.id, sql.placeholder('collectionId')), which(collections.deletedAt)))
      .prepare('collection_head'),
  );

export const liveHead = headWhere(isNull);
const trashedHead = headWhere(isNotNull);

/** What is read of a field, by its names in `StoredField`. */
export const fieldColumns = {
  id: fields.id,
  key: fields.key,
  name: fields.name,
  type: fields.type,
  options: fields.options,
  required: fields.required,
  unique: fields.isUnique,
  default: fields.defaultValue,
  position: fields.position,
  width: fields.width,
  slot: fields.slot,
};

/** The live fields of a collection, in their order. */
export const liveFields = hot<{ collectionId: string }>()((db) =>
  db
    .select(fieldColumns)
    .from(fields)
    .where(and(eq(fields.collectionId, sql.placeholder('collectionId')), isNull(fields.deletedAt)))
    .orderBy(asc(fields.position), asc(fields.id))
    .prepare('collection_fields'),
);

interface Which {
  /** All of them when left out. */
  ids?: readonly string[];
  /** Trashed ones too, or those alone; live ones when left out. */
  trashed?: 'too' | 'only';
}

/**
 * Several collections in the order of the list, in one round trip. Those that their rules keep from
 * whoever asks are left out, as if they were not there.
 */
export async function loadCollections(
  asking: AskingDb,
  which: Which = {},
): Promise<LoadedCollection[]> {
  if (which.ids?.length === 0) return [];
  const [found] = await inStep(asking.db, [collectionsFor(asking, which)]);
  return found;
}

/** The same as a reading beside others. */
export function* collectionsFor(
  asking: Asking,
  { ids, trashed }: Which = {},
): Steps<LoadedCollection[]> {
  const { headsOf, fieldsOf } = ids ? chosen : whole;
  const among = [...(ids ?? [])];
  const [heads, all] = yield* asked(
    headsOf.item({ among, live: trashed !== 'only', trashed: trashed !== undefined }),
    fieldsOf.item({ among }),
  );
  const byCollection = new Map<string, StoredField[]>(heads.map(({ id }) => [id, []]));
  for (const { collectionId, ...field } of all) {
    byCollection.get(collectionId)?.push(field as StoredField);
  }
  return heads.flatMap((head) => {
    const own = byCollection.get(head.id) ?? [];
    return asHad(asking, { head }, own) ?? [];
  });
}

/** More than a tenant can have. */
const maxCollections = 2_000;

/** Heads and fields of those whose column of ids meets a condition. */
const severalWhere = (which: (id: PgColumn) => SQL | undefined) => ({
  headsOf: hot<{ among: string[]; live: boolean; trashed: boolean }>()((db) =>
    db
      .select(headColumns)
      .from(collections)
      .where(
        and(
          which(collections.id),
          sql`case when ${collections.deletedAt} is null then ${sql.placeholder('live')}::boolean
            else ${sql.placeholder('trashed')}::boolean end`,
        ),
      )
      .orderBy(asc(collections.position), asc(collections.id))
      .limit(maxCollections)
      .prepare('heads_of_several'),
  ),
  fieldsOf: hot<{ among: string[] }>()((db) =>
    db
      .select({ collectionId: fields.collectionId, ...fieldColumns })
      .from(fields)
      .where(and(isNull(fields.deletedAt), which(fields.collectionId)))
      .orderBy(asc(fields.position), asc(fields.id))
      .prepare('fields_of_several'),
  ),
});

const whole = severalWhere(() => undefined);
const chosen = severalWhere((id) => sql`${id} = any(${sql.placeholder('among')}::uuid[])`);

/** Locks a collection's design until the transaction ends, so that two changes take turns. */
export async function lockCollection(asking: AskingDb, collectionId: string) {
  const [locked] = await asking.db
    .select({ id: collections.id })
    .from(collections)
    .where(and(eq(collections.id, collectionId), isNull(collections.deletedAt)))
    .for('update');
  if (!locked) throw notFound('This collection');
  return await loadCollection(asking, collectionId);
}

/**
 * As `loadCollection`, and holds the design still until the transaction ends: what was checked
 * against these fields is written to these fields.
 */
export async function loadForWriting(asking: AskingDb, collectionId: string) {
  await asking.db
    .select({ id: collections.id })
    .from(collections)
    .where(eq(collections.id, collectionId))
    .for('key share');
  return await loadCollection(asking, collectionId);
}
