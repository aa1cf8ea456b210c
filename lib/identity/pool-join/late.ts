import { and, count, eq, lt, sql } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { poolArrivals } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { enqueueControlJob } from '../../jobs/enqueue';
import type { personRenames } from '../../modules/person-renames';

const a = poolArrivals;

const isPending = sql`${a.pending} <> '{}'`;

/**
 * Arrivals whose rows should name the new account by now and do not. The queue tries on for hours by
 * itself and then gives up; in both cases somebody has to see it.
 */
export const isLate = and(isPending, lt(a.pendingSince, sql`now() - interval '10 minutes'`));

/** How many people of the tenant in scope that is so of. */
export async function countLate(db: ControlDb): Promise<number> {
  const [late] = await db.select({ n: count() }).from(a).where(isLate);
  return late?.n ?? 0;
}

/** Begins what is not through yet anew. What was done of it stays done. */
export async function bringAgain(ctx: PoolCtx): Promise<{ people: number }> {
  const again = await ctx.db
    .update(a)
    .set({ pendingSince: databaseNow })
    .where(isPending)
    .returning({ formerUserId: a.formerUserId, newUserId: a.newUserId, pending: a.pending });
  for (const { pending, ...renaming } of again) {
    for (const job of pending) await enqueueControlJob(ctx.db, job, renaming);
  }
  ctx.about('pool_join', null, { people: again.length });
  return { people: again.length };
}

interface Brought {
  formerUserId: string;
  job: (typeof personRenames)[number];
}

/** Notes that one job is through with somebody. */
export async function noteBrought({ db }: PoolCtx, { formerUserId, job }: Brought): Promise<void> {
  await db
    .update(a)
    .set({ pending: sql`array_remove(${a.pending}, ${job})` })
    .where(eq(a.formerUserId, formerUserId));
}
