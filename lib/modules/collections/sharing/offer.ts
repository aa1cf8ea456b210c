import { and, isNull, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { AppError, invalid } from '@/lib/errors';
import type { SeenPlace, ShareChoice, Shared, SharePlace, SharingCtx } from '../../shareable';
import { isComputed } from '../fields/computed';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { type LoadedCollection, loadCollections } from '../load';
import { listRecordNames } from '../records/names';
import { rowsOf } from '../rules/rows';

/**
 * Whether a field's values can be shown to outsiders. What names people, records or files of the
 * tenant stays in it, and so does what is looked up or worked out of other fields.
 */
export const isShareable = (field: Pick<StoredField, 'type' | 'options'>): boolean =>
  !ruleOf(field.type).names && !isComputed(field);

/** Collections that the caller sees whole rows of, with what of them could be shared. */
export async function places(ctx: SharingCtx): Promise<SharePlace[]> {
  if (!mayRead(ctx)) return [];
  const found = await loadCollections(ctx);
  return found.filter(({ access }) => access.see.all).map(placeOf);
}

/** Records of a collection that the caller sees, by what they are called. Throws `not_found`. */
export async function rows(ctx: SharingCtx, placeId: string, search: string) {
  requireReading(ctx);
  return await listRecordNames(ctx, { collectionId: placeId, search });
}

/** Checks what somebody wants to share against what they see themselves. */
export async function settle(ctx: SharingCtx, choice: ShareChoice) {
  requireReading(ctx);
  const collection = await collectionOf(ctx, choice.placeId);
  if (!collection.access.see.all) {
    throw invalid('placeId', 'You can share only a collection of which you see every record.');
  }
  const { fields, personFields } = placeOf(collection);
  const chosen = choice.fieldIds.map((id) => {
    const field = fields.find((one) => one.id === id);
    if (!field) throw invalid('fieldIds', 'One of these fields cannot be shared.');
    return field;
  });
  const personField = personFields.find(({ id }) => id === choice.personFieldId) ?? null;
  if (choice.personFieldId && !personField) {
    throw invalid('personFieldId', 'Choose a field of this collection that names people.');
  }
  await requireRecords(ctx, collection, choice.rowIds);
  return { placeName: collection.name, fields: chosen, personField };
}

/** What the caller sees of collections that are shared, under their names of now. */
export async function seen(
  ctx: SharingCtx,
  shared: readonly Shared[],
): Promise<(SeenPlace | null)[]> {
  if (!mayRead(ctx)) return shared.map(() => null);
  const found = await loadCollections(ctx, { ids: shared.map(({ placeId }) => placeId) });
  return shared.map(({ placeId, fields }) => {
    const collection = found.find(({ id }) => id === placeId);
    const named = collection?.fields.filter(({ id }) => fields.some((one) => one.id === id));
    return collection && named ? { placeName: collection.name, fields: named.map(nameOf) } : null;
  });
}

const mayRead = ({ caller }: SharingCtx) => caller.permissions.has('records.read');

function requireReading(ctx: SharingCtx) {
  if (mayRead(ctx)) return;
  throw new AppError('forbidden', 'Your role does not allow this. An admin can change it.');
}

const placeOf = ({ id, name, fields }: LoadedCollection): SharePlace => ({
  id,
  name,
  fields: fields.filter(isShareable).map(nameOf),
  personFields: fields.filter(({ type }) => type === 'person').map(nameOf),
});

const nameOf = ({ id, name }: StoredField) => ({ id, name });

/** A collection that is not there is a wrong choice here. */
async function collectionOf(ctx: SharingCtx, id: string): Promise<LoadedCollection> {
  const [collection] = await loadCollections(ctx, { ids: [id] });
  if (!collection) throw invalid('placeId', 'This collection does not exist.');
  return collection;
}

async function requireRecords(
  { db }: SharingCtx,
  collection: LoadedCollection,
  ids: readonly string[],
) {
  if (ids.length === 0) return;
  const found = await db
    .select({ id: records.id })
    .from(records)
    .where(
      and(
        rowsOf(collection),
        isNull(records.deletedAt),
        sql`${records.id} = any(${sql.param([...ids])}::uuid[])`,
      ),
    );
  if (found.length < ids.length) throw invalid('rowIds', 'One of these records does not exist.');
}
