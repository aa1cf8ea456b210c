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
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    expiresAt: instant('expires_at'),
  },
  (t) => [index('files_state').on(t.tenantId, t.state, t.createdAt)],
);
