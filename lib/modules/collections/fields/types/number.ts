import { parseNumber } from '../../values/numbers';
import type { FieldTypeRule } from './field-type';
import { definedOf } from './options';
import { operatorSets } from './rules';

export const number: FieldTypeRule = {
  name: 'Number',
  help: 'Whole or decimal, with bounds if you like',
  parse: (raw, side) => parseNumber(side, raw),
  show: String,
  schema: ({ options: { min, max } }) => ({
    type: 'number',
    ...definedOf({ minimum: min, maximum: max }),
  }),
  slot: { kind: 'number', value: Number, document: 'number' },
  operators: operatorSets.ordered,
  // Bounds restrict what is stored, not what can be asked for.
  operand: (raw) => parseNumber({ options: {} }, raw),
  words: String,
  keepOptions: ({ min, max, decimals }) => definedOf({ min, max, decimals }),
  checkOptions: ({ min, max }) =>
    min !== undefined && max !== undefined && min > max
      ? { path: 'max', message: 'The largest number is below the smallest.' }
      : null,
  cell: Number,
  guess: ({ values, texts }) =>
    // Numbers with a leading zero, and very long ones, are codes.
    !texts.some((one) => /^[+-]?0\d/.test(one) || /\d{16}/.test(one)) &&
    values.every((value) => parseNumber({ options: {} }, value).ok),
};
