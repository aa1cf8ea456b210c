import { foreignKey, index, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, tenantTable } from '../table';
import { records } from './collections';

/** What people say about a record. A mention stands in the text as `@[user id]`. */
export const recordComments = tenantTable(
  'record_comments',
  {
    recordId: uuid('record_id').notNull(),
    body: text('body').notNull(),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    editedAt: instant('edited_at'),
  },
  (t) => [
    index('record_comments_record').on(t.tenantId, t.recordId, t.createdAt),
    index('record_comments_recent').on(t.tenantId, t.createdAt),
    foreignKey({
      name: 'record_comments_record_fk',
      columns: [t.tenantId, t.recordId],
      foreignColumns: [records.tenantId, records.id],
    }).onDelete('cascade'),
  ],
);
