import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import { freeSlot, type Slot } from '../values/slots';
import type { FieldType, StoredField } from './shapes';

/** A free slot for a type in this collection, or null when the field must do without one. */
export const slotFor = (type: FieldType, fields: readonly StoredField[]): Slot | null =>
  freeSlot(type, new Set(fields.flatMap((field) => (field.slot ? [field.slot] : []))));

/** Empties a slot of what a field that left it behind stored there. */
export async function clearSlot(db: TenantDb, collectionId: string, slot: Slot) {
  await db
    .update(records)
    .set({ [slot]: sql`null` })
    .where(and(eq(records.collectionId, collectionId), isNotNull(records[slot])));
}
