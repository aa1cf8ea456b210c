import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, instant, tenantTable } from '../table';
import { collections } from './collections';

/** Ways to look at a collection that people keep by a name. */
export const views = tenantTable(
  'views',
  {
    collectionId: uuid('collection_id').notNull(),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['grid', 'board', 'calendar', 'gallery', 'timeline'] }).notNull(),
    /** Whose own view it is; null for one that everybody has. */
    ownerId: uuid('owner_id'),
    /** The view that opens where no other is asked for; one of those that everybody has. */
    isDefault: boolean('is_default').notNull().default(false),
    position: integer('position').notNull().default(0),
    state: jsonb('state').$type<Record<string, unknown>>().notNull(),
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    deletedAt: instant('deleted_at'),
  },
  (t) => [
    index('views_position').on(t.tenantId, t.collectionId, t.position),
    uniqueIndex('views_default')
      .on(t.tenantId, t.collectionId)
      .where(sql`is_default and deleted_at is null`),
    foreignKey({
      name: 'views_collection_fk',
      columns: [t.tenantId, t.collectionId],
      foreignColumns: [collections.tenantId, collections.id],
    }).onDelete('cascade'),
  ],
);
