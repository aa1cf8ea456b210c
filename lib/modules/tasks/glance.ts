import { and, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { configurations } from '@/db/schema/tenant/configurations';
import { tasks, taskWork } from '@/db/schema/tenant/tasks';
import { asked, hot, type Steps } from '@/db/tenant';
import type { CtxThere } from '@/lib/doors/ctx';
import type { Glance } from '../define-module';
import { tasksSettings } from './settings';
import { isFor, ownWhose } from './whose';

/** Of one tenant: what is due next, then what is overdue, the latest first, then what has no date. */
const mostAssigned = 5;
const mostNamed = 60;

const nothing: Glance = { places: new Map(), assigned: [], mentions: [] };

const place = {
  users: sql.placeholder('users'),
  teams: sql.placeholder('teams'),
  roles: sql.placeholder('roles'),
};

type Values = { me: string; users: string[]; teams: string[]; roles: string[] };

// Where nothing is taken after the date, nothing is to be done about it but what was returned.
const isTaken = sql`coalesce(${tasks.dueAt} >= now(), true) or coalesce((
  select (document ->> 'lateHandIns')::boolean from ${configurations}
  where name = ${tasksSettings.name} order by revision desc limit 1), true)`;

const openTasks = hot<Values>()((db) =>
  db
    .select({ id: tasks.id, title: tasks.title, dueAt: tasks.dueAt, at: tasks.createdAt })
    .from(tasks)
    .leftJoin(
      taskWork,
      and(eq(taskWork.taskId, tasks.id), eq(taskWork.userId, sql.placeholder('me'))),
    )
    .where(
      or(
        eq(taskWork.state, 'returned'),
        and(isNull(taskWork.id), sql`(${isTaken})`, isFor(db, place)),
      ),
    )
    .orderBy(
      sql`case when ${tasks.dueAt} >= now() then 0 when ${tasks.dueAt} < now() then 1 else 2 end`,
      sql`case when ${tasks.dueAt} >= now() then ${tasks.dueAt} end asc nulls last`,
      desc(tasks.dueAt),
      desc(tasks.id),
    )
    .limit(mostAssigned)
    .prepare('open_tasks'),
);

const newTasks = hot<Values>()((db) =>
  db
    .select({ id: tasks.id, title: tasks.title })
    .from(tasks)
    .leftJoin(
      taskWork,
      and(eq(taskWork.taskId, tasks.id), eq(taskWork.userId, sql.placeholder('me'))),
    )
    .where(or(isNotNull(taskWork.id), isFor(db, place)))
    .orderBy(desc(tasks.createdAt), desc(tasks.id))
    .limit(mostNamed)
    .prepare('new_tasks'),
);

/** What somebody has still to do, and the tasks of which they may be told that they were given. */
export function* glance(ctx: CtxThere): Steps<Glance> {
  const whose = ownWhose(ctx.caller);
  if (!whose || !ctx.can('tasks.read')) return nothing;
  const values = {
    me: whose.userIds[0] ?? '',
    users: whose.userIds,
    teams: whose.teamIds,
    roles: whose.roleIds,
  };
  const [open, named] = yield* asked(openTasks.item(values), newTasks.item(values));
  return {
    places: new Map(named.map(({ id, title }) => [`/tasks/${id}`, title])),
    assigned: open.map(({ id, title, dueAt, at }) => ({
      ...{ id, title, at, dueAt },
      place: 'Tasks',
      path: `/tasks/${id}`,
    })),
    mentions: [],
  };
}
