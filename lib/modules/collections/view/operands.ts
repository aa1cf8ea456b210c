import { parseDate } from '@/lib/fields/dates';
import { parseBoolean, parseNumber } from '@/lib/fields/numbers';
import type { Parsed } from '@/lib/fields/value';

import type { Field, FieldType } from '../fields/shapes';
import { parseMoney } from '../values/money';
import { isUuid } from '../values/uuid';
import type { Suits } from './fit';

type Reads = (value: unknown, field: Field) => boolean;

const read =
  (parse: (value: unknown) => Parsed): Reads =>
  (value) =>
    parse(value).ok;

const reads: Partial<Record<FieldType, Reads>> = {
  number: read(parseNumber),
  money: (value, field) => parseMoney(field, value).ok,
  boolean: read(parseBoolean),
  date: read(parseDate),
  datetime: read(parseDate),
  person: isUuid,
  relation: isUuid,
};

/**
 * Whether a field can be compared with the value of a filter: one that was given while the field was of
 * another type says nothing of it any more. Options are judged by their names.
 */
export const suitsFilter: Suits = (field, value) => {
  const suits = reads[field.type];
  if (!suits || value === undefined) return true;
  return [value].flat().every((one) => one === '' || suits(one, field));
};
