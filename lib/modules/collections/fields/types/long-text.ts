import { parseText } from '@/lib/fields/texts';
import type { FieldTypeRule } from './field-type';
import { brokenLength, checkLengths, textOptions } from './options';

export const longText: FieldTypeRule = {
  name: 'Long text',
  help: 'Several lines, up to 20,000 characters',
  parse: (raw) => parseText('long_text', raw),
  check: brokenLength,
  show: String,
  schema: () => ({ type: 'string', maxLength: 20_000 }),
  keepOptions: textOptions,
  checkOptions: checkLengths,
  titles: true,
  slot: null,
  words: String,
};
