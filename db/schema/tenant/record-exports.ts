import { bigint, foreignKey, index, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, tenantTable } from '../table';
import { collections } from './collections';

export const exportStates = ['queued', 'running', 'done', 'failed', 'expired'] as const;

/** Files of records that are made while nobody waits, and kept for a day; the id is the file's as well. */
export const recordExports = tenantTable(
  'record_exports',
  {
    collectionId: uuid('collection_id').notNull(),
    state: text('state', { enum: exportStates }).notNull().default('queued'),
    /** Which records and fields, in which order and format, as they were asked for. */
    request: jsonb('request').$type<Record<string, unknown>>().notNull(),
    fileName: text('file_name'),
    mediaType: text('media_type'),
    sizeBytes: bigint('size_bytes', { mode: 'number' }),
    rows: integer('rows'),
    message: text('message'),
    /** How far its maker saw when it was made; who sees less by now is not given it. */
    seen: jsonb('seen').$type<unknown[]>(),
    madeAt: instant('made_at'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    expiresAt: instant('expires_at'),
  },
  (t) => [
    index('record_exports_collection').on(t.tenantId, t.collectionId, t.createdAt),
    index('record_exports_maker').on(t.tenantId, t.createdBy, t.state),
    foreignKey({
      name: 'record_exports_collection_fk',
      columns: [t.tenantId, t.collectionId],
      foreignColumns: [collections.tenantId, collections.id],
    }).onDelete('cascade'),
  ],
);
