import { refuse } from '@/lib/fields/value';
import type { FieldTypeRule } from './field-type';
import { definedOf } from './options';

/** As it is designed. Where records are read, a formula is a field of the type that it comes to. */
export const formula: FieldTypeRule = {
  name: 'Formula',
  help: 'Worked out of other fields of the same record',
  parse: () => refuse('is worked out and cannot be written'),
  show: String,
  schema: () => ({ type: 'string', description: 'Read only' }),
  slot: null,
  readOnly: true,
  keepOptions: ({ formula: text, linkLabel, decimals }) =>
    definedOf({ formula: text, linkLabel, decimals }),
  checkOptions: ({ formula: text }) =>
    text ? null : { path: 'formula', message: 'Write a formula, such as 1 + 1.' },
};
