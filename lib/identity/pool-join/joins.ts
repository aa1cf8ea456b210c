import { and, count, eq, ne } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { memberships, poolJoins, tenants, users } from '@/db/schema/control';
import type { OpenJoin } from '../../doors/other-pool';
import { enqueueControlJob } from '../../jobs/enqueue';

/** The join of the tenant in scope that is offered or under way. */
export async function findJoin(
  db: ControlDb,
  state: 'offered' | 'running',
): Promise<OpenJoin | null> {
  const [join] = await db.select().from(poolJoins).where(eq(poolJoins.state, state));
  return join ?? null;
}

/** Whether people come over here now. */
export const comesOver = async ({ db }: { db: ControlDb }): Promise<boolean> =>
  (await findJoin(db, 'running')) !== null;

/** How many belong to the tenant in scope, and how many of them by an account of another pool. */
export async function countPeople(db: ControlDb): Promise<{ all: number; left: number }> {
  const [all] = await db.select({ n: count() }).from(memberships);
  const [left] = await db
    .select({ n: count() })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(
      tenants,
      and(eq(tenants.id, memberships.tenantId), ne(tenants.poolId, users.poolId)),
    );
  return { all: all?.n ?? 0, left: left?.n ?? 0 };
}

/** Ends one that is offered or under way; null where it is not. */
export async function endJoinIn(
  db: ControlDb,
  from: 'offered' | 'running',
  byName: string | null,
): Promise<string | null> {
  const [over] = await db
    .update(poolJoins)
    .set({
      state: from === 'offered' ? 'called_off' : 'ended',
      endedAt: databaseNow,
      endedByName: byName,
    })
    .where(eq(poolJoins.state, from))
    .returning({ id: poolJoins.id });
  if (over && from === 'running')
    await enqueueControlJob(db, 'poolJoin.close', { joinId: over.id });
  return over?.id ?? null;
}

/** Ends one under way once nobody is left to come over. Asked in one's turn among changes of members. */
export async function endWithTheLast(db: ControlDb): Promise<boolean> {
  if (!(await findJoin(db, 'running')) || (await countPeople(db)).left > 0) return false;
  return (await endJoinIn(db, 'running', null)) !== null;
}
