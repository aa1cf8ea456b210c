import { AppError, type FieldErrors } from '@/lib/errors';
import type { StoredField } from '../fields/shapes';
import { parseField, sentenceOf } from '../values/parse';
import type { Data } from '../values/row';
import type { Known } from '../values/value';

type Raw = Record<string, unknown>;

export interface Checked {
  data: Data;
  /** Why a value was refused, by field key, as a whole sentence. */
  errors: Map<string, string>;
}

/** Checks the given values only; those of no field are refused by name. */
export function checkValues(fields: readonly StoredField[], raw: Raw, known: Known): Checked {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const data: Data = {};
  const errors = new Map<string, string>();
  for (const [key, value] of Object.entries(raw)) {
    const field = byKey.get(key);
    if (!field) {
      errors.set(key, `There is no field ${key}.`);
      continue;
    }
    const parsed = parseField(field, value, known);
    if (parsed.ok) data[key] = parsed.value;
    else errors.set(key, sentenceOf(field, parsed));
  }
  return { data, errors };
}

/** As `checkValues` for a whole new record: required fields that were left out are refused too. */
export function checkRecord(fields: readonly StoredField[], raw: Raw, known: Known): Checked {
  const absent = fields.filter(({ key, required }) => required && !Object.hasOwn(raw, key));
  const whole = { ...raw, ...Object.fromEntries(absent.map(({ key }) => [key, null])) };
  const checked = checkValues(fields, whole, known);
  for (const key of Object.keys(checked.data)) {
    if (checked.data[key] === null) delete checked.data[key];
  }
  return checked;
}

/** Throws `invalid` with every message, each under the input path of its value. */
export function refuseErrors(errors: ReadonlyMap<string, string>, path: string) {
  const [first] = errors.values();
  if (first === undefined) return;
  const fields: FieldErrors = {};
  for (const [key, message] of errors) fields[`${path}.${key}`] = message;
  throw new AppError('invalid', first, { fields });
}
