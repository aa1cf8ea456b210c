import { AppError, invalid } from '@/lib/errors';
import type { Clock } from '../formulas/node';
import { FormulaProblem, maxLetters } from '../formulas/problem';
import { resolveFormulas, treeAmong, withIds, withNames } from '../formulas/resolve';
import { designedType, isFormula } from './computed';
import type { FieldOptions, FieldType, StoredField } from './shapes';

interface Wanted {
  type: FieldType;
  options: FieldOptions;
  /** Of a field that is there already: a formula may not name itself. */
  id?: string;
}

/**
 * Options with the formula as it is stored: its fields by their ids, so that they may be renamed. Throws
 * `invalid` for one that cannot be worked out among these fields.
 */
export function storedFormula(fields: readonly StoredField[], { type, options, id }: Wanted) {
  if (type !== 'formula') return options;
  const { formula = '' } = options;
  try {
    // As it is written: stored by ids, it is longer.
    if (withNames(formula, fields).length > maxLetters) {
      throw invalid('options.formula', `A formula has at most ${maxLetters} characters.`);
    }
    treeAmong(formula, fields, id);
    return { ...options, formula: withIds(formula, fields) };
  } catch (error) {
    if (error instanceof FormulaProblem) throw invalid('options.formula', error.message);
    throw error;
  }
}

/** A field as it is stored, of one that was loaded. */
export function designOfField({ formula: _, ...field }: StoredField): StoredField {
  if (!isFormula(field)) return field;
  const { currency, decimals, ...own } = field.options;
  // A currency is never its own, and then neither are the digits.
  const options = currency === undefined ? field.options : own;
  return { ...field, type: designedType(field), options, locked: false };
}

const anyClock: Clock = { now: new Date(0), timeZone: 'UTC' };

/** Throws `conflict`, naming them, when formulas that could be worked out cannot be any more. */
export function refuseBroken(
  { name }: Pick<StoredField, 'name'>,
  { before, after }: { before: readonly StoredField[]; after: readonly StoredField[] },
) {
  const worked = new Set(before.flatMap(({ id, formula }) => (formula?.tree ? [id] : [])));
  const broken = resolveFormulas(after.map(designOfField), anyClock).filter(
    ({ id, formula }) => worked.has(id) && formula?.tree === null,
  );
  if (broken.length === 0) return;
  const names = broken.map((one) => `“${one.name}”`).join(', ');
  throw new AppError('conflict', `${name} is used by the formula of ${names}. Change that first.`);
}

/** The same field once its formula is read among the others. */
export function resolvedAmong(fields: readonly StoredField[], field: StoredField, clock: Clock) {
  const all = [...fields.filter(({ id }) => id !== field.id), field].map(designOfField);
  return resolveFormulas(all, clock).find(({ id }) => id === field.id) ?? field;
}
