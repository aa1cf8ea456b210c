import { and, isNull, or, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import type { Shareable, Shared } from '../../shareable';
import { type LoadedCollection, loadCollections } from '../load';
import { everything } from '../rules/access';
import { names, rowsOf } from '../rules/rows';
import { conditionOf } from './read-shared';

/** Whatever is shared by who is named concerns whoever may be; chosen records, those whom they name. */
export const concerning: Shareable['concerning'] = async ({ db }, shared, personId) => {
  const ids = [...new Set(shared.map(({ placeId }) => placeId))];
  const found = await loadCollections({ db, reader: everything }, { ids });
  const answers: boolean[] = [];
  for (const one of shared) {
    const collection = found.find(({ id }) => id === one.placeId);
    answers.push(collection ? await namesThem({ db, collection }, one, personId) : false);
  }
  return answers;
};

async function namesThem(
  { db, collection }: { db: TenantDb; collection: LoadedCollection },
  shared: Shared,
  personId: string,
): Promise<boolean> {
  const about = conditionOf(collection, shared, [personId]);
  if (!about || shared.personField) return about !== undefined;
  const people = collection.design.filter(({ type }) => type === 'person');
  const [one] = await db
    .select({ id: records.id })
    .from(records)
    .where(
      and(
        rowsOf(collection),
        isNull(records.deletedAt),
        about,
        or(...people.map((field) => names(field, personId))) ?? sql`false`,
      ),
    )
    .limit(1);
  return one !== undefined;
}
