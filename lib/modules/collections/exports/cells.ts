import type { StoredField } from '../fields/shapes';
import { cellValue, valueIn } from '../values/show';
import type { Known } from '../values/value';

/** A document with what its formulas came to, and why there is nothing where one could not be worked out. */
export interface ExportedRecord {
  data: Record<string, unknown>;
  problems: Readonly<Record<string, string>>;
}

/** As the English grid shows it. */
const failed = '#error';

/** One cell of a row: a value, or the word for what could not be worked out. */
export const cellOf = (
  field: StoredField,
  { data, problems }: ExportedRecord,
  known: Known,
): string | number =>
  Object.hasOwn(problems, field.key) ? failed : cellValue(field, valueIn(data, field.key), known);
