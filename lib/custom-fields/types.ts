import { choiceNamed, parseChoice, parseChoices } from '../fields/choices';
import { parseDate } from '../fields/dates';
import { parseBoolean, parseNumber } from '../fields/numbers';
import { parseEmail, parseText, parseUrl } from '../fields/texts';
import { accept, type Parsed, refuse, type Value } from '../fields/value';
import type { CustomField, CustomFieldType } from './shapes';

type Typed = Pick<CustomField, 'type' | 'choices'>;

interface TypeRule {
  /** What somebody wrote, as the value to store. */
  parse(raw: unknown, field: Typed): Parsed;
  /** As a person reads it, where that is not the value itself. */
  show?(value: NonNullable<Value>, field: Typed): string;
}

const withOptions = ({ choices }: Typed) => ({ options: { choices } });

/** Every type of field; a new one is a line here, one in the schema and one in `ui/`. */
const rules: Record<CustomFieldType, TypeRule> = {
  text: { parse: (raw) => parseText('text', raw) },
  long_text: { parse: (raw) => parseText('long_text', raw) },
  number: { parse: parseNumber },
  date: { parse: parseDate },
  boolean: { parse: parseBoolean, show: (value) => (value ? 'yes' : 'no') },
  select: {
    parse: (raw, field) => parseChoice(withOptions(field), raw),
    show: (id, field) => choiceNamed(withOptions(field), String(id)),
  },
  multi_select: {
    parse: (raw, field) => parseChoices(withOptions(field), raw),
    show: (ids, field) =>
      (Array.isArray(ids) ? ids : [])
        .map((id) => choiceNamed(withOptions(field), id))
        .filter(Boolean)
        .join(', '),
  },
  email: { parse: parseEmail },
  url: { parse: parseUrl },
};

export const hasChoices = (type: CustomFieldType) => type === 'select' || type === 'multi_select';

/** The value to store of what somebody wrote, or why not. */
export function parseValue(field: Typed & Pick<CustomField, 'required'>, raw: unknown): Parsed {
  const parsed =
    raw === null || raw === undefined ? accept(null) : rules[field.type].parse(raw, field);
  return parsed.ok && parsed.value === null && field.required
    ? refuse('must not be empty')
    : parsed;
}

/** A stored value as a person reads it; nothing for none. */
export const showValue = (field: Typed, value: Value): string =>
  value === null ? '' : (rules[field.type].show?.(value, field) ?? String(value));

/** What a document holds in a field. */
export const valueIn = (data: Readonly<Record<string, unknown>>, key: string): Value =>
  Object.hasOwn(data, key) ? ((data[key] as Value | undefined) ?? null) : null;
