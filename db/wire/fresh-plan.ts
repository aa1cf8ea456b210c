import { sql } from 'drizzle-orm';
import { unnamedMark } from './statement-name';

/**
 * A condition that always holds, for statements whose best plan depends on their values: filters that
 * people compose, pages of some rows. A statement with it is planned for the values of each call, where
 * others keep, after five calls, one plan for any values. That costs the planning, half a millisecond
 * for a page of records, and saves reading and sorting all of them for want of knowing the limit.
 */
export const freshPlan = sql.join([sql`true `, sql.raw(unnamedMark)]);
