import { and, eq, exists, inArray, or, type SQL, sql } from 'drizzle-orm';
import { heldRoles, memberships, teamMembers } from '@/db/schema/control';
import { tasks, taskTargets } from '@/db/schema/tenant/tasks';
import type { TenantDb } from '@/db/tenant';
import { permissionsOf } from '@/lib/access/rights';
import { type Forest, pathOf, readForest } from '@/lib/access/teams/forest';
import type { Caller } from '@/lib/doors/caller';
import type { TenantCtx } from '@/lib/doors/ctx';
import { mayHandIn } from './may-hand-in';

/** By what a task can be for somebody, or for some people. */
export interface Whose {
  userIds: readonly string[];
  /** With all above. */
  teamIds: readonly string[];
  roleIds: readonly string[];
}

/**
 * What a task names them by; null for who is no person, and for whom no task is since no role of theirs
 * may hand in. What a token carries is another question.
 */
export const ownWhose = ({ user, teams, roles }: Pick<Caller, 'user' | 'teams' | 'roles'>) =>
  user && permissionsOf(roles).has('tasks.submit')
    ? {
        userIds: [user.id],
        teamIds: teams?.ids ?? [],
        roleIds: roles.map(({ id }) => id),
      }
    : null;

/** The same for those of some people for whom tasks are. */
export async function whoseOf(
  { readControl }: Pick<TenantCtx, 'readControl'>,
  userIds: readonly string[],
): Promise<Whose> {
  return await readControl(async (db) => {
    const ids = sql.param([...userIds]);
    const may = and(
      sql`${memberships.userId} = any(${ids}::uuid[])`,
      eq(memberships.state, 'active'),
      await mayHandIn(db),
    );
    const [members, held, teams] = await db.batch([
      db.select({ userId: memberships.userId }).from(memberships).where(may),
      db
        .selectDistinct({ id: heldRoles.roleId })
        .from(heldRoles)
        .innerJoin(memberships, eq(memberships.id, heldRoles.membershipId))
        .where(may),
      db
        .selectDistinct({ id: teamMembers.teamId })
        .from(teamMembers)
        .innerJoin(memberships, eq(memberships.userId, teamMembers.userId))
        .where(may),
    ]);
    const forest = await readForest(db);
    const above = teams.flatMap((team) => openAbove(forest, team.id));
    return {
      userIds: members.map(({ userId }) => userId),
      teamIds: [...new Set(above)],
      roleIds: held.map(({ id }) => id),
    };
  });
}

/** A team and all above it as far as none is archived. */
function openAbove(forest: Forest, id: string): string[] {
  const path = pathOf(forest, id).reverse();
  const shut = path.findIndex(({ archivedAt }) => archivedAt !== null);
  return (shut < 0 ? path : path.slice(0, shut)).map((team) => team.id);
}

/** Values of a condition: lists of ids, or what stands in their place. */
export interface WhoseValues {
  users: unknown;
  teams: unknown;
  roles: unknown;
}

export const valuesOf = ({ userIds, teamIds, roleIds }: Whose): WhoseValues => ({
  users: sql.param([...userIds]),
  teams: sql.param([...teamIds]),
  roles: sql.param([...roleIds]),
});

/** That a task is for somebody. */
export function isFor(db: Pick<TenantDb, 'select'>, { users, teams, roles }: WhoseValues): SQL {
  const names = (kind: 'person' | 'team' | 'role', ids: unknown) =>
    and(eq(taskTargets.kind, kind), sql`${taskTargets.targetId} = any(${ids}::uuid[])`);
  return exists(
    db
      .select({ one: sql`1` })
      .from(taskTargets)
      .where(
        and(
          eq(taskTargets.taskId, tasks.id),
          or(
            eq(taskTargets.kind, 'everybody'),
            names('person', users),
            names('team', teams),
            names('role', roles),
          ),
        ),
      ),
  );
}

export interface StoredTarget {
  taskId: string;
  kind: (typeof taskTargets.$inferSelect)['kind'];
  targetId: string | null;
}

export const namesOne = ({ kind, targetId }: StoredTarget, whose: Whose): boolean => {
  if (kind === 'everybody') return true;
  const ids = { person: whose.userIds, team: whose.teamIds, role: whose.roleIds }[kind];
  return targetId !== null && ids.includes(targetId);
};

export const targetsAmong = (db: TenantDb, taskIds: readonly string[]) =>
  db
    .select({
      taskId: taskTargets.taskId,
      kind: taskTargets.kind,
      targetId: taskTargets.targetId,
    })
    .from(taskTargets)
    .where(inArray(taskTargets.taskId, [...taskIds]))
    .orderBy(taskTargets.id);
