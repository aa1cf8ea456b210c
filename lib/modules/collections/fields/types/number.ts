import { parseNumber } from '@/lib/fields/numbers';
import type { FieldTypeRule } from './field-type';
import { definedOf } from './options';

export const number: FieldTypeRule = {
  name: 'Number',
  help: 'Whole or decimal, with bounds if you like',
  parse: (raw) => parseNumber(raw),
  check: (value, { options: { min, max } }) =>
    min !== undefined && Number(value) < min
      ? `must be at least ${min}`
      : max !== undefined && Number(value) > max
        ? `must be at most ${max}`
        : undefined,
  show: String,
  schema: ({ options: { min, max } }) => ({
    type: 'number',
    ...definedOf({ minimum: min, maximum: max }),
  }),
  same: String,
  titles: true,
  slot: { kind: 'number', value: Number, document: 'number' },
  words: String,
  keepOptions: ({ min, max, decimals, message }) =>
    definedOf({ min, max, decimals, message: message || undefined }),
  checkOptions: ({ min, max }) =>
    min !== undefined && max !== undefined && min > max
      ? { path: 'max', message: 'The largest number is below the smallest.' }
      : null,
  cell: Number,
  guess: ({ values, texts }) =>
    // Numbers with a leading zero, and very long whole ones, are codes.
    !texts.some((one) => /^[+-]?(0\d|\d{16})/.test(one)) &&
    values.every((value) => parseNumber(value).ok),
};
