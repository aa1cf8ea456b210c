import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core';
import { controlTenantTable, instant } from '../table';

const quantity = () => bigint('quantity', { mode: 'number' }).notNull();

/**
 * How much of a meter a tenant used in one hour. 0 is the seal of the hour; what came late, or was
 * corrected, follows as rows of their own. Nothing here is ever changed.
 */
export const usageHours = controlTenantTable(
  'usage_hours',
  {
    meter: text('meter').notNull(),
    hour: instant('hour').notNull(),
    sequence: integer('sequence').notNull(),
    quantity: quantity(),
    sealedAt: instant('sealed_at').notNull().defaultNow(),
  },
  (t) => [
    unique('usage_hours_sequence').on(t.tenantId, t.meter, t.hour, t.sequence),
    index('usage_hours_hour').on(t.tenantId, t.hour),
    index('usage_hours_sealed').on(t.sealedAt),
    check('usage_hours_order', sql`sequence >= 0`),
  ],
);

/** By whom, with which token and in which module the hours of `usage_hours` were used. */
export const usageParts = controlTenantTable(
  'usage_parts',
  {
    meter: text('meter').notNull(),
    hour: instant('hour').notNull(),
    actorId: uuid('actor_id'),
    tokenId: uuid('token_id'),
    module: text('module'),
    quantity: quantity(),
  },
  (t) => [index('usage_parts_hour').on(t.tenantId, t.hour)],
);

/**
 * Up to where something that lasts was counted: `level` is how much there was at `through`, and `told`
 * what was said of each hour from there to `until`, which may still change. Whole numbers as texts.
 */
export const usageMarks = controlTenantTable(
  'usage_marks',
  {
    meter: text('meter').notNull(),
    level: jsonb('level').$type<Record<string, string>>().notNull(),
    through: instant('through').notNull(),
    until: instant('until').notNull(),
    told: jsonb('told').$type<Record<string, Record<string, string>>>().notNull().default({}),
    recountedAt: instant('recounted_at').notNull().defaultNow(),
  },
  (t) => [unique('usage_marks_meter').on(t.tenantId, t.meter)],
);

/**
 * That a limit was reached to a share, and whoever should hear of it was told. With `endedAt` it is over;
 * such a row only keeps them from being told again the same day.
 */
export const usageNotices = controlTenantTable(
  'usage_notices',
  {
    name: text('name').notNull(),
    percent: integer('percent').notNull(),
    toldAt: instant('told_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (t) => [unique('usage_notices_crossing').on(t.tenantId, t.name, t.percent)],
);
