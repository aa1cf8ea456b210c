import type { TenantCtx } from '@/lib/doors/ctx';
import { sameValue } from '@/lib/fields/value';
import type { StoredField } from '../fields/shapes';
import { loadForWriting } from '../load';
import { changeRecords } from '../records/change';
import { checkValues } from '../records/check';
import { withLinked } from '../records/linked';
import { presentRecords } from '../records/list';
import { lostFields } from '../records/update';
import type { Access } from '../rules/access';
import { mayReach } from '../rules/may-reach';
import { knownIn } from '../values/known';
import type { Data } from '../values/row';
import { valueIn } from '../values/show';
import type { Known } from '../values/value';
import { lockedRows } from './locked-rows';
import { refuseFiles } from './refuse-files';
import { merged, refuseRepeated } from './refuse-repeated';
import type { ChangesInput, ChangesResult } from './shapes';

type Refused = ChangesResult['refused'];
type Wanted = ChangesInput['records'][number];

/**
 * Changes fields of many records at once, as a pasted block does. What cannot be kept is refused
 * value by value, with the reason; the rest is kept.
 */
export async function changeValues(
  ctx: TenantCtx,
  { collectionId, records: wanted }: ChangesInput,
): Promise<ChangesResult> {
  const collection = await loadForWriting(ctx, collectionId);
  const { fields } = collection;
  const ids = wanted.map(({ recordId }) => recordId);
  const rows = await lockedRows(ctx.db, collection, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const design = {
    fields,
    known: await knownIn(
      ctx,
      fields,
      wanted.map(({ changes }) => changes),
      rows.map(({ data }) => data),
    ),
    access: collection.access,
  };
  const refused: Refused = [];
  const changes = wanted.flatMap((change) => {
    const row = byId.get(change.recordId);
    const data = keepable(change, row, { ...design, refused });
    return row ? [{ id: row.id, held: row.data as Data, data }] : [];
  });
  refused.push(...(await refuseRepeated(ctx.db, collection, changes)));
  refused.push(...(await refuseFiles(ctx.db, collection.design, changes)));
  const changed = changes.filter(({ data }) => Object.keys(data).length > 0).map(merged);
  const actorId = ctx.actor.id;
  const updatedAt = await changeRecords(
    ctx.db,
    { collectionId, fields: collection.design, actorId },
    changed,
  );
  for (const { id, data } of changed) {
    const row = byId.get(id);
    if (!row) continue;
    byId.set(id, { ...row, data, version: row.version + 1, updatedAt, updatedBy: actorId });
  }
  ctx.about('collection', collectionId, { changed: changed.length });
  const presented = presentRecords([...byId.values()], fields);
  return { records: await withLinked(ctx, fields, presented), refused };
}

interface Checking {
  fields: readonly StoredField[];
  access: Access;
  known: Known;
  refused: Refused;
}

/** What can be kept of a change and differs from what the record holds. */
function keepable(
  { recordId, changes, base }: Wanted,
  row: { createdBy: string | null; data: Record<string, unknown> } | undefined,
  { fields, known, access, refused }: Checking,
): Data {
  const refuse = (key: string, message: string) => refused.push({ recordId, key, message });
  if (!row || !mayReach(access, 'change', row)) {
    const why = row
      ? 'The rules of this collection let you see this record, not change it.'
      : 'This record does not exist any more.';
    for (const key of Object.keys(changes)) refuse(key, why);
    return {};
  }
  const held = row.data;
  const { data, errors } = checkValues(fields, changes, known);
  for (const [key, message] of errors) refuse(key, message);
  for (const { key, name } of lostFields(fields, data, { held, base })) {
    refuse(key, `${name} was changed by somebody else meanwhile.`);
    delete data[key];
  }
  const differing = Object.entries(data).filter(([key, to]) => !sameValue(valueIn(held, key), to));
  return Object.fromEntries(differing);
}
