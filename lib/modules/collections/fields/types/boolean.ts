import { parseBoolean } from '@/lib/fields/numbers';
import { accept } from '@/lib/fields/value';
import type { FieldTypeRule } from './field-type';

export const boolean: FieldTypeRule = {
  name: 'Yes or no',
  help: 'A box to tick',
  parse: (raw) => parseBoolean(raw),
  show: (value) => (value ? 'yes' : 'no'),
  schema: () => ({ type: 'boolean' }),
  slot: { kind: 'integer', value: (value) => (value ? 1 : 0), document: 'yes_no' },
  convert: (value, _from, to) => (to.type === 'number' ? accept(value ? 1 : 0) : undefined),
  // 0 and 1 are numbers as long as nothing says yes or no.
  guess: ({ values, texts }) =>
    !texts.every((one) => /^[01ox]$/i.test(one)) && values.every((value) => parseBoolean(value).ok),
};
