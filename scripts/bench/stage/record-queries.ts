import { asc, eq, sql } from 'drizzle-orm';
import { integer, jsonb, pgSchema, timestamp, uuid } from 'drizzle-orm/pg-core';
import { records } from '@/db/schema/tenant';
import { hot } from '@/db/tenant';

/** The seven columns of a record that every case reads. */
export const columns = {
  id: records.id,
  version: records.version,
  data: records.data,
  createdAt: records.createdAt,
  updatedAt: records.updatedAt,
  createdBy: records.createdBy,
  updatedBy: records.updatedBy,
};

const listSize = 50;

export const hotRecord = hot<{ id: string }>()((db) =>
  db
    .select(columns)
    .from(records)
    .where(eq(records.id, sql.placeholder('id')))
    .prepare('bench_record'),
);

export const hotList = hot<{ collectionId: string }>()((db) =>
  db
    .select(columns)
    .from(records)
    .where(eq(records.collectionId, sql.placeholder('collectionId')))
    .orderBy(asc(records.id))
    .limit(listSize)
    .prepare('bench_list'),
);

const named = 'id, version, data, created_at, updated_at, created_by, updated_by';

/** The same by hand, over the copy without row security. */
export const byHand = {
  point: {
    name: 'plain_point',
    text: `select ${named} from plain.records where tenant_id = $1 and id = $2`,
  },
  list: {
    name: 'plain_list',
    text: `select ${named} from plain.records where tenant_id = $1 and collection_id = $2 order by id limit ${listSize}`,
  },
  lock: {
    name: 'plain_lock',
    text: 'select id from plain.records where tenant_id = $1 and id = $2 for update',
  },
  update: {
    name: 'plain_update',
    text: 'update plain.records set version = version + 1 where tenant_id = $1 and id = $2 returning version',
  },
};

/** The copy as Drizzle's own driver reads it. */
export const plainRecords = pgSchema('plain').table('records', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  version: integer('version').notNull(),
  data: jsonb('data').$type<Record<string, unknown>>().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'date' }).notNull(),
  createdBy: uuid('created_by'),
  updatedBy: uuid('updated_by'),
});
