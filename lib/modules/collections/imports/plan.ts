import type { ImportColumn, ImportError } from '@/db/schema/tenant/collections';
import { invalid } from '@/lib/errors';
import { type Parsed, refuse } from '@/lib/fields/value';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { lockedWord } from '../records/check';
import { CellError } from '../spreadsheets/sheet';
import { parseValue, sentenceOf } from '../values/parse';
import type { Data } from '../values/row';
import type { Known } from '../values/value';
import type { SourceRow } from './source-row';

/** Which field each column of the file fills; null for a column that is left out. */
export interface ImportPlan {
  targets: (StoredField | null)[];
}

export interface ReadRow {
  row: number;
  data: Data;
  errors: Omit<ImportError, 'row'>[];
}

/** Throws `invalid` for a column that points to a field twice taken or gone. */
export function planImport(
  columns: readonly ImportColumn[],
  fields: readonly StoredField[],
): ImportPlan {
  const byId = new Map(fields.map((field) => [field.id, field]));
  const taken = new Set<string>();
  const targets = columns.map(({ name, target }, index) => {
    if (target.kind === 'skip') return null;
    if (target.kind === 'new') refuseFiles(target, index);
    if (target.kind === 'new') return futureField(target, index);
    const field = byId.get(target.fieldId);
    if (!field) throw invalid(`columns.${index}`, `${name} points to a field that does not exist.`);
    refuseFiles(field, index);
    if (taken.has(field.id)) {
      throw invalid(`columns.${index}`, `Two columns fill ${field.name}. Leave one out.`);
    }
    if (field.locked) throw invalid(`columns.${index}`, `${lockedWord(field)} Leave it out.`);
    taken.add(field.id);
    return field;
  });
  if (targets.every((target) => target === null)) {
    throw invalid('columns', 'Every column is left out. Choose a field for at least one.');
  }
  return { targets };
}

function refuseFiles({ name, type }: Pick<StoredField, 'name' | 'type'>, index: number) {
  if (ruleOf(type).names !== 'files') return;
  throw invalid(
    `columns.${index}`,
    `${name} holds files, which cannot be imported. Leave the column out and add the files to the records.`,
  );
}

// The choices of a new field are taken from the file, so any text will do.
const futureField = (
  { name, type }: { name: string; type: StoredField['type'] },
  index: number,
): StoredField => ({
  id: `new-${index}`,
  key: `new-${index}`,
  name,
  type: ruleOf(type).choicesIn ? 'text' : type,
  options: {},
  required: false,
  unique: false,
  default: null,
  position: index,
  width: 180,
  slot: null,
});

/**
 * Reads one row of the file by the same rules as a form: the values of its fields, null for an empty
 * cell, and what is wrong with them. Whether a value is missing is for whoever knows the record.
 */
export function readRow(source: SourceRow, plan: ImportPlan, known: Known): ReadRow {
  const { row } = source;
  const read: ReadRow = { row, data: {}, errors: [] };
  if ('broken' in source) {
    read.errors.push({ field: null, message: `The row ${source.broken}.` });
    return read;
  }
  plan.targets.forEach((field, index) => {
    if (!field) return;
    const parsed = readCell(field, source.cells[index], known);
    if (parsed.ok) read.data[field.key] = parsed.value;
    else read.errors.push({ field: field.name, message: sentenceOf(field, parsed) });
  });
  return read;
}

function readCell(field: StoredField, cell: unknown, known: Known): Parsed {
  if (cell instanceof CellError) return refuse(`is the error ${cell.code}`);
  return parseValue(field, cell === '' ? null : cell, known);
}
