import { foldText, slotTextLength, wellFormed } from '../../values/fold';
import type { Operator } from '../../view/operators';
import type { SlotRule } from './field-type';

const empties = ['is_empty', 'is_not_empty'] as const;

/** Conditions by what kind of value they suit. */
export const operatorSets = {
  lines: ['contains', 'not_contains', 'equals', 'not_equals', 'one_of', ...empties],
  prose: ['contains', 'not_contains', ...empties],
  ordered: ['equals', 'not_equals', 'lt', 'lte', 'gt', 'gte', 'between', ...empties, 'one_of'],
  yesNo: ['equals', 'not_equals', ...empties],
  moments: ['lt', 'lte', 'gt', 'gte', 'between', ...empties],
  picked: ['equals', 'not_equals', 'one_of', 'none_of', ...empties],
  files: ['contains', 'not_contains', ...empties],
  lists: ['one_of', 'all_of', 'none_of', ...empties],
} satisfies Record<string, Operator[]>;

/** Texts that differ in case only count as one. */
export const foldedSame = (value: unknown): string => foldText(String(value));

/** Text in lower case, the first part of it. */
export const foldedSlot: SlotRule = {
  kind: 'text',
  value: (value) => wellFormed(foldText(String(value)).slice(0, slotTextLength)),
  document: 'folded',
};
