import { desc, eq, inArray } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { operations } from '@/db/schema/control';
import { notFound } from '../errors';

const columns = {
  id: operations.id,
  kind: operations.kind,
  state: operations.state,
  input: operations.input,
  progress: operations.progress,
  result: operations.result,
  error: operations.error,
  askedByName: operations.askedByName,
  createdAt: operations.createdAt,
  finishedAt: operations.finishedAt,
};

/** The latest pieces of work of some kinds on the tenant in scope, newest first. */
export const latestOperations = (db: ControlDb, kinds: readonly string[], limit = 10) =>
  db
    .select(columns)
    .from(operations)
    .where(inArray(operations.kind, [...kinds]))
    .orderBy(desc(operations.createdAt))
    .limit(limit);

export type OperationRow = Awaited<ReturnType<typeof latestOperations>>[number];

/** Throws `not_found`. */
export async function getOperationRow(db: ControlDb, id: string): Promise<OperationRow> {
  const [found] = await db.select(columns).from(operations).where(eq(operations.id, id));
  if (!found) throw notFound('This piece of work');
  return found;
}
