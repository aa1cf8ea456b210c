import { jsonArray } from '@/lib/files/json-array';
import { nameInExport } from '@/lib/files/name-in-export';
import type { TakeOut, TakeOutSource } from '../../define-module';
import type { StoredField } from '../fields/shapes';
import { resolveFormulas } from '../formulas/resolve';
import { fileIdOf, fileNameOf } from '../values/files';
import { heldValues } from '../values/held';
import { jsonValue, valueIn } from '../values/show';
import { titleField } from '../values/title';
import { type Known, type NameIndex, noNames, nothingKnown } from '../values/value';
import { cellOf, type ExportedRecord } from './cells';
import { csvLines } from './lines';

const linesAtOnce = 500;

interface Table {
  id: string;
  fields: StoredField[];
  known: Known;
}

/** Each collection that is not in the bin as CSV and as JSON, by the names of its fields. */
export const takeOutCollections: TakeOut = async function* (source) {
  const collections = await all(source, 'collections');
  const fields = await all(source, 'fields');
  const known = await knownOf(source, fields.filter(isLive));
  const taken = new Set<string>();
  for (const { id, name } of collections.filter(isLive)) {
    const own = fields.filter(
      (field) => isLive(field) && field.collection_id === id && field.type !== 'lookup',
    );
    // Rows as they stand in their table: what is read of a field has the same name there.
    const stored = own.sort(inOrder) as unknown as StoredField[];
    const clock = { now: new Date(), timeZone: known.timeZone };
    const table = { id: String(id), fields: resolveFormulas(stored, clock), known };
    const base = `collections/${freeName(String(name), taken)}`;
    yield { name: `${base}.csv`, data: csvOf(source, table) };
    yield { name: `${base}.json`, data: jsonArray(rowsOf(source, table)) };
  }
};

async function* csvOf(source: TakeOutSource, { id, fields, known }: Table) {
  yield `\uFEFF${csvLines([fields.map(({ name }) => name)])}`;
  let lines: (string | number)[][] = [];
  for await (const record of recordsOf(source, id, fields)) {
    lines.push(fields.map((field) => cellOf(field, record, known)));
    if (lines.length < linesAtOnce) continue;
    yield csvLines(lines);
    lines = [];
  }
  if (lines.length > 0) yield csvLines(lines);
}

async function* rowsOf(source: TakeOutSource, { id, fields, known }: Table) {
  for await (const { data } of recordsOf(source, id, fields)) {
    const record = fields.map((field) => [
      field.name,
      jsonValue(field, valueIn(data, field.key), known),
    ]);
    yield [Object.fromEntries(record)];
  }
}

async function* recordsOf(
  source: TakeOutSource,
  collectionId: string,
  fields: readonly StoredField[],
): AsyncGenerator<ExportedRecord> {
  for await (const record of liveRecords(source, collectionId)) {
    const { values, problems } = heldValues(fields, record.data as Row);
    yield { data: values, problems };
  }
}

async function* liveRecords(source: TakeOutSource, collectionId: string) {
  const of = { column: 'collection_id', value: collectionId };
  for await (const record of source.documents('records', of)) if (isLive(record)) yield record;
}

const isLive = (row: Row) => row.deleted_at === null;

const inOrder = (a: Row, b: Row) => Number(a.position) - Number(b.position);

async function all(source: TakeOutSource, table: string) {
  const rows: Row[] = [];
  for await (const row of source.documents(table)) rows.push(row);
  return rows;
}

type Row = Record<string, unknown>;

async function knownOf(source: TakeOutSource, fields: readonly Row[]): Promise<Known> {
  const ids = new Map<string, string>();
  for await (const { id, name } of source.documents('people')) ids.set(String(id), String(name));
  const records = new Map<string, NameIndex>();
  for (const collectionId of targetsOf(fields)) {
    const own = fields.filter((field) => field.collection_id === collectionId).sort(inOrder);
    const title = titleField(own as unknown as StoredField[]);
    records.set(collectionId, await namesIn(source, { collectionId, key: title?.key ?? '' }));
  }
  return { ...nothingKnown, people: { ...noNames, ids }, records, fileAt };
}

/** Where an export lays a file: beside the collections. */
const fileAt = (ref: string) => `../files/${nameInExport(fileIdOf(ref), fileNameOf(ref))}`;

const targetsOf = (fields: readonly Row[]) =>
  new Set(
    fields
      .filter(({ type }) => type === 'relation')
      .map(({ options }) => String((options as StoredField['options']).targetId)),
  );

async function namesIn(
  source: TakeOutSource,
  { collectionId, key }: { collectionId: string; key: string },
): Promise<NameIndex> {
  const ids = new Map<string, string>();
  for await (const record of liveRecords(source, collectionId)) {
    ids.set(String(record.id), String(valueIn(record.data as Row, key) ?? ''));
  }
  return { ...noNames, ids };
}

/** A name for a file that none before it has. */
function freeName(name: string, taken: Set<string>): string {
  const plain =
    name
      .replace(/[\\/:*?"<>|\p{C}]/gu, ' ')
      .trim()
      .slice(0, 80) || 'collection';
  let free = plain;
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${plain} (${n})`;
  taken.add(free.toLowerCase());
  return free;
}
