import { eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { roleChanges } from '@/db/schema/control';

/**
 * Whether somebody had a role here before: whoever is removed has each of theirs noted as taken, for
 * good. They come back by an invitation alone.
 */
export async function wasHere(db: ControlDb, userId: string): Promise<boolean> {
  const noted = await db
    .select({ id: roleChanges.id })
    .from(roleChanges)
    .where(eq(roleChanges.userId, userId))
    .limit(1);
  return noted.length > 0;
}
