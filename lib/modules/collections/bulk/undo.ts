import { and, asc, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantCtx } from '@/lib/doors/ctx';
import { notFound } from '@/lib/errors';
import { sameValue } from '@/lib/fields/value';
import type { Document } from '../history/entries';
import { type LoadedCollection, loadForWriting } from '../load';
import { changeRecords } from '../records/change';
import { checkValues } from '../records/check';
import { refuseTaken } from '../records/refuse-taken';
import { holdRecords, roomForReturned } from '../records/room';
import { markRecords } from '../records/write';
import { mayReach } from '../rules/may-reach';
import { rowsOf } from '../rules/rows';
import { knownIn } from '../values/known';
import type { Data } from '../values/row';
import { valueIn } from '../values/show';
import type { Known } from '../values/value';
import { type Deed, deedsOf } from './deeds';
import type { BulkResult } from './shapes';

/**
 * Takes back what one own request did to records: a reading of the change log. Values that somebody
 * changed since stay as they are. An undo is undone in the same way. Throws `not_found`.
 */
export async function undoRequest(
  ctx: TenantCtx,
  { collectionId, requestId }: { collectionId: string; requestId: string },
): Promise<BulkResult> {
  const collection = await loadForWriting(ctx, collectionId);
  await holdRecords(ctx);
  const deeds = await deedsOf(ctx, requestId);
  const rows = await ctx.db
    .select({
      id: records.id,
      data: records.data,
      createdBy: records.createdBy,
      deletedAt: records.deletedAt,
    })
    .from(records)
    .where(
      and(rowsOf(collection), sql`${records.id} = any(${sql.param([...deeds.keys()])}::uuid[])`),
    )
    .orderBy(asc(records.id))
    .for('update');
  if (rows.length === 0) throw notFound('This change');
  const befores = [...deeds.values()].flatMap(({ before }) => (before ? [before] : []));
  const held = rows.map(({ data }) => data);
  const known = await knownIn(ctx, collection.fields, befores, held);
  const plan = planOf(rows, deeds, { collection, known });
  await refuseTaken(ctx.db, collection, {
    claimants: claimantsOf(plan),
    nothing: 'Nothing was taken back.',
    path: 'requestId',
  });
  const actorId = ctx.actor.id;
  const { documents, toTrash, toLive } = plan;
  // Values are set free before they are claimed.
  await markRecords(ctx.db, collection, { ids: toTrash, deletedAt: new Date() });
  await changeRecords(ctx.db, { collectionId, fields: collection.design, actorId }, documents);
  const ids = toLive.map(({ id }) => id);
  await markRecords(ctx.db, collection, { ids, deletedAt: null });
  await roomForReturned(ctx, Math.max(0, toLive.length - toTrash.length));
  const changed = documents.length + toTrash.length + toLive.length;
  ctx.about('collection', collectionId, { undone: changed });
  return { changed, skipped: rows.length - changed, requestId: ctx.requestId };
}

interface Held {
  id: string;
  data: Document;
  createdBy: string | null;
  deletedAt: Date | null;
}

interface Judging {
  collection: LoadedCollection;
  known: Known;
}

/** What becomes of each record; each stands in one list at most. */
interface Plan {
  documents: { id: string; data: Data }[];
  toTrash: string[];
  toLive: { id: string; data: Data }[];
}

function planOf(rows: readonly Held[], deeds: ReadonlyMap<string, Deed>, judging: Judging): Plan {
  const plan: Plan = { documents: [], toTrash: [], toLive: [] };
  const { access } = judging.collection;
  for (const row of rows) {
    const { id, data, deletedAt } = row;
    const deed = deeds.get(id);
    if (!deed) continue;
    const back = deed.made ? true : deed.wasTrashed;
    const isTrashed = deletedAt !== null;
    const moves = back !== null && back !== isTrashed && isTrashed === (deed.isTrashed ?? false);
    // What the rules do not let this person do stays as it is.
    if (!mayReach(access, moves ? 'remove' : 'change', row)) continue;
    if (moves && back) plan.toTrash.push(id);
    else if (moves) plan.toLive.push({ id, data: data as Data });
    else if (!deed.made && !isTrashed) {
      const earlier = takenBack(deed, data, judging);
      if (earlier) plan.documents.push({ id, data: earlier });
    }
  }
  return plan;
}

/** Everything that will claim values; what goes to the trash gives its own up. */
const claimantsOf = ({ documents, toTrash, toLive }: Plan) => [
  ...documents,
  ...toLive,
  ...toTrash.map((id) => ({ id, data: {} })),
];

/** The document without what the request did; undefined when nothing of it can be taken back. */
function takenBack(
  { before, after }: Deed,
  held: Document,
  { collection: { fields }, known }: Judging,
): Data | undefined {
  if (!before || !after) return undefined;
  const isSame = (one: Document, other: Document, key: string) =>
    sameValue(valueIn(one, key), valueIn(other, key));
  const keys = fields
    .filter(({ locked }) => !locked)
    .map(({ key }) => key)
    .filter((key) => !isSame(before, after, key) && isSame(held, after, key));
  const raw = Object.fromEntries(keys.map((key) => [key, valueIn(before, key)]));
  // A value that the field takes no more, such as an option that is gone, does not come back.
  const { data } = checkValues(fields, raw, known);
  return Object.keys(data).length > 0 ? ({ ...held, ...data } as Data) : undefined;
}
