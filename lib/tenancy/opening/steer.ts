import { and, eq, isNull } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { isSlugTaken } from '@/db/directory';
import { isDbError } from '@/db/errors';
import { openings } from '@/db/schema/control';
import { AppError, notFound } from '../../errors';
import { slugTaken } from '../slug-taken';

/**
 * Has an opening tried again at once, under another address if one is given. Throws `not_found`,
 * `conflict` on `slug`, `precondition` when there is nothing to try again.
 */
export async function retryOpening(
  db: ControlDb,
  { tenantId, slug }: { tenantId: string; slug: string | undefined },
): Promise<void> {
  const known = await slugOf(db, tenantId);
  if (slug && slug !== known && (await isSlugTaken(slug))) throw slugTaken();
  const asked = await db
    .update(openings)
    .set({ retryAskedAt: databaseNow, ...(slug && { slug }) })
    .where(stillOpen(tenantId))
    .returning({ id: openings.id })
    .catch((error: unknown) => {
      // Somebody asked for the same address in this very moment.
      if (isDbError(error) && error.code === '23505') throw slugTaken();
      throw error;
    });
  if (asked.length === 0) throw over();
}

/** Has an opening taken back, with all that was built for it. Throws `not_found`, `precondition`. */
export async function giveUpOpening(db: ControlDb, tenantId: string): Promise<void> {
  await slugOf(db, tenantId);
  const asked = await db
    .update(openings)
    .set({ giveUpAskedAt: databaseNow, retryAskedAt: databaseNow })
    .where(stillOpen(tenantId))
    .returning({ id: openings.id });
  if (asked.length === 0) throw over();
}

// Whoever enters the tenant marks the row first: of the two only one finds it as it was.
const stillOpen = (tenantId: string) =>
  and(eq(openings.tenantId, tenantId), isNull(openings.openedAt), isNull(openings.giveUpAskedAt));

async function slugOf(db: ControlDb, tenantId: string): Promise<string> {
  const [found] = await db
    .select({ slug: openings.slug })
    .from(openings)
    .where(eq(openings.tenantId, tenantId));
  if (!found) throw notFound('This workspace');
  return found.slug;
}

const over = () => new AppError('precondition', 'It is open already, or was given up.');
