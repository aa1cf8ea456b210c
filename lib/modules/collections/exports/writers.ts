import { jsonArray } from '@/lib/files/json-array';
import type { StoredField } from '../fields/shapes';
import { type CellValue, workbookOf, workbookType } from '../spreadsheets/write';
import { jsonValue, valueIn } from '../values/show';
import type { Known } from '../values/value';
import { cellOf, type ExportedRecord } from './cells';
import { csvLines } from './lines';

/** Records to be written: of which fields, in which order. */
export interface RecordsToWrite {
  name: string;
  columns: readonly StoredField[];
  /** Some thousand at a time. */
  batches: AsyncIterable<RecordsBatch>;
}

export interface RecordsBatch {
  documents: readonly ExportedRecord[];
  /** What their values name. */
  known: Known;
}

export interface Writer {
  mediaType: string;
  write(records: RecordsToWrite): AsyncIterable<Uint8Array | string>;
}

/** How each format is written; none holds more than a batch in memory. */
export const writers = {
  /** UTF-8 with a byte order mark, as spreadsheets want it. */
  csv: { mediaType: 'text/csv; charset=utf-8', write: csvOf },
  xlsx: { mediaType: workbookType, write: sheetOf },
  /** A list of objects by the names of their fields. */
  json: { mediaType: 'application/json', write: (records) => jsonArray(objectsOf(records)) },
} satisfies Record<string, Writer>;

async function* csvOf({ columns, batches }: RecordsToWrite) {
  yield `\uFEFF${csvLines([columns.map(({ name }) => name)])}`;
  for await (const { documents, known } of batches) {
    yield csvLines(documents.map((record) => columns.map((field) => cellOf(field, record, known))));
  }
}

function sheetOf({ name, columns, batches }: RecordsToWrite) {
  async function* rows() {
    for await (const { documents, known } of batches) {
      yield documents.map((record) => columns.map((field) => sheetCell(field, record, known)));
    }
  }
  // Some 7 pixels of a screen are a character of a sheet.
  const headings = columns.map((field) => ({
    name: field.name,
    width: Math.round(field.width / 7),
  }));
  return workbookOf({ name, columns: headings, rows: rows() });
}

function sheetCell(field: StoredField, record: ExportedRecord, known: Known): CellValue {
  const value = valueIn(record.data, field.key);
  if (typeof value === 'boolean') return value;
  if (field.type === 'date' && typeof value === 'string') return { day: value };
  return cellOf(field, record, known);
}

async function* objectsOf({ columns, batches }: RecordsToWrite) {
  const names = columns.map(({ name, key }) =>
    columns.filter((one) => one.name === name).length > 1 ? key : name,
  );
  for await (const { documents, known } of batches) {
    yield documents.map(({ data }) =>
      Object.fromEntries(
        columns.map((field, at) => [names[at], jsonValue(field, valueIn(data, field.key), known)]),
      ),
    );
  }
}
