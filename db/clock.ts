import { type SQL, sql } from 'drizzle-orm';

/*
 * What ends at a time is written and judged by the clock of the database: those of web, worker and
 * operator may disagree or jump.
 */

export const databaseNow: SQL<Date> = sql`now()`;

/** So many seconds from now. */
export const secondsFromNow = (seconds: number): SQL<Date> =>
  sql`now() + make_interval(secs => ${seconds})`;
