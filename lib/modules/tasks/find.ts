import { and, desc, eq, ilike, isNotNull, or } from 'drizzle-orm';
import { tasks, taskWork } from '@/db/schema/tenant/tasks';
import type { TenantCtx } from '@/lib/doors/ctx';
import { containing } from '@/lib/like';
import type { Found } from '../finder';
import { followsOthers, isFollowed } from './reach';
import { isFor, ownWhose, valuesOf } from './whose';

/** Tasks that have these words, among those that the caller may see, the newest first. */
export async function findTasks(
  ctx: TenantCtx,
  { query, limit }: { query: string; limit: number },
): Promise<Found[]> {
  const { db, caller } = ctx;
  const whose = ownWhose(caller);
  const mine = or(isNotNull(taskWork.id), whose ? isFor(db, valuesOf(whose)) : undefined);
  const followed = followsOthers(ctx) ? await isFollowed(ctx) : null;
  const seen = followed === null ? mine : followed && or(mine, followed);
  const words = query.split(/\s+/).filter(Boolean).slice(0, 8);
  const found = await db
    .select({ id: tasks.id, title: tasks.title })
    .from(tasks)
    .leftJoin(
      taskWork,
      and(eq(taskWork.taskId, tasks.id), eq(taskWork.userId, caller.user?.id ?? nobody)),
    )
    .where(
      and(
        seen,
        ...words.map((word) =>
          or(ilike(tasks.title, containing(word)), ilike(tasks.instructions, containing(word))),
        ),
      ),
    )
    .orderBy(desc(tasks.createdAt), desc(tasks.id))
    .limit(limit);
  return found.map(({ id, title }) => ({ id, title, path: `/tasks/${id}` }));
}

const nobody = '00000000-0000-0000-0000-000000000000';
