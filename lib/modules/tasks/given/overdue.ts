import { and, desc, inArray, lt } from 'drizzle-orm';
import type { z } from 'zod';
import { databaseNow } from '@/db/clock';
import { people } from '@/db/schema/tenant/people';
import { tasks } from '@/db/schema/tenant/tasks';
import type { TenantCtx } from '@/lib/doors/ctx';
import { isFollowed, isGiver, requireFollowing, reviewReach } from '../reach';
import type { Overdue, OverdueInput } from '../shapes';
import { openOf, standingsOf, tallyOf } from './standings';

/** Tasks and pairs that are looked at; the latest due first. */
const mostTasks = 100;
const mostPairs = 1_000;

type Group = Overdue['groups'][number];

/**
 * What is due and not handed in, of the people whom the caller follows: by task or by person. Throws
 * `forbidden`.
 */
export async function listOverdue(
  ctx: TenantCtx,
  { by }: z.output<typeof OverdueInput>,
): Promise<Overdue> {
  requireFollowing(ctx);
  const { db } = ctx;
  const due = await db
    .select({ id: tasks.id, title: tasks.title, dueAt: tasks.dueAt, createdBy: tasks.createdBy })
    .from(tasks)
    .where(and(lt(tasks.dueAt, databaseNow), await isFollowed(ctx)))
    .orderBy(desc(tasks.dueAt), desc(tasks.id))
    .limit(mostTasks + 1);
  const looked = due.slice(0, mostTasks);
  const standingsIn = await standingsOf(
    ctx,
    looked.map(({ id }) => id),
  );
  const reviewed = reviewReach(ctx.caller);
  const shown = [];
  let total = 0;
  for (const { id: taskId, title, dueAt, createdBy } of looked) {
    const reach = isGiver(ctx, createdBy) ? 'all' : reviewed;
    const standings = standingsIn(taskId);
    const { assigned, returned } = tallyOf(standings, reach);
    total += assigned + returned;
    for (const open of openOf(standings, reach)) {
      if (shown.length === mostPairs) break;
      shown.push({ taskId, title, dueAt: dueAt as Date, ...open });
    }
  }
  const names = await namesOf(ctx, [...new Set(shown.map(({ userId }) => userId))]);
  const groups = new Map<string, Group>();
  for (const { title, ...pair } of shown) {
    const name = names.get(pair.userId);
    if (name === undefined) continue;
    const [id, heading, label] =
      by === 'task' ? [pair.taskId, title, name] : [pair.userId, name, title];
    const group = groups.get(id) ?? { id, title: heading, items: [] };
    group.items.push({ ...pair, label });
    groups.set(id, group);
  }
  const sorted = [...groups.values()];
  if (by === 'person') sorted.sort((a, b) => b.items.length - a.items.length || compare(a, b));
  for (const { items } of sorted) {
    if (by === 'task') items.sort((a, b) => a.label.localeCompare(b.label));
  }
  return {
    groups: sorted,
    total,
    more: due.length > mostTasks || total > mostPairs,
  };
}

const compare = (a: Group, b: Group) => a.title.localeCompare(b.title);

async function namesOf({ db }: TenantCtx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
