import { AppError, type FieldErrors } from '@/lib/errors';
import type { StoredField } from '../fields/shapes';
import type { LoadedCollection } from '../load';
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
    if (field.locked) {
      errors.set(key, lockedWord(field));
      continue;
    }
    const parsed = parseField(field, value, known);
    if (parsed.ok) data[key] = parsed.value;
    else errors.set(key, sentenceOf(field, parsed));
  }
  return { data, errors };
}

/** What is said to whoever may only read a field, and of what a formula fills in. */
export const lockedWord = ({ name, formula }: Pick<StoredField, 'name' | 'formula'>) =>
  formula
    ? `${name} is worked out and cannot be written.`
    : `${name} can only be read in your role.`;

/** Why the values that a person gave for a new record may not be theirs to give, by field key. */
const refusedKeys = (fields: readonly StoredField[], raw: Raw): Map<string, string> =>
  new Map(
    Object.keys(raw).flatMap((key): [string, string][] => {
      const field = fields.find((one) => one.key === key);
      if (!field) return [[key, `There is no field ${key}.`]];
      return field.locked ? [[key, lockedWord(field)]] : [];
    }),
  );

/**
 * A whole new record, by all fields of its collection: required ones that were left out are refused
 * too. Of a field that the person does not see, the refusal tells no name.
 */
export function checkNew(
  { design, fields }: Pick<LoadedCollection, 'design' | 'fields'>,
  { given, whole, known }: { given: Raw; whole: Raw; known: Known },
): Checked {
  const { data, errors: found } = checkRecord(design, whole, known);
  const errors = refusedKeys(fields, given);
  for (const [key, message] of found) {
    const seen = fields.some((field) => field.key === key);
    if (seen) errors.set(key, errors.get(key) ?? message);
    else if (!errors.has(key)) {
      errors.set('', 'This collection asks for a value that you may not give. Ask who designs it.');
    }
  }
  return { data, errors };
}

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
  for (const [key, message] of errors) fields[key ? `${path}.${key}` : path] = message;
  throw new AppError('invalid', first, { fields });
}
