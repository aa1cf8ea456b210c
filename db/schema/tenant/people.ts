import { index, text } from 'drizzle-orm/pg-core';
import { instant, tenantTable } from '../table';

/** Mirror of the tenant's members: what tenant rows point to and sort by. Kept by the outbox. */
export const people = tenantTable(
  'people',
  {
    name: text('name').notNull(),
    email: text('email').notNull(),
    state: text('state', { enum: ['active', 'removed'] })
      .notNull()
      .default('active'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('people_name').on(t.tenantId, t.name)],
);
