import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { ControlDb } from '@/db/control';
import { controlIdempotencyKeys } from '@/db/schema/control';
import { idempotencyKeys } from '@/db/schema/tenant';
import type { TenantDb } from '@/db/tenant';
import { AppError } from '../errors';
import { keyedHash } from '../identity/secrets';

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
  // A request may hold what can be guessed, such as a password.
  const requestHash = keyedHash(
    'request',
    attempt.procedure,
    JSON.stringify(attempt.input ?? null),
  );
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
    if (plane === 'tenant') await forgetOld(handle);
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

const keptDays = 7;

/**
 * Clears some keys away that nobody repeats a call under any more, where a tenant's own plane is and
 * nobody else comes by; calls at the same time take others and wait for none. Ids are in the order of
 * time, by our clock; both clocks have to say so.
 */
async function forgetOld(db: TenantDb): Promise<void> {
  const { id, createdAt } = idempotencyKeys;
  const msecs = Date.now() - keptDays * 86_400_000;
  const since = uuidv7({ msecs, seq: 0, random: new Uint8Array(16) });
  const isOld = and(lt(id, since), lt(createdAt, sql`now() - make_interval(days => ${keptDays})`));
  const old = db
    .select({ id })
    .from(idempotencyKeys)
    .where(isOld)
    .orderBy(asc(id))
    .limit(100)
    .for('update', { skipLocked: true });
  await db.delete(idempotencyKeys).where(inArray(id, old));
}

const shownOnce =
  'This was done under this Idempotency-Key already, and its answer is a secret that is shown once. Do it anew under another key.';
