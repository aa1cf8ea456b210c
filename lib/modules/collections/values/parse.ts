import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { accept, type Known, type Parsed, refuse } from './value';

type Parsable = Pick<StoredField, 'type' | 'options'>;

/**
 * The one check of a field's value, for forms, grid, API and imports alike: takes what a person or
 * a file wrote and answers the value to store, or why not, as words that follow the field's name.
 */
export const parseValue = (field: Parsable, raw: unknown, known: Known): Parsed =>
  raw === null || raw === undefined ? accept(null) : ruleOf(field.type).parse(raw, field, known);

/** As `parseValue`, and a required field refuses to be empty. */
export function parseField(
  field: Parsable & Pick<StoredField, 'required'>,
  raw: unknown,
  known: Known,
): Parsed {
  const parsed = parseValue(field, raw, known);
  return parsed.ok && parsed.value === null && field.required
    ? refuse('must not be empty')
    : parsed;
}
