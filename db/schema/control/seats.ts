import { sql } from 'drizzle-orm';
import { check, integer, unique } from 'drizzle-orm/pg-core';
import { controlTenantTable } from '../table';

/** How many members a tenant may have, where staff limit it; no row, no limit. */
export const seatLimits = controlTenantTable(
  'seat_limits',
  {
    seats: integer('seats').notNull(),
  },
  (t) => [unique('seat_limits_tenant').on(t.tenantId), check('seat_limits_seats', sql`seats > 0`)],
);
