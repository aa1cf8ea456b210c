import { and, desc, isNull, type SQL, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import { AppError } from '@/lib/errors';
import type { Value } from '@/lib/fields/value';
import type { Shareable, Shared } from '../../shareable';
import type { StoredField } from '../fields/shapes';
import { type LoadedCollection, loadCollections } from '../load';
import { everything } from '../rules/access';
import { namesAny, rowsOf } from '../rules/rows';
import { showValue } from '../values/show';
import { nothingKnown } from '../values/value';
import { isShareable } from './offer';

/**
 * Records that were shared with another tenant, by nothing but the grant: rules of rows are about
 * members, so they neither open nor close anything here. No other field leaves the database.
 */
export const readShared: Shareable['read'] = async ({ db, timeZone }, shared, asked) => {
  const [collection] = await loadCollections({ db, reader: everything }, { ids: [shared.placeId] });
  const fields = collection ? fieldsLeft(collection, shared) : [];
  const about = collection && conditionOf(collection, shared, asked.people);
  if (!collection || !about || fields.length === 0) throw gone();
  const person = personFieldOf(collection, shared);
  const found = await db
    .select({
      person: person ? heldIn(person) : sql<null>`null`,
      values: sql<Value[]>`jsonb_build_array(${sql.join(fields.map(heldIn), sql`, `)})`,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(records)
    .where(and(rowsOf(collection), isNull(records.deletedAt), about))
    .orderBy(desc(records.id))
    .limit(asked.limit)
    .offset(asked.offset);
  const known = { ...nothingKnown, timeZone };
  return {
    placeName: collection.name,
    columns: fields.map(({ name }) => name),
    rows: found.map(({ person: about, values }) => ({
      personId: typeof about === 'string' ? about : null,
      values: fields.map((field, at) => showValue(field, values[at] ?? null, known)),
    })),
    // Behind the last row no row carries the count.
    total: found[0]?.total ?? (asked.offset > 0 ? await countOf(db, collection, about) : 0),
  };
};

async function countOf(db: TenantDb, collection: LoadedCollection, about: SQL): Promise<number> {
  const [counted] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(records)
    .where(and(rowsOf(collection), isNull(records.deletedAt), about));
  return counted?.total ?? 0;
}

const gone = () =>
  new AppError('precondition', 'What was shared is not there any more. Ask who shares it.');

/** In the order they were named; one that is gone, or was made into what cannot be shared, is left out. */
function fieldsLeft({ design }: LoadedCollection, { fields }: Shared): StoredField[] {
  return fields.flatMap(({ id }) => design.find((one) => one.id === id && isShareable(one)) ?? []);
}

const personFieldOf = ({ design }: LoadedCollection, { personField }: Shared) =>
  design.find(({ id, type }) => id === personField?.id && type === 'person');

/** Which records a grant is about; undefined when the field that says so is gone. */
export function conditionOf(
  collection: LoadedCollection,
  shared: Shared,
  people: readonly string[],
): SQL | undefined {
  if (!shared.personField) {
    return sql`${records.id} = any(${sql.param([...shared.rowIds])}::uuid[])`;
  }
  const field = personFieldOf(collection, shared);
  return field && namesAny(field, [...people]);
}

const heldIn = ({ key }: StoredField) => sql<Value>`${records.data} -> ${key}::text`;
