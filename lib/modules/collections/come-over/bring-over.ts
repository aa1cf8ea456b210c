import { and, eq, or, sql } from 'drizzle-orm';
import { collections, fields, imports, records } from '@/db/schema/tenant/collections';
import { recordComments } from '@/db/schema/tenant/comments';
import { files } from '@/db/schema/tenant/files';
import { forms } from '@/db/schema/tenant/forms';
import { recordExports } from '@/db/schema/tenant/record-exports';
import { views } from '@/db/schema/tenant/views';
import type { TenantCtx } from '@/lib/doors/ctx';
import { enqueueTenantJob } from '@/lib/jobs/enqueue';
import { inPages } from './pages';
import { renameInRecords } from './rename-in-records';
import type { Renaming } from './renaming';

/**
 * Gives everything here that names one person to another: what they made, what is assigned to them,
 * where they are mentioned, their own views. Goes page by page; repeating it, or going on after it
 * broke off, changes only what names the former one still. A field that takes each value once may
 * name the new one in another record by then: that record stays as it is, and so does this one, which
 * admins are told.
 */
export async function bringOver(ctx: TenantCtx, renaming: Renaming): Promise<void> {
  await renameMakers(ctx, renaming);
  await renameInWords(ctx, renaming);
  const clashes = await renameInRecords(ctx, renaming);
  await ctx.transact(async (db) => {
    const { formerUserId } = renaming;
    await enqueueTenantJob(db, 'poolJoin.brought', { formerUserId, job: 'collections.bringOver' });
    if (clashes.length > 0) {
      await enqueueTenantJob(db, 'collections.tellClashes', { ...renaming, clashes });
    }
  });
}

async function renameMakers(ctx: TenantCtx, { formerUserId: from, newUserId: to }: Renaming) {
  for (const table of [collections, views, recordComments, files, imports, forms, recordExports]) {
    const made = eq(table.createdBy, from);
    await inPages(ctx, { table }, (db, page) =>
      db.update(table).set({ createdBy: to }).where(and(page, made)),
    );
  }
  await inPages(ctx, { table: records }, (db, page) =>
    db
      .update(records)
      .set({
        createdBy: sql`case when ${records.createdBy} = ${from}::uuid then ${to}::uuid else ${records.createdBy} end`,
        updatedBy: sql`case when ${records.updatedBy} = ${from}::uuid then ${to}::uuid else ${records.updatedBy} end`,
      })
      .where(and(page, or(eq(records.createdBy, from), eq(records.updatedBy, from)))),
  );
}

/** An id stands for one person wherever it is written. */
async function renameInWords(ctx: TenantCtx, { formerUserId: from, newUserId: to }: Renaming) {
  const names = (column: unknown) => sql`strpos(${column}::text, ${from}) > 0`;
  const instead = (column: unknown) => sql`replace(${column}::text, ${from}, ${to})`;
  const { body } = recordComments;
  await inPages(ctx, { table: recordComments }, (db, page) =>
    db
      .update(recordComments)
      .set({ body: instead(body) })
      .where(and(page, names(body))),
  );
  await inPages(ctx, { table: views }, async (db, page) => {
    await db
      .update(views)
      .set({ ownerId: to })
      .where(and(page, eq(views.ownerId, from)));
    await db
      .update(views)
      .set({ state: sql`${instead(views.state)}::jsonb` })
      .where(and(page, names(views.state)));
  });
  await inPages(ctx, { table: forms }, (db, page) =>
    db
      .update(forms)
      .set({ notify: sql`${instead(forms.notify)}::jsonb` })
      .where(and(page, names(forms.notify))),
  );
  await inPages(ctx, { table: fields }, (db, page) =>
    db
      .update(fields)
      .set({ defaultValue: sql`${instead(fields.defaultValue)}::jsonb` })
      .where(and(page, eq(fields.type, 'person'), names(fields.defaultValue))),
  );
}
