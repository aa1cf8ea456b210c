import { accept, type Parsed, refuse, refuseAs, type Value } from '@/lib/fields/value';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { matchesPattern } from './pattern';
import type { Known } from './value';

type Parsable = Pick<StoredField, 'type' | 'options'>;

/**
 * The one check of a field's value, for forms, grid, API and imports alike: takes what a person or
 * a file wrote and answers the value to store, or why not.
 */
export function parseValue(field: Parsable, raw: unknown, known: Known): Parsed {
  if (raw === null || raw === undefined) return accept(null);
  const parsed = ruleOf(field.type).parse(raw, field, known);
  if (!parsed.ok || parsed.value === null) return parsed;
  const broken = brokenRule(field, parsed.value, known);
  if (broken === undefined) return parsed;
  const { message } = field.options;
  return message ? refuseAs(message) : refuse(broken);
}

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

/** What is wrong with a value, as a sentence about its field. */
export const sentenceOf = ({ name }: Pick<StoredField, 'name'>, refusal: Refusal): string =>
  refusal.whole ? refusal.message : `${name} ${refusal.message}.`;

type Refusal = Extract<Parsed, { ok: false }>;

/** Which of the designer's rules a value breaks, as words that follow the field's name. */
function brokenRule(field: Parsable, value: NonNullable<Value>, known: Known) {
  const broken = ruleOf(field.type).check?.(value, field, known);
  if (broken !== undefined) return broken;
  const { pattern } = field.options;
  return pattern && !matchesPattern(pattern, String(value))
    ? 'has not the form that is asked for'
    : undefined;
}
