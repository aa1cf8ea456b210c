import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { controlTenantTable, createdAt, instant } from '../table';

/** Random part of the key of a tenant's archives. Without the row none of them opens again. */
export const archiveKeys = controlTenantTable('archive_keys', {
  salt: text('salt').notNull(),
  createdAt: createdAt(),
});

export const archivePurposes = ['manual', 'scheduled', 'safety', 'export'] as const;

/** Rows and sums of one table in an archive. */
export interface ArchivedTableFact {
  name: string;
  rows: number;
  checksum: string;
}

/** Archives that exist, by the id of the operation that took them; the bytes lie in the file store. */
export const archives = controlTenantTable(
  'archives',
  {
    purpose: text('purpose', { enum: archivePurposes }).notNull(),
    keyId: uuid('key_id').notNull(),
    /** The moment that all of it shows. */
    takenAt: instant('taken_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    /** SHA-256 of the sealed bytes, hexadecimal. */
    digest: text('digest').notNull(),
    rows: bigint('rows', { mode: 'number' }).notNull(),
    files: integer('files').notNull(),
    fileBytes: bigint('file_bytes', { mode: 'number' }).notNull(),
    tables: jsonb('tables').$type<ArchivedTableFact[]>().notNull(),
    askedBy: uuid('asked_by'),
    askedByName: text('asked_by_name'),
    createdAt: createdAt(),
  },
  (t) => [
    check('archives_purpose', sql`purpose in ('manual', 'scheduled', 'safety', 'export')`),
    index('archives_taken').on(t.tenantId, t.takenAt),
    index('archives_expiry').on(t.expiresAt),
  ],
);

/** People who must not come back with an old archive. */
export const erasures = controlTenantTable(
  'erasures',
  { personId: uuid('person_id').notNull(), at: instant('at').notNull().defaultNow() },
  (t) => [index('erasures_person').on(t.tenantId, t.personId)],
);
