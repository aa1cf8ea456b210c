import { doublePrecision, text } from 'drizzle-orm/pg-core';
import { control, instant } from '../table';

/**
 * What is left of the calls that somebody may make, as of an instant. A row that is not there is a full
 * bucket, so old ones may be cleared, and a crash may empty the table.
 */
export const rateBuckets = control.table('rate_buckets', {
  /** Class of calls, tenant, and who in it. */
  key: text('key').primaryKey(),
  /** Below nothing where processes admitted calls ahead. */
  calls: doublePrecision('calls').notNull(),
  at: instant('at').notNull(),
});
