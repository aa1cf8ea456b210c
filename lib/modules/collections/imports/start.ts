import { eq } from 'drizzle-orm';
import { type ImportColumn, imports } from '@/db/schema/tenant/collections';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, invalid } from '@/lib/errors';
import { enqueueTenantJob } from '@/lib/jobs/enqueue';
import { createCollection } from '../collections/write';
import { choicesOf } from '../fields/preview';
import { ruleOf } from '../fields/types';
import { addField } from '../fields/write';
import { type LoadedCollection, lockCollection } from '../load';
import { choiceCounter } from './choices';
import { noRows } from './counts';
import { refuseClient } from './draft';
import { keyOf } from './keys';
import { loadImport, lockImport } from './load';
import { planImport } from './plan';
import { forgetRefusals } from './refusals';
import type { Import } from './shapes';
import { sourceRows } from './source';

/**
 * Makes the collection and fields an import asks for and hands the rest to the worker. Throws
 * `forbidden` when new fields are wanted and the caller may not design collections.
 */
export async function startImport(
  ctx: TenantCtx,
  { importId }: { importId: string },
): Promise<Import> {
  const draft = await loadImport(ctx, importId);
  const makes = !draft.collectionId || draft.columns.some(({ target }) => target.kind === 'new');
  if (makes && !ctx.can('collections.manage')) {
    throw new AppError(
      'forbidden',
      'Your role does not allow new fields. Map each column to a field.',
    );
  }
  const choices = await collectChoices(ctx, draft);
  await ctx.transact(async (db) => {
    await lockImport(db, importId, ['draft']);
    const within = { ...ctx, db };
    const collectionId = draft.collectionId ?? (await newCollection(within, draft));
    const collection = await lockCollection(within, collectionId);
    if (collection.rules) refuseClient(ctx);
    keyOf(draft, planImport(draft.columns, collection.fields).targets);
    await forgetRefusals(db, importId);
    const columns = await makeFields(within, { collection, columns: draft.columns, choices });
    await db
      .update(imports)
      .set({ ...noRows, collectionId, columns, state: 'queued', errors: [], reasons: [] })
      .where(eq(imports.id, importId));
    await enqueueTenantJob(db, 'imports.run', { importId });
    ctx.about('import', importId, { collectionId, file: draft.file.name });
  });
  return await loadImport(ctx, importId);
}

async function newCollection(ctx: TenantCtx, { collectionName }: Import): Promise<string> {
  if (!collectionName) throw invalid('collectionName', 'Give the new collection a name.');
  return (await createCollection(ctx, { name: collectionName })).id;
}

async function collectChoices(ctx: TenantCtx, draft: Import) {
  const counter = choiceCounter(draft.columns);
  if (!counter.needed) return counter;
  const place = { tenantId: ctx.tenant.id, fileId: draft.file.id };
  const names = draft.columns.map(({ name }) => name);
  for await (const row of sourceRows(place, draft.format, names)) {
    if ('cells' in row) counter.count(row.cells);
  }
  return counter;
}

interface Making {
  collection: LoadedCollection;
  columns: readonly ImportColumn[];
  choices: ReturnType<typeof choiceCounter>;
}

async function makeFields(
  ctx: Pick<TenantCtx, 'db' | 'tenant'>,
  { collection, columns, choices }: Making,
) {
  const made: ImportColumn[] = [];
  for (const [index, { name, target }] of columns.entries()) {
    if (target.kind !== 'new') {
      made.push({ name, target });
      continue;
    }
    const options = ruleOf(target.type).choicesIn ? { choices: choicesOf(choices.of(index)) } : {};
    const field = await addField(ctx, collection, {
      name: target.name,
      type: target.type,
      options,
    });
    made.push({ name, target: { kind: 'field', fieldId: field.id } });
  }
  return made;
}

/** Stops an import before its next rows, or a check; records that are in stay until taken back. */
export async function cancelImport(
  ctx: TenantCtx,
  { importId }: { importId: string },
): Promise<Import> {
  await lockImport(ctx.db, importId, ['draft', 'checking', 'queued', 'running']);
  const { state } = await loadImport(ctx, importId);
  await ctx.db
    .update(imports)
    .set(state === 'checking' ? { state: 'draft' } : { state: 'cancelled', finishedAt: new Date() })
    .where(eq(imports.id, importId));
  ctx.about('import', importId);
  return await loadImport(ctx, importId);
}
