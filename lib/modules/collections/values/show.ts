import type { Value } from '@/lib/fields/value';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import type { Known } from './value';

type Shown = Pick<StoredField, 'type' | 'options'>;

/** A stored value as a person reads it: the name of a choice or member, yes or no. */
export const showValue = (field: Shown, value: Value, known: Known): string =>
  value === null ? '' : ruleOf(field.type).show(value, field, known);

/** As a cell of a spreadsheet: what is a number there stays one. */
export function cellValue(field: Shown, value: Value, known: Known): string | number {
  if (value === null) return '';
  const rule = ruleOf(field.type);
  return rule.cell ? rule.cell(value) : rule.show(value, field, known);
}

/** As JSON for other programs: names instead of our ids. */
export function jsonValue(field: Shown, value: Value, known: Known): unknown {
  if (value === null) return null;
  const { json, exportsName } = ruleOf(field.type);
  if (json) return json(value, field, known);
  return exportsName ? showValue(field, value, known) : value;
}

/** The value of a field in a record's document. */
export const valueIn = (data: Record<string, unknown>, key: string): Value =>
  Object.hasOwn(data, key) ? ((data[key] as Value | undefined) ?? null) : null;
