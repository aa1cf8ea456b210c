import { type SQL, sql } from 'drizzle-orm';

/*
 * Numbers of our own, written out, so that they take no room among the parameters of a query. What a
 * formula says itself never stands here.
 */

// A number of our own makes no SQL but itself.
export const double = (number: number): SQL => sql.raw(`(${number})::double precision`);

// A number of our own makes no SQL but itself.
export const integer = (number: number): SQL => sql.raw(`(${number})::int`);
