import { choiceNamed, parseChoice } from '@/lib/fields/choices';
import { accept, type Parsed } from '@/lib/fields/value';
import { keepChoice, keepChoices } from '../../values/choices';
import type { FieldTypeRule, SlotRule } from './field-type';
import { checkChoices, choiceSchema, otherChoices, rankOf, storedChoices } from './options';

const slot: SlotRule = {
  kind: 'text',
  // Orders choices as the field lists them, and still tells them apart.
  value: (id, side) => rankOf(side, String(id)),
  document: 'exact',
};

export const select: FieldTypeRule = {
  name: 'Select',
  help: 'One of a list of options',
  parse: (raw, side) => parseChoice(side, raw),
  show: (id, side) => choiceNamed(side, String(id)),
  schema: choiceSchema,
  slot,
  words: (id, side) => choiceNamed(side, String(id)),
  same: String,
  choicesIn: (text) => [text],
  keepOptions: storedChoices,
  checkOptions: checkChoices,
  rewrites: otherChoices,
  convert(id, from, to): Parsed | undefined {
    if (to.type === 'multi_select') return keepChoices(from, to, [String(id)]);
    if (to.type !== 'select') return undefined;
    const kept = keepChoice(from, to, String(id));
    return typeof kept === 'string' ? accept(kept) : kept;
  },
  exportsName: true,
  guess: ({ texts }) => {
    const names = new Set(texts.map((one) => one.toLowerCase()));
    return names.size <= 12 && texts.length >= names.size * 5 && texts.every(isShort);
  },
};

const isShort = (text: string) => text.length <= 40;
