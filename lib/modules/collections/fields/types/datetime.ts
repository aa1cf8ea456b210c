import { acceptWithout } from '@/lib/fields/value';
import { parseInstant, showInstant } from '../../values/instants';
import type { FieldTypeRule } from './field-type';
import { checkDays, dayOptions, outOfDays } from './options';

export const datetime: FieldTypeRule = {
  name: 'Date and time',
  help: 'A moment, shown on the clock of who reads it',
  parse: (raw, _side, { timeZone }) => parseInstant(raw, timeZone),
  check: (value, side, { timeZone }) =>
    outOfDays(side, showInstant(String(value), timeZone).slice(0, 10)),
  same: String,
  moving: { word: 'now', label: 'The moment at which the record is added' },
  keepOptions: dayOptions,
  checkOptions: checkDays,
  show: (value, _side, { timeZone }) => showInstant(String(value), timeZone),
  schema: () => ({ type: 'string', format: 'date-time' }),
  slot: { kind: 'time', value: String, document: 'instant' },
  convert(value, _from, to, { timeZone }) {
    if (to.type !== 'date') return undefined;
    const [day = '', time] = showInstant(String(value), timeZone).split(' ');
    return acceptWithout(day, time === '00:00' ? undefined : 'its time of day');
  },
  guess: ({ values, texts }) =>
    texts.some(
      (one) => /\d:\d{2}/.test(one) && !/[T ]0?0:00(:00(\.0+)?)?(Z|[+-]\d\d:?\d\d)?$/i.test(one),
    ) && values.every((value) => parseInstant(value, 'UTC').ok),
};
