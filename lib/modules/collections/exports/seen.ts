import { and, eq, gte, inArray, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { records } from '@/db/schema/tenant/collections';
import { changeLog } from '@/db/schema/tenant/plumbing';
import type { ReadingCtx } from '../context';
import { type LoadedCollection, loadCollections } from '../load';
import { personsSeen, rowsOf } from '../rules/rows';

/** How far somebody saw in one collection when a file was made of it, or of names in it. */
export const Seen = z.object({
  id: z.uuid(),
  all: z.boolean(),
  own: z.boolean(),
  assigned: z.boolean(),
  /** Ids of people whose records they saw besides. */
  people: z.array(z.string()).default([]),
  /** Keys of the fields by which records were theirs. */
  assignees: z.array(z.string()),
  /** Ids of the fields that they saw. */
  fields: z.array(z.string()),
});
export type Seen = z.infer<typeof Seen>;

/** Longest that a transaction may have been under way when a file was begun, milliseconds. */
const underwayMs = 60_000;

/** Changes of assignment that are looked into one by one. */
const most = 1_000;

/** How far the reader sees in a collection and in those that its relations lead to. */
export async function seenIn(ctx: ReadingCtx, collection: LoadedCollection): Promise<Seen[]> {
  const ids = new Set(collection.fields.flatMap(({ options }) => options.targetId ?? []));
  ids.delete(collection.id);
  const others = await loadCollections(ctx, { ids: [...ids], trashed: 'too' });
  return [collection, ...others].map(sightOf);
}

const sightOf = ({ id, access, fields }: LoadedCollection): Seen => ({
  id,
  ...access.see,
  people: [...access.see.people],
  assignees: access.assignees.map(({ key }) => key),
  fields: fields.map((field) => field.id),
});

/**
 * True when the reader sees less than when a file was made: a collection, a field, or records by the
 * rules or because they were given to somebody else. What was deleted since is no less.
 */
export async function seesLess(
  ctx: ReadingCtx,
  { seen, madeAt }: { seen: readonly Seen[]; madeAt: Date },
): Promise<boolean> {
  const found = await loadCollections(ctx, { ids: seen.map(({ id }) => id), trashed: 'too' });
  const now = new Map(found.map((collection) => [collection.id, collection]));
  for (const was of seen) {
    const collection = now.get(was.id);
    if (!collection || isLess(was, collection)) return true;
    if (await anyGivenAway(ctx, collection, madeAt)) return true;
  }
  return false;
}

function isLess(was: Seen, { access, design, fields }: LoadedCollection): boolean {
  const { see, assignees } = access;
  const hidden = design.filter((field) => !fields.some(({ id }) => id === field.id));
  if (hidden.some(({ id }) => was.fields.includes(id))) return true;
  if (see.all) return false;
  const kept = was.assignees.every((key) => assignees.some((field) => field.key === key));
  if (was.all || (was.own && !see.own) || (was.assigned && !(see.assigned && kept))) return true;
  return was.people.some((id) => !see.people.includes(id)) || (was.people.length > 0 && !kept);
}

/** Whether a record that they saw by a field may have left their sight since. */
async function anyGivenAway({ db }: ReadingCtx, collection: LoadedCollection, since: Date) {
  const { see, assignees } = collection.access;
  const theirs = personsSeen(collection.access);
  if (see.all || theirs.length === 0 || assignees.length === 0) return false;
  const were = assignees.map(
    ({ key }) => sql`${changeLog.before} -> 'data' ->> ${key} = any(${sql.param(theirs)}::text[])`,
  );
  const changed = await db
    .selectDistinct({ id: changeLog.rowId })
    .from(changeLog)
    .where(
      and(
        gte(changeLog.at, new Date(since.getTime() - underwayMs)),
        eq(changeLog.tableName, 'records'),
        or(...were),
      ),
    )
    .limit(most + 1);
  if (changed.length > most) return true;
  if (changed.length === 0) return false;
  const ids = changed.map(({ id }) => id);
  const [away] = await db
    .select({ id: records.id })
    .from(records)
    .where(
      and(
        eq(records.collectionId, collection.id),
        inArray(records.id, ids),
        sql`${rowsOf(collection)} is not true`,
      ),
    )
    .limit(1);
  return away !== undefined;
}
