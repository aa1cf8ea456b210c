import { and, count, desc, eq, ilike } from 'drizzle-orm';
import type { z } from 'zod';
import { people } from '@/db/schema/tenant/people';
import { tasks } from '@/db/schema/tenant/tasks';
import type { TenantCtx } from '@/lib/doors/ctx';
import { containing } from '@/lib/like';
import { taskColumns } from '../columns';
import { isFollowed, isGiver, requireFollowing, reviewReach } from '../reach';
import type { GivenInput, GivenTasks } from '../shapes';
import { isPast } from '../standing';
import { withTopics } from '../topics';
import { standingsOf, tallyOf } from './standings';

/**
 * Tasks that the caller gave, or whose people they review, the newest first, with how far their people
 * are. Throws `forbidden`.
 */
export async function listGivenTasks(
  ctx: TenantCtx,
  { q, page, size }: z.output<typeof GivenInput>,
): Promise<GivenTasks> {
  requireFollowing(ctx);
  const { db } = ctx;
  const where = and(await isFollowed(ctx), q ? ilike(tasks.title, containing(q)) : undefined);
  const [rows, [counted]] = await db.batch([
    db
      .select({ ...taskColumns, createdById: tasks.createdBy, createdByName: people.name })
      .from(tasks)
      .leftJoin(people, eq(people.id, tasks.createdBy))
      .where(where)
      .orderBy(desc(tasks.createdAt), desc(tasks.id))
      .limit(size)
      .offset((page - 1) * size),
    db.select({ n: count() }).from(tasks).where(where),
  ]);
  const standingsIn = await standingsOf(
    ctx,
    rows.map(({ id }) => id),
  );
  const now = new Date();
  const reviewed = reviewReach(ctx.caller);
  const named = await withTopics(ctx, rows);
  return {
    tasks: named.map(({ createdById, createdByName, ...task }) => {
      const reach = isGiver(ctx, createdById) ? 'all' : reviewed;
      const many = tallyOf(standingsIn(task.id), reach);
      return {
        ...task,
        createdBy: createdById && createdByName ? { id: createdById, name: createdByName } : null,
        overdue: isPast(task.dueAt, now) && many.assigned + many.returned > 0,
        people: many.assigned + many.handed_in + many.returned + many.accepted,
        handedIn: many.handed_in,
        returned: many.returned,
        accepted: many.accepted,
      };
    }),
    total: counted?.n ?? 0,
  };
}
