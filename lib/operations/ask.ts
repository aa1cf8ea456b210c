import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { ControlDb } from '@/db/control';
import { operations } from '@/db/schema/control';
import { AppError } from '../errors';

export interface Question {
  kind: string;
  input: Record<string, unknown>;
  actor: { id: string | null; name: string };
  /** Named by staff, who are in no tenant's scope. */
  tenantId?: string;
}

/**
 * Asks the operator for a piece of work, in the caller's transaction; answers its id. The same asked
 * again while it waits is the same piece of work. Throws `conflict` when another of its kind waits.
 */
export async function askOperator(db: ControlDb, question: Question): Promise<{ id: string }> {
  const { kind, input, actor, tenantId } = question;
  const [made] = await db
    .insert(operations)
    .values({
      id: uuidv7(),
      kind,
      input,
      askedBy: actor.id,
      askedByName: actor.name,
      ...(tenantId && { tenantId }),
    })
    .onConflictDoNothing()
    .returning({ id: operations.id });
  if (made) return made;
  const [waiting] = await db
    .select({ id: operations.id, input: operations.input })
    .from(operations)
    .where(
      and(
        eq(operations.kind, kind),
        eq(operations.state, 'queued'),
        tenantId ? eq(operations.tenantId, tenantId) : undefined,
      ),
    );
  if (waiting && sameInput(waiting.input, input)) return { id: waiting.id };
  throw new AppError('conflict', 'Something like this waits already. Let it finish first.');
}

const sameInput = (a: Record<string, unknown>, b: Record<string, unknown>) =>
  sorted(a) === sorted(b);

const sorted = (input: Record<string, unknown>) =>
  JSON.stringify(Object.entries(input).sort(([a], [b]) => a.localeCompare(b)));
