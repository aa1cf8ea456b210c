import { slots } from '@/db/schema/tenant/collections';
import type { Value } from '@/lib/fields/value';
import type { FieldType, StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import type { SlotValue } from '../fields/types/field-type';

export type SlotKind = keyof typeof slots;
export type Slot = (typeof slots)[SlotKind][number];

/** Which columns can hold the sortable copy of a type; null for a type that is never sorted. */
export const slotKind = (type: FieldType): SlotKind | null => ruleOf(type).slot?.kind ?? null;

/** The first free column for a type among those the other fields use; null when all are taken. */
export function freeSlot(type: FieldType, used: ReadonlySet<string>): Slot | null {
  const kind = slotKind(type);
  if (!kind) return null;
  return slots[kind].find((slot) => !used.has(slot)) ?? null;
}

/** The columns of a record that hold copies of these fields' values. */
export const slotsOf = (fields: readonly Pick<StoredField, 'slot'>[]): Slot[] =>
  fields.flatMap(({ slot }) => (slot ? [slot as Slot] : []));

/** The sortable copy of a value: what its slot column holds. */
export const slotValue = (field: Pick<StoredField, 'type' | 'options'>, value: Value): SlotValue =>
  value === null ? null : (ruleOf(field.type).slot?.value(value, field) ?? null);
