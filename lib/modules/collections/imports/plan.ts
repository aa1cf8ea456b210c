import type { ImportColumn, ImportError } from '@/db/schema/tenant/collections';
import { invalid } from '@/lib/errors';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { CellError } from '../spreadsheets/sheet';
import { parseField } from '../values/parse';
import type { Data } from '../values/row';
import type { Known } from '../values/value';
import type { SourceRow } from './source-row';

/** Which field each column of the file fills; null for a column that is left out. */
export interface ImportPlan {
  targets: (StoredField | null)[];
  /** Required fields that no column fills. */
  missing: StoredField[];
}

/** A row as a record's document, or everything that is wrong with it. */
export type RowResult = { row: number; data: Data } | { row: number; errors: ImportError[] };

/** Throws `invalid` for a column that points to a field twice taken or gone. */
export function planImport(
  columns: readonly ImportColumn[],
  fields: readonly StoredField[],
): ImportPlan {
  const byId = new Map(fields.map((field) => [field.id, field]));
  const taken = new Set<string>();
  const targets = columns.map(({ name, target }, index) => {
    if (target.kind === 'skip') return null;
    if (target.kind === 'new') return futureField(target, index);
    const field = byId.get(target.fieldId);
    if (!field) throw invalid(`columns.${index}`, `${name} points to a field that does not exist.`);
    if (taken.has(field.id)) {
      throw invalid(`columns.${index}`, `Two columns fill ${field.name}. Leave one out.`);
    }
    taken.add(field.id);
    return field;
  });
  if (targets.every((target) => target === null)) {
    throw invalid('columns', 'Every column is left out. Choose a field for at least one.');
  }
  const missing = fields.filter(({ id, required }) => required && !taken.has(id));
  return { targets, missing };
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
  position: index,
  width: 180,
  slot: null,
});

/** Checks one row of the file by the same rules as a form. */
export function readRow(source: SourceRow, plan: ImportPlan, known: Known): RowResult {
  const { row } = source;
  if ('broken' in source) {
    return { row, errors: [{ row, field: null, message: `The row ${source.broken}.` }] };
  }
  const data: Data = {};
  const errors: ImportError[] = plan.missing.map(({ name }) => ({
    row,
    field: name,
    message: `${name} must not be empty.`,
  }));
  plan.targets.forEach((field, index) => {
    if (!field) return;
    const cell = source.cells[index];
    if (cell instanceof CellError) {
      errors.push({ row, field: field.name, message: `${field.name} is the error ${cell.code}.` });
      return;
    }
    const parsed = parseField(field, cell === '' ? null : cell, known);
    if (!parsed.ok) {
      errors.push({ row, field: field.name, message: `${field.name} ${parsed.message}.` });
    } else if (parsed.value !== null) data[field.key] = parsed.value;
  });
  return errors.length > 0 ? { row, errors } : { row, data };
}
