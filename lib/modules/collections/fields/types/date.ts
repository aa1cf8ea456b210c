import { parseDate } from '@/lib/fields/dates';
import type { FieldTypeRule } from './field-type';
import { checkDays, dayOptions, outOfDays } from './options';

export const date: FieldTypeRule = {
  name: 'Date',
  help: 'A day, without a time',
  parse: (raw) => parseDate(raw),
  check: (value, side) => outOfDays(side, String(value)),
  same: String,
  moving: { word: 'today', label: 'The day on which the record is added' },
  titles: true,
  keepOptions: dayOptions,
  checkOptions: checkDays,
  show: String,
  schema: () => ({ type: 'string', format: 'date' }),
  slot: { kind: 'time', value: (day) => `${day}T00:00:00Z`, document: 'day' },
  words: String,
  guess: ({ values }) => values.every((value) => parseDate(value).ok),
};
