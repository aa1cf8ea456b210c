import { choiceNamed, parseChoices } from '@/lib/fields/choices';
import { accept, refuse } from '@/lib/fields/value';
import { keepChoices } from '../../values/choices';
import type { FieldTypeRule } from './field-type';
import { checkChoices, choiceSchema, otherChoices, rankOf, storedChoices } from './options';

/** Choices of one value that its slot holds: an entry of its index takes no more. */
export const rankedChoices = 60;

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

export const multiSelect: FieldTypeRule = {
  name: 'Multi-select',
  help: 'Several of a list of options',
  parse: (raw, side) => parseChoices(side, raw),
  show: (ids, side) =>
    idsIn(ids)
      .map((id) => choiceNamed(side, id))
      .filter(Boolean)
      .join(', '),
  schema: (side) => ({ type: 'array', items: choiceSchema(side), uniqueItems: true }),
  slot: {
    kind: 'text',
    value: (ids, side) =>
      idsIn(ids)
        .slice(0, rankedChoices)
        .flatMap((id) => rankOf(side, id) ?? [])
        .join('|') || null,
    document: 'exact',
  },
  operand: (raw, side) => parseChoices(side, [raw]),
  words: (ids, side) =>
    idsIn(ids)
      .map((id) => choiceNamed(side, id))
      .join('\n'),
  choicesIn: (text) =>
    text
      .split(/[,;\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
  keepOptions: storedChoices,
  checkOptions: checkChoices,
  rewrites: otherChoices,
  convert(ids, from, to) {
    if (to.type === 'multi_select') return keepChoices(from, to, idsIn(ids));
    if (to.type !== 'select') return undefined;
    const [only, ...more] = idsIn(ids);
    if (only === undefined || more.length > 0) return refuse('has several options');
    const kept = keepChoices(from, to, [only]);
    return kept.ok && Array.isArray(kept.value) ? accept(kept.value[0] ?? null) : kept;
  },
  lists: true,
  exportsName: true,
};
