import { integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant, tenantTable } from '../table';

/** Documents of a tenant's configuration: a row for each revision, which nobody changes afterwards. */
export const configurations = tenantTable(
  'configurations',
  {
    name: text('name').notNull(),
    revision: integer('revision').notNull(),
    /** Of the schema that the document was written by. */
    version: integer('version').notNull(),
    document: jsonb('document').$type<Record<string, unknown>>().notNull(),
    changedBy: uuid('changed_by'),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (t) => [unique('configurations_revision').on(t.tenantId, t.name, t.revision)],
);
