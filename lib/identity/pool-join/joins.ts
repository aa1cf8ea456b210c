import { count, eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { memberships, poolJoins } from '@/db/schema/control';
import type { OpenJoin } from '../../doors/other-pool';

/** The join of the tenant in scope that is offered or under way. */
export async function findJoin(
  db: ControlDb,
  state: 'offered' | 'running',
): Promise<OpenJoin | null> {
  const [join] = await db.select().from(poolJoins).where(eq(poolJoins.state, state));
  return join ?? null;
}

/** How many belong to the tenant in scope, and how many of them have not come over. */
export async function countPeople(db: ControlDb): Promise<{ all: number; left: number }> {
  const [all] = await db.select({ n: count() }).from(memberships);
  const [left] = await db
    .select({ n: count() })
    .from(memberships)
    .where(eq(memberships.state, 'unclaimed'));
  return { all: all?.n ?? 0, left: left?.n ?? 0 };
}

/** Whether people come over here now. */
export const comesOver = async ({ db }: { db: ControlDb }): Promise<boolean> =>
  (await findJoin(db, 'running')) !== null;
