import { parseEmail, parseText, parseUrl } from '@/lib/fields/texts';
import type { FieldTypeRule } from './field-type';
import { brokenLength, checkLengths, textOptions } from './options';
import { foldedSame, foldedSlot } from './rules';

// Syntax restricts what is stored, not what can be asked for: part of an address finds it.
const line = {
  show: String,
  slot: foldedSlot,
  operand: (raw) => parseText('text', raw),
  words: String,
  same: foldedSame,
  check: brokenLength,
  keepOptions: textOptions,
  checkOptions: checkLengths,
  titles: true,
} satisfies Partial<FieldTypeRule>;

export const email: FieldTypeRule = {
  ...line,
  name: 'E-mail',
  schema: () => ({ type: 'string', format: 'email', maxLength: 254 }),
  help: 'An address that is checked',
  parse: (raw) => parseEmail(raw),
  guess: ({ values }) => values.every((value) => parseEmail(value).ok),
};

export const url: FieldTypeRule = {
  ...line,
  name: 'Web address',
  schema: () => ({ type: 'string', format: 'uri', maxLength: 2_000 }),
  help: 'A link that opens in a new tab',
  parse: (raw) => parseUrl(raw),
  guess: ({ values, texts }) =>
    texts.every((one) => /^https?:\/\//i.test(one)) && values.every((value) => parseUrl(value).ok),
};
