import { and, eq, isNull } from 'drizzle-orm';
import { collections, fields } from '@/db/schema/tenant/collections';
import { recordLinks } from '@/db/schema/tenant/record-links';
import type { TenantDb } from '@/db/tenant';
import { invalid } from '@/lib/errors';
import type { LoadedCollection } from '../load';
import type { FieldOptions, FieldType } from './shapes';
import { suits } from './summaries';
import { ruleOf } from './types';

interface Wanted {
  type: FieldType;
  options?: FieldOptions | undefined;
}

/** Throws `invalid` when a relation leads to no collection, or a look-up follows none of this one's. */
export async function checkWays(
  db: TenantDb,
  collection: LoadedCollection,
  { type, options = {} }: Wanted,
): Promise<void> {
  if (type === 'relation' && options.targetId) {
    const [target] = await db
      .select({ id: collections.id })
      .from(collections)
      .where(and(eq(collections.id, options.targetId), isNull(collections.deletedAt)));
    if (!target) throw invalid('options.targetId', 'This collection does not exist.');
  }
  if (type !== 'lookup') return;
  const relation = collection.fields.find(({ id }) => id === options.relationId);
  if (relation?.type !== 'relation') {
    throw invalid('options.relationId', 'This is no relation of the collection.');
  }
  if (options.summary === 'count') return;
  const [shown] = await db
    .select({ type: fields.type })
    .from(fields)
    .where(
      and(
        eq(fields.id, options.shownId ?? ''),
        eq(fields.collectionId, relation.options.targetId ?? ''),
        isNull(fields.deletedAt),
      ),
    );
  if (!shown || ruleOf(shown.type).readOnly || ruleOf(shown.type).names === 'records') {
    throw invalid('options.shownId', 'This is no field that can be looked up.');
  }
  if (!suits(options.summary ?? 'each', shown.type)) {
    throw invalid('options.summary', 'The values of this field do not come to such a figure.');
  }
}

/** Takes away the way back over a field that leads nowhere any more. */
export const forgetLinks = (db: TenantDb, fieldId: string) =>
  db.delete(recordLinks).where(eq(recordLinks.fieldId, fieldId));
