import { parseText } from '../../values/texts';
import type { FieldTypeRule } from './field-type';
import { foldedSlot, operatorSets } from './rules';

export const text: FieldTypeRule = {
  name: 'Text',
  help: 'One line, up to 1,000 characters',
  parse: (raw) => parseText('text', raw),
  show: String,
  schema: () => ({ type: 'string', maxLength: 1_000 }),
  slot: foldedSlot,
  operators: operatorSets.lines,
  words: String,
  entering: (long) => ({
    text: long.replace(/\s*[\r\n]+\s*/g, ' '),
    dropped: /[\r\n]/.test(long.trim()) ? 'its line breaks' : undefined,
  }),
};
