import { parseText } from '@/lib/fields/texts';
import type { FieldTypeRule } from './field-type';
import { brokenLength, checkLengths, textOptions } from './options';
import { foldedSame, foldedSlot } from './rules';

export const text: FieldTypeRule = {
  name: 'Text',
  help: 'One line, up to 1,000 characters',
  parse: (raw) => parseText('text', raw),
  check: brokenLength,
  show: String,
  schema: () => ({ type: 'string', maxLength: 1_000 }),
  same: foldedSame,
  keepOptions: textOptions,
  checkOptions: checkLengths,
  slot: foldedSlot,
  words: String,
  entering: (long) => ({
    text: long.replace(/\s*[\r\n]+\s*/g, ' '),
    dropped: /[\r\n]/.test(long.trim()) ? 'its line breaks' : undefined,
  }),
};
