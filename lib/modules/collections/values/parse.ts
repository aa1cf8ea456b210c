import type { StoredField } from '../fields/shapes';
import { parseChoice, parsePerson } from './choices';
import { parseDate } from './dates';
import { parseBoolean, parseNumber } from './numbers';
import { parseEmail, parseText, parseUrl } from './texts';
import { accept, type Parsed, type PeopleIndex, refuse } from './value';

type Parsable = Pick<StoredField, 'type' | 'options'>;

/**
 * The one check of a field's value, for forms, grid, API and imports alike: takes what a person or
 * a file wrote and answers the value to store, or why not, as words that follow the field's name.
 */
export function parseValue(field: Parsable, raw: unknown, people: PeopleIndex): Parsed {
  if (raw === null || raw === undefined) return accept(null);
  switch (field.type) {
    case 'text':
    case 'long_text':
      return parseText(field.type, raw);
    case 'number':
      return parseNumber(field, raw);
    case 'date':
      return parseDate(raw);
    case 'boolean':
      return parseBoolean(raw);
    case 'select':
      return parseChoice(field, raw);
    case 'email':
      return parseEmail(raw);
    case 'url':
      return parseUrl(raw);
    case 'person':
      return parsePerson(people, raw);
  }
}

/** As `parseValue`, and a required field refuses to be empty. */
export function parseField(
  field: Parsable & Pick<StoredField, 'required'>,
  raw: unknown,
  people: PeopleIndex,
): Parsed {
  const parsed = parseValue(field, raw, people);
  return parsed.ok && parsed.value === null && field.required
    ? refuse('must not be empty')
    : parsed;
}
