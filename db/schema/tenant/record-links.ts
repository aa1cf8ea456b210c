import { foreignKey, index, uuid } from 'drizzle-orm/pg-core';
import { tenantTable } from '../table';
import { fields, records } from './collections';

/**
 * Who holds each value of the fields that allow each only once. The id is made of field and value, so
 * that the primary key refuses a second holder. Kept by a trigger on `records`, never written by hand.
 */
export const uniqueKeys = tenantTable(
  'unique_keys',
  { recordId: uuid('record_id').notNull() },
  (t) => [
    index('unique_keys_record').on(t.tenantId, t.recordId),
    foreignKey({
      name: 'unique_keys_record_fk',
      columns: [t.tenantId, t.recordId],
      foreignColumns: [records.tenantId, records.id],
    }).onDelete('cascade'),
  ],
);

/**
 * Which record names which in a relation field: the way back from a target. The order and the truth
 * stand in the document; a trigger on `records` keeps these beside it.
 */
export const recordLinks = tenantTable(
  'record_links',
  {
    fieldId: uuid('field_id').notNull(),
    recordId: uuid('record_id').notNull(),
    targetId: uuid('target_id').notNull(),
  },
  (t) => [
    index('record_links_record').on(t.tenantId, t.recordId),
    index('record_links_target').on(t.tenantId, t.targetId, t.fieldId, t.recordId),
    foreignKey({
      name: 'record_links_field_fk',
      columns: [t.tenantId, t.fieldId],
      foreignColumns: [fields.tenantId, fields.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'record_links_record_fk',
      columns: [t.tenantId, t.recordId],
      foreignColumns: [records.tenantId, records.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'record_links_target_fk',
      columns: [t.tenantId, t.targetId],
      foreignColumns: [records.tenantId, records.id],
    }).onDelete('cascade'),
  ],
);
