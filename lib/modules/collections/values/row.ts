import { foldText, wellFormed } from '@/lib/fields/fold';
import type { Value } from '@/lib/fields/value';
import { isComputed } from '../fields/computed';
import { ruleOf } from '../fields/types';
import type { SlotValue } from '../fields/types/field-type';
import type { Design } from '../rules/fields';
import { valueIn } from './show';
import { slotValue } from './slots';
import { uniqueKeysOf } from './unique';

export type Data = Record<string, Value>;

/** Longest search text kept of one record, characters. */
const searchLength = 10_000;

/** What the columns of a record hold for its document: slots by name, claimed values, search text. */
export function columnsOf(fields: Design, data: Data) {
  const slots: Record<string, SlotValue> = {};
  const words: string[] = [];
  for (const field of fields) {
    if (isComputed(field)) continue;
    const value = valueIn(data, field.key);
    if (field.slot) slots[field.slot] = slotValue(field, value);
    const found = value === null ? undefined : ruleOf(field.type).words?.(value, field);
    if (found) words.push(found);
  }
  const uniqueKeys = uniqueKeysOf(fields, data);
  return {
    slots,
    uniqueKeys,
    searchText: wellFormed(foldText(words.join('\n')).slice(0, searchLength)),
  };
}
