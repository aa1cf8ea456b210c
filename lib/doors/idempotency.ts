import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { controlIdempotencyKeys } from '@/db/schema/control';
import { idempotencyKeys } from '@/db/schema/tenant';
import type { TenantDb } from '@/db/tenant';
import { AppError } from '../errors';

export interface Attempt {
  key: string;
  actorId: string;
  procedure: string;
  input: unknown;
  /** Whether the answer is a secret, which is not kept. */
  secretAnswer: boolean;
}

/**
 * Runs `work` unless this actor already did so under the same key; then answers as before.
 * Key and effect are one transaction, and a second attempt waits for the first.
 * Throws `conflict` when the key was used for another request, or the answer was a secret.
 */
export async function once<T>(
  plane: 'tenant' | 'control',
  db: TenantDb | ControlDb,
  { secretAnswer, ...attempt }: Attempt,
  work: () => Promise<T>,
): Promise<T> {
  const table = (
    plane === 'tenant' ? idempotencyKeys : controlIdempotencyKeys
  ) as typeof idempotencyKeys;
  const handle = db as TenantDb;
  const requestHash = createHash('sha256')
    .update(JSON.stringify([attempt.procedure, attempt.input]))
    .digest('hex');
  const [claimed] = await handle
    .insert(table)
    .values({ ...attempt, requestHash })
    .onConflictDoNothing()
    .returning({ id: table.id });
  if (claimed) {
    const result = await work();
    await handle
      .update(table)
      .set({ done: true, response: secretAnswer ? null : (result ?? null) })
      .where(eq(table.id, claimed.id));
    return result;
  }
  const [earlier] = await handle
    .select({ requestHash: table.requestHash, response: table.response })
    .from(table)
    .where(and(eq(table.actorId, attempt.actorId), eq(table.key, attempt.key)));
  if (earlier?.requestHash !== requestHash) {
    throw new AppError('conflict', 'This Idempotency-Key was used for another request.');
  }
  if (secretAnswer) throw new AppError('conflict', shownOnce);
  return earlier.response as T;
}

const shownOnce =
  'This was done under this Idempotency-Key already, and its answer is a secret that is shown once. Do it anew under another key.';
