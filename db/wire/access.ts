import type { Query, SQL } from 'drizzle-orm';

/**
 * What a statement needs. A read runs in a read-only transaction without the tenant's lock; a write
 * takes the lock and waits for a move to end.
 */
export type Access = 'read' | 'write';

const mark = Symbol.for('rowhouse.access');

type Marked = { [mark]?: Access };

/**
 * Marks raw SQL as a read: `db.execute(read(sql`select ...`))`. Unmarked raw SQL counts as a write.
 * A marked statement that writes after all is refused by the server.
 */
export const read = (statement: SQL): SQL => setAccess(statement, 'read');

export function setAccess<T extends SQL | Query>(target: T, access: Access): T {
  (target as Marked)[mark] = access;
  return target;
}

export const accessOf = (target: SQL | Query): Access | undefined => (target as Marked)[mark];
