import { asc, isNull } from 'drizzle-orm';
import { collections, fields } from '@/db/schema/tenant/collections';
import { presentField } from '../collections/read';
import type { CollectionsCtx } from '../context';
import type { Field, StoredField } from '../fields/shapes';
import { fieldColumns } from '../load';

export interface DescribedCollection {
  id: string;
  name: string;
  fields: Field[];
}

/** Collections that a description of the interface names, at most. */
const maxDescribed = 200;

/** Every collection with its fields, in the order of the list. */
export async function describeCollections({
  db,
}: Pick<CollectionsCtx, 'db'>): Promise<DescribedCollection[]> {
  const [found, allFields] = await db.batch([
    db
      .select({ id: collections.id, name: collections.name })
      .from(collections)
      .where(isNull(collections.deletedAt))
      .orderBy(asc(collections.position), asc(collections.id))
      .limit(maxDescribed),
    db
      .select({ collectionId: fields.collectionId, ...fieldColumns })
      .from(fields)
      .where(isNull(fields.deletedAt))
      .orderBy(asc(fields.position), asc(fields.id)),
  ]);
  return found.map((one) => ({
    ...one,
    fields: allFields
      .filter(({ collectionId }) => collectionId === one.id)
      .map((field) => presentField(field as StoredField)),
  }));
}
