import { sql } from 'drizzle-orm';
import { bigint, index, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, tenantTable } from '../table';

/** A stored file; its bytes lie at `tenants/{tenantId}/{id}` in the file store. */
export const files = tenantTable(
  'files',
  {
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    digest: text('digest'),
    purpose: text('purpose').notNull(),
    state: text('state', { enum: ['pending', 'ready', 'deleted'] })
      .notNull()
      .default('pending'),
    /** Of an attachment: the field it was uploaded for, and what holds or held it. */
    fieldId: uuid('field_id'),
    recordId: uuid('record_id'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    /** When it may be swept; null while something holds it. */
    expiresAt: instant('expires_at'),
  },
  (t) => [
    index('files_state').on(t.tenantId, t.state, t.createdAt),
    index('files_field').on(t.tenantId, t.fieldId).where(sql`field_id is not null`),
    index('files_record').on(t.tenantId, t.recordId).where(sql`record_id is not null`),
    index('files_expiry').on(t.tenantId, t.expiresAt).where(sql`expires_at is not null`),
  ],
);
