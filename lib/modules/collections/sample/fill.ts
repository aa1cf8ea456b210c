import type { Language } from '@/lib/language/languages';
import { createCollection } from '../collections/write';
import type { CollectionsCtx } from '../context';
import { createField } from '../fields/write';
import { createRecords } from '../records/write';
import { type SampleCollection, sampleCollections } from './contents';
import { koreanSamples } from './contents-ko';

const dayMs = 86_400_000;

const samples: Record<Language, readonly SampleCollection[]> = {
  en: sampleCollections,
  ko: koreanSamples,
};

/**
 * Makes the sample collections beside whatever the tenant holds, in its language, through the
 * module's own verbs.
 */
export async function fillWithSamples(ctx: CollectionsCtx): Promise<void> {
  for (const sample of samples[ctx.tenant.locale]) await make(ctx, sample);
}

async function make(ctx: CollectionsCtx, { about, fields, rows }: SampleCollection) {
  const { id: collectionId } = await createCollection(ctx, about);
  const keys: string[] = [];
  for (const field of fields) {
    keys.push((await createField(ctx, { ...field, collectionId })).key);
  }
  const records = rows.map((row) =>
    Object.fromEntries(row.map((cell, at) => [keys[at] ?? '', cellValue(cell)])),
  );
  await createRecords(ctx, { collectionId, records });
}

function cellValue(cell: SampleCollection['rows'][number][number]) {
  if (cell === null || typeof cell !== 'object') return cell;
  return new Date(Date.now() + cell.days * dayMs).toISOString().slice(0, 10);
}
