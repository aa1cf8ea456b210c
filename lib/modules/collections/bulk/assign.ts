import type { TenantCtx } from '@/lib/doors/ctx';
import { sameValue } from '@/lib/fields/value';
import { loadForWriting } from '../load';
import { changeRecords } from '../records/change';
import { checkValues, refuseErrors } from '../records/check';
import { findTaken } from '../records/taken';
import { requireReach } from '../rules/require';
import { knownIn } from '../values/known';
import type { Data } from '../values/row';
import { valueIn } from '../values/show';
import { lockedRows } from './locked-rows';
import type { AssignInput, BulkResult } from './shapes';

/** Gives many records the same values, all in one transaction. Throws `invalid` by field. */
export async function assignValues(
  ctx: TenantCtx,
  { collectionId, ids, values }: AssignInput,
): Promise<BulkResult> {
  const collection = await loadForWriting(ctx, collectionId);
  const { fields, design } = collection;
  const rows = await lockedRows(ctx.db, collection, ids);
  requireReach(collection.access, 'change', rows);
  const held = rows.map(({ data }) => data);
  const known = await knownIn(ctx, fields, [values], held);
  const { data, errors } = checkValues(fields, values, known);
  refuseErrors(errors, 'values');
  const changed = rows
    .filter((row) => Object.keys(data).some((key) => !sameValue(valueIn(row.data, key), data[key])))
    .map((row) => ({ id: row.id, data: { ...row.data, ...data } as Data }));
  for (const { field, message } of await findTaken(ctx.db, collection, changed)) {
    if (!errors.has(field.key)) errors.set(field.key, message);
  }
  refuseErrors(errors, 'values');
  await changeRecords(ctx.db, { collectionId, fields: design, actorId: ctx.actor.id }, changed);
  ctx.about('collection', collectionId, { changed: changed.length, fields: Object.keys(data) });
  const skipped = new Set(ids).size - changed.length;
  return { changed: changed.length, skipped, requestId: ctx.requestId };
}
