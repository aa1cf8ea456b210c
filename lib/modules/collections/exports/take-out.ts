import type { TakeOut, TakeOutSource } from '../../define-module';
import type { StoredField } from '../fields/shapes';
import { cellValue, jsonValue, valueIn } from '../values/show';
import { type Known, noNames, nothingKnown } from '../values/value';
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
  const known = await knownOf(source);
  const taken = new Set<string>();
  for (const { id, name } of collections.filter(isLive)) {
    const own = fields.filter(
      (field) => isLive(field) && field.collection_id === id && field.type !== 'lookup',
    );
    // Rows as they stand in their table: what is read of a field has the same name there.
    const table = { id: String(id), fields: own.sort(inOrder) as unknown as StoredField[], known };
    const base = `collections/${freeName(String(name), taken)}`;
    yield { name: `${base}.csv`, data: csvOf(source, table) };
    yield { name: `${base}.json`, data: jsonOf(source, table) };
  }
};

async function* csvOf(source: TakeOutSource, { id, fields, known }: Table) {
  yield `\uFEFF${csvLines([fields.map(({ name }) => name)])}`;
  let lines: (string | number)[][] = [];
  for await (const data of recordsOf(source, id)) {
    lines.push(fields.map((field) => cellValue(field, valueIn(data, field.key), known)));
    if (lines.length < linesAtOnce) continue;
    yield csvLines(lines);
    lines = [];
  }
  if (lines.length > 0) yield csvLines(lines);
}

async function* jsonOf(source: TakeOutSource, { id, fields, known }: Table) {
  let before = '[\n';
  for await (const data of recordsOf(source, id)) {
    const record = fields.map((field) => [
      field.name,
      jsonValue(field, valueIn(data, field.key), known),
    ]);
    yield `${before}${JSON.stringify(Object.fromEntries(record))}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

async function* recordsOf(source: TakeOutSource, collectionId: string) {
  const of = { column: 'collection_id', value: collectionId };
  for await (const record of source.documents('records', of)) {
    if (isLive(record)) yield record.data as Record<string, unknown>;
  }
}

const isLive = (row: Record<string, unknown>) => row.deleted_at === null;

const inOrder = (a: Record<string, unknown>, b: Record<string, unknown>) =>
  Number(a.position) - Number(b.position);

async function all(source: TakeOutSource, table: string) {
  const rows: Record<string, unknown>[] = [];
  for await (const row of source.documents(table)) rows.push(row);
  return rows;
}

async function knownOf(source: TakeOutSource): Promise<Known> {
  const ids = new Map<string, string>();
  for await (const { id, name } of source.documents('people')) ids.set(String(id), String(name));
  return { ...nothingKnown, people: { ...noNames, ids } };
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
