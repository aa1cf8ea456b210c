import { foldText, slotTextLength, wellFormed } from '@/lib/fields/fold';
import type { SlotRule } from './field-type';

/** Texts that differ in case only count as one. */
export const foldedSame = (value: unknown): string => foldText(String(value));

/** Text in lower case, the first part of it. */
export const foldedSlot: SlotRule = {
  kind: 'text',
  value: (value) => wellFormed(foldText(String(value)).slice(0, slotTextLength)),
  document: 'folded',
};
