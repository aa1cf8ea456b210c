import type { StoredField } from '../fields/shapes';
import { showValue, valueIn } from './show';
import { foldText, slotValue } from './slots';
import { wellFormed } from './texts';
import type { PeopleIndex, Value } from './value';

export type Data = Record<string, Value>;

/** Longest search text kept of one record, characters. */
const searchLength = 10_000;

/** What the columns of a record hold for its document: the slots by name, and the search text. */
export function columnsOf(fields: readonly StoredField[], data: Data, people: PeopleIndex) {
  const slots: Record<string, string | number | null> = {};
  const words: string[] = [];
  for (const field of fields) {
    const value = valueIn(data, field.key);
    if (field.slot) slots[field.slot] = slotValue(field, value);
    if (value !== null && field.type !== 'boolean' && field.type !== 'person') {
      words.push(showValue(field, value, people));
    }
  }
  return { slots, searchText: wellFormed(foldText(words.join('\n')).slice(0, searchLength)) };
}
