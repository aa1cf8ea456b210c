import { eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { removedAddresses, roleChanges } from '@/db/schema/control';
import { emailKey } from '../email';
import { keyedHash } from '../secrets';

/** Somebody as a tenant may know them; without an id before they have an account. */
interface Person {
  id: string | null;
  email: string;
}

/**
 * Whether somebody had a role here before: whoever is removed has each of theirs noted as taken, for
 * good, and their address kept as a hash, which outlives the account. They come back by an invitation
 * alone.
 */
export async function wasHere(
  db: ControlDb,
  tenantId: string,
  { id, email }: Person,
): Promise<boolean> {
  const removed = await db
    .select({ id: removedAddresses.id })
    .from(removedAddresses)
    .where(eq(removedAddresses.addressHash, hashOf(tenantId, email)))
    .limit(1);
  if (removed.length > 0 || !id) return removed.length > 0;
  const noted = await db
    .select({ id: roleChanges.id })
    .from(roleChanges)
    .where(eq(roleChanges.userId, id))
    .limit(1);
  return noted.length > 0;
}

/** Keeps that whoever has this address was removed from the tenant in scope. */
export async function rememberRemoved(
  db: ControlDb,
  tenantId: string,
  email: string,
): Promise<void> {
  await db
    .insert(removedAddresses)
    .values({ addressHash: hashOf(tenantId, email) })
    .onConflictDoNothing();
}

const hashOf = (tenantId: string, email: string) => keyedHash('removed', tenantId, emailKey(email));
