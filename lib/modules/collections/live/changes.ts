import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { fields, records } from '@/db/schema/tenant/collections';
import { people } from '@/db/schema/tenant/people';
import { changeLog } from '@/db/schema/tenant/plumbing';
import { hot } from '@/db/tenant';
import { flagsOf } from '@/lib/tenancy/flags/flags-of';
import type { ReadingCtx } from '../context';
import { liveFlag } from '../flags';
import { type LoadedCollection, liveFields, liveHead, loaded } from '../load';
import { withLinked } from '../records/linked';
import { presentRecords } from '../records/list';
import { RecordShape } from '../records/shapes';
import { personsSeen, rowsOf } from '../rules/rows';
import { recordColumns } from '../view/record-columns';

export const ChangesSince = z.strictObject({
  collectionId: z.uuid(),
  /** The cursor of the answer before; without one, the answer only says where to begin. */
  since: z
    .string()
    .regex(/^\d{1,18}$/, 'Take the cursor of the answer before')
    .optional(),
});

export const RecordChanges = z.object({
  cursor: z.string(),
  /** How often to ask again. */
  pace: z.enum(['calm', 'lively']),
  /** Records that were added or changed, as they are now. Some may be told twice. */
  records: z.array(RecordShape),
  /** Records that went to the trash. */
  gone: z.array(z.uuid()),
  /** Names of those who changed them. */
  people: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** True when the fields of the collection changed. */
  design: z.boolean(),
  /** True when too much changed to be told one by one: read again what is shown. */
  reset: z.boolean(),
});
export type RecordChanges = z.infer<typeof RecordChanges>;

/** Most entries of the log that one answer follows. */
const most = 500;

/**
 * What changed in a collection since a cursor. The cursor is the oldest transaction that may still
 * be under way, so that nothing which commits late is passed over. Throws `not_found`.
 */
export async function listChanges(
  ctx: ReadingCtx,
  { collectionId, since }: z.output<typeof ChangesSince>,
): Promise<RecordChanges> {
  const { db } = ctx;
  // The line is read first: what commits between the two readings is told again, never left out.
  const [head, design, [line], entries] = await db.batch([
    liveHead.item({ collectionId }),
    liveFields.item({ collectionId }),
    lineNow.item({}),
    entriesSince.item({ since: since ?? noTransaction }),
  ]);
  const collection = loaded(ctx, [head, design]);
  const nothing = { records: [], gone: [], people: [], design: false, reset: false };
  const pace = (await flagsOf(ctx.caller).value(liveFlag)) === 'calm' ? 'calm' : 'lively';
  const answer = { ...nothing, pace, cursor: line?.low ?? '0' } as const;
  // A tenant that moved to another server counts its transactions anew.
  const elsewhere = since !== undefined && Number(since) > Number(line?.high);
  if (elsewhere || entries.length > most) return { ...answer, reset: true };
  if (since === undefined || entries.length === 0) return answer;
  return { ...answer, ...(await told(ctx, collection, entries)) };
}

const noTransaction = '9000000000000000000';

const lineNow = hot<Record<string, never>>()((db) =>
  db
    .select({
      low: sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text`,
      high: sql<string>`pg_snapshot_xmax(pg_current_snapshot())::text`,
    })
    .from(sql`(select 1) as one`)
    .prepare('record_changes_line'),
);

const entriesSince = hot<{ since: string }>()((db) =>
  db
    .select({
      rowId: changeLog.rowId,
      table: changeLog.tableName,
      before: sql<Record<string, unknown> | null>`${changeLog.before} -> 'data'`,
    })
    .from(changeLog)
    .where(
      and(
        gte(changeLog.transactionId, sql.placeholder('since')),
        inArray(changeLog.tableName, ['records', 'fields', 'collections']),
      ),
    )
    .orderBy(asc(changeLog.transactionId))
    .limit(most + 1)
    .prepare('record_changes_entries'),
);

interface Entry {
  rowId: string;
  table: string;
  before: Record<string, unknown> | null;
}

async function told(ctx: ReadingCtx, collection: LoadedCollection, entries: readonly Entry[]) {
  const { db } = ctx;
  const collectionId = collection.id;
  const idsIn = (table: string) => [
    ...new Set(entries.filter((entry) => entry.table === table).map(({ rowId }) => rowId)),
  ];
  const [rows, redesigned] = await db.batch([
    db
      .select({ ...recordColumns, deletedAt: records.deletedAt })
      .from(records)
      .where(and(rowsOf(collection), inArray(records.id, idsIn('records')))),
    db
      .select({ id: fields.id })
      .from(fields)
      .where(and(eq(fields.collectionId, collectionId), inArray(fields.id, idsIn('fields'))))
      .limit(1),
  ]);
  const live = rows.filter(({ deletedAt }) => deletedAt === null);
  const authors = [...new Set(live.flatMap(({ updatedBy }) => updatedBy ?? []))];
  const names =
    authors.length > 0
      ? await db
          .select({ id: people.id, name: people.name })
          .from(people)
          .where(inArray(people.id, authors))
      : [];
  const presented = presentRecords(live, collection.fields);
  return {
    records: await withLinked(ctx, collection.fields, presented),
    gone: [
      ...rows.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id),
      ...leftSight(collection, entries, new Set(rows.map(({ id }) => id))),
    ],
    people: names,
    design: redesigned.length > 0 || idsIn('collections').includes(collectionId),
  };
}

/** Records that they saw by assignment and that are another's now. */
function leftSight(
  { access }: LoadedCollection,
  entries: readonly Entry[],
  seen: ReadonlySet<string>,
): string[] {
  const { see, assignees } = access;
  const theirs = new Set<unknown>(personsSeen(access));
  if (see.all || theirs.size === 0) return [];
  const was = ({ table, before }: Entry) =>
    table === 'records' && assignees.some(({ key }) => theirs.has(before?.[key]));
  return [...new Set(entries.filter(was).map(({ rowId }) => rowId))].filter((id) => !seen.has(id));
}
