import type { ReadingCtx } from '../context';
import type { StoredField } from '../fields/shapes';
import { withLinked } from '../records/linked';
import { withFormulas, workOfPage } from '../values/held';
import { knownTo } from '../values/known';
import { noNames } from '../values/value';
import type { RecordsBatch } from './writers';

interface Shown {
  /** All that the reader sees, since look-ups are read through relations that are not written. */
  fields: readonly StoredField[];
  /** Those that are written. */
  columns: readonly StoredField[];
}

/**
 * Documents with the values of their look-ups and formulas and the names of what they lead to, asked for
 * batch by batch: however many records another collection has, few of its names are held at once.
 */
export async function* namedBatches(
  source: ReadingCtx,
  { fields, columns }: Shown,
  batches: AsyncIterable<Record<string, unknown>[]>,
): AsyncGenerator<RecordsBatch> {
  const relations = columns.filter(({ type }) => type === 'relation');
  const known = await knownTo(
    source,
    columns.filter((field) => !relations.includes(field)),
  );
  const through = new Set(columns.flatMap(({ options }) => options.relationId ?? []));
  const leading = fields.filter((field) => columns.includes(field) || through.has(field.id));
  for await (const documents of batches) {
    const work = workOfPage();
    const rows = await withLinked(
      source,
      leading,
      documents.map((data) => withFormulas(columns, data, work)),
    );
    const ids = new Map(rows.flatMap(({ links = {} }) => Object.entries(links)));
    const records = new Map(
      relations.map(({ options }) => [options.targetId ?? '', { ...noNames, ids }]),
    );
    yield { documents: rows, known: { ...known, records } };
  }
}
