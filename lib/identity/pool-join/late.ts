import { and, count, eq, lt, sql } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { controlOutbox, poolArrivals } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import type { personRenames } from '../../modules/person-renames';

const a = poolArrivals;

const isPending = sql`${a.pending} <> '{}'`;

/**
 * Arrivals whose rows should name the new account by now and do not. The queue tries on for hours by
 * itself and then gives up; in both cases somebody has to see it. In a large tenant the work takes
 * minutes, and more when many come over at once.
 */
export const isLate = and(isPending, lt(a.pendingSince, sql`now() - interval '1 hour'`));

/** How many people of the tenant in scope that is so of. */
export async function countLate(db: ControlDb): Promise<number> {
  const [late] = await db.select({ n: count() }).from(a).where(isLate);
  return late?.n ?? 0;
}

/** Begins what is late anew, which is not late from then on. What was done of it stays done. */
export async function bringAgain(ctx: PoolCtx): Promise<{ people: number }> {
  const again = await ctx.db
    .update(a)
    .set({ pendingSince: databaseNow })
    .where(isLate)
    .returning({ formerUserId: a.formerUserId, newUserId: a.newUserId, pending: a.pending });
  const jobs = again.flatMap(({ pending, ...payload }) => pending.map((job) => ({ job, payload })));
  if (jobs.length > 0) await ctx.db.insert(controlOutbox).values(jobs);
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
