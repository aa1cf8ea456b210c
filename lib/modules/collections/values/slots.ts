import { slots } from '@/db/schema/tenant/collections';
import type { FieldType, StoredField } from '../fields/shapes';
import { wellFormed } from './texts';
import type { Value } from './value';

export type SlotKind = keyof typeof slots;
export type Slot = (typeof slots)[SlotKind][number];
type SlotValue = string | number | null;

const kinds: Record<FieldType, SlotKind | null> = {
  text: 'text',
  long_text: null,
  number: 'number',
  date: 'time',
  boolean: 'integer',
  select: 'text',
  email: 'text',
  url: 'text',
  person: 'text',
};

/** Which columns can hold the sortable copy of a type; null for a type that is never sorted. */
export const slotKind = (type: FieldType) => kinds[type];

/** Longest text a text slot holds, characters; longer values agree with it in their first part. */
export const slotTextLength = 200;

/** The first free column for a type among those the other fields use; null when all are taken. */
export function freeSlot(type: FieldType, used: ReadonlySet<string>): Slot | null {
  const kind = slotKind(type);
  if (!kind) return null;
  return slots[kind].find((slot) => !used.has(slot)) ?? null;
}

/** The sortable copy of a value: what its slot column holds. */
export function slotValue(field: Pick<StoredField, 'type' | 'options'>, value: Value): SlotValue {
  if (value === null) return null;
  switch (field.type) {
    case 'number':
      return Number(value);
    case 'boolean':
      return value ? 1 : 0;
    case 'date':
      return `${value}T00:00:00Z`;
    case 'select':
      return choiceRank(field, String(value));
    case 'person':
      return String(value);
    default:
      return wellFormed(foldText(String(value)).slice(0, slotTextLength));
  }
}

/** Text as searches and text slots compare it. */
export const foldText = (text: string) => text.normalize('NFC').toLowerCase();

/** Orders choices as the field lists them, and still tells them apart. */
function choiceRank({ options }: Pick<StoredField, 'options'>, id: string): string | null {
  const index = options.choices?.findIndex((choice) => choice.id === id) ?? -1;
  return index < 0 ? null : `${String(index).padStart(3, '0')}:${id}`;
}
