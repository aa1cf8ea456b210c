import { and, asc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { people } from '@/db/schema/tenant/people';
import { changeLog } from '@/db/schema/tenant/plumbing';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { loadCollection } from '../load';
import { knownTo } from '../values/known';
import type { Data } from '../values/row';
import { showValue, valueIn } from '../values/show';
import { entriesOf } from './history';
import { type LoadedImport, loadImport } from './load';
import { requireWhole } from './revert';
import type { RevertPreview } from './shapes';

const shown = 50;

/** What taking an import back would do now. Throws `not_found`. */
export async function previewRevert(
  ctx: TenantCtx,
  { importId }: { importId: string },
): Promise<RevertPreview> {
  const found = await loadImport(ctx, importId);
  await requireWhole(ctx, found);
  const made = and(eq(records.importId, importId), isNull(records.deletedAt));
  const changed = (which: SQL) => and(entriesOf(found), isNull(records.deletedAt), which);
  const [[added], [logged]] = await ctx.db.batch([
    ctx.db
      .select({ removes: count(sql`version = 1`), touched: count(sql`version > 1`) })
      .from(records)
      .where(made),
    ctx.db
      .select({ restores: count(sql`not ${touched}`), touched: count(touched) })
      .from(changeLog)
      .innerJoin(records, eq(records.id, changeLog.rowId))
      .where(changed(open)),
  ]);
  const list = await touchedOnes(ctx, found, {
    added: and(made, gt(records.version, 1)),
    changed: changed(touched),
  });
  return {
    removes: added?.removes ?? 0,
    restores: logged?.restores ?? 0,
    touched: (added?.touched ?? 0) + (logged?.touched ?? 0),
    records: list,
  };
}

const count = (which: SQL) => sql<number>`(count(*) filter (where ${which}))::int`;

const at = (document: SQL) => sql`coalesce(${document} -> k, 'null')`;
const before = at(sql`(${changeLog.before} -> 'data')`);
const after = at(sql`(${changeLog.after} -> 'data')`);
const now = at(sql`${records.data}`);

/** Some field that was changed then does not have its value of before. */
const open = anyKey(sql`${before} <> ${after} and ${now} <> ${before}`);
/** Some of those holds neither what it had nor what it was given. */
const touched = anyKey(sql`${before} <> ${after} and ${now} <> ${before} and ${now} <> ${after}`);

// Keys of both documents: one of the two may lack a field that the other has.
function anyKey(holds: SQL): SQL {
  return sql`exists (select 1 from jsonb_object_keys((${changeLog.before} -> 'data') || (${changeLog.after} -> 'data')) k where ${holds})`;
}

type Touched = RevertPreview['records'];

async function touchedOnes(
  ctx: TenantCtx,
  found: LoadedImport,
  where: { added: SQL | undefined; changed: SQL | undefined },
): Promise<Touched> {
  const { fields } = await loadCollection(ctx, found.collectionId ?? '');
  const [first] = fields;
  const known = await knownTo(ctx, first ? [first] : []);
  const listed = (rows: Row[], kind: Touched[number]['kind']): Touched =>
    rows.map(({ data, ...row }) => {
      const title = first ? showValue(first, valueIn(data as Data, first.key), known) : '';
      return { ...row, kind, title: title || 'Untitled' };
    });
  const added = await recordsOf(ctx.db).where(where.added).orderBy(asc(records.id)).limit(shown);
  const changed = await recordsOf(ctx.db)
    .innerJoin(changeLog, eq(changeLog.rowId, records.id))
    .where(where.changed)
    .orderBy(asc(records.id))
    .limit(shown);
  return [...listed(added, 'added'), ...listed(changed, 'changed')].slice(0, shown);
}

interface Row {
  id: string;
  data: Record<string, unknown>;
  updatedAt: Date;
  updatedBy: string | null;
}

const recordsOf = (db: TenantDb) =>
  db
    .select({
      id: records.id,
      data: records.data,
      updatedAt: records.updatedAt,
      updatedBy: people.name,
    })
    .from(records)
    .leftJoin(people, eq(people.id, records.updatedBy))
    .$dynamic();
