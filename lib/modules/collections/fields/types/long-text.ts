import { parseText } from '../../values/texts';
import type { FieldTypeRule } from './field-type';
import { operatorSets } from './rules';

export const longText: FieldTypeRule = {
  name: 'Long text',
  help: 'Several lines, up to 20,000 characters',
  parse: (raw) => parseText('long_text', raw),
  show: String,
  schema: () => ({ type: 'string', maxLength: 20_000 }),
  slot: null,
  operators: operatorSets.prose,
  words: String,
};
