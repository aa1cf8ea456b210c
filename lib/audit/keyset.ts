import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { AppError } from '../errors';

/** A place in a stream of events: time to the microsecond, then id. */
export interface Position {
  at: string;
  id: string;
}

/** A time as text. A Date has no microseconds, and two events of one millisecond must not be skipped. */
export const exactTime = (column: PgColumn): SQL<string> =>
  sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Rows older than a position. */
export const olderThan = (columns: { at: PgColumn; id: PgColumn }, { at, id }: Position): SQL =>
  sql`(${columns.at}, ${columns.id}) < (${at}::timestamptz, ${id}::uuid)`;

export const encodeCursor = ({ at, id }: Position) => `${at}_${id}`;

const shape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_([0-9a-f-]{36})$/;

/** Throws `invalid` on `cursor` for anything `encodeCursor` did not write. */
export function decodeCursor(cursor: string): Position {
  const [, at, id] = shape.exec(cursor) ?? [];
  if (at && id) return { at, id };
  const message = 'This is not a place in the trail. Begin at the newest entry.';
  throw new AppError('invalid', message, { fields: { cursor: message } });
}
