import { and, eq, inArray, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { membershipRoles, memberships, roles, teamMembers } from '@/db/schema/control';
import { permissionsOf } from '@/lib/access/rights';
import { stillHeld } from '@/lib/access/roles/held';
import { childrenOf, type Forest, readForest } from '@/lib/access/teams/forest';
import type { TenantCtx } from '@/lib/doors/ctx';
import { roleColumns } from '@/lib/identity/role-grants';
import type { StoredTarget } from './whose';

/**
 * For whom tasks are at this moment, by task: ids of active members who may hand in. Each thing that
 * targets name is looked up once, however many tasks name it.
 */
export async function audiencesOf(
  ctx: Pick<TenantCtx, 'readControl'>,
  targets: readonly StoredTarget[],
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  if (targets.length === 0) return found;
  const named = await membersOf(ctx, targets);
  for (const target of targets) {
    const users = found.get(target.taskId) ?? new Set();
    for (const userId of named(target)) users.add(userId);
    found.set(target.taskId, users);
  }
  return found;
}

async function membersOf(
  { readControl }: Pick<TenantCtx, 'readControl'>,
  targets: readonly StoredTarget[],
): Promise<(target: StoredTarget) => readonly string[]> {
  const idsOf = (kind: StoredTarget['kind']) => [
    ...new Set(targets.flatMap((one) => (one.kind === kind ? (one.targetId ?? []) : []))),
  ];
  const teamIds = idsOf('team');
  const isForAll = targets.some(({ kind }) => kind === 'everybody');
  return await readControl(async (db) => {
    const forest: Forest = teamIds.length > 0 ? await readForest(db) : new Map();
    const below = new Map(teamIds.map((id) => [id, openBelow(forest, id)]));
    const may = and(eq(memberships.state, 'active'), await mayHandIn(db));
    const named = sql`${memberships.userId} = any(${sql.param(idsOf('person'))}::uuid[])`;
    const [members, byRole, byTeam] = await db.batch([
      db
        .select({ userId: memberships.userId })
        .from(memberships)
        .where(and(may, isForAll ? undefined : named)),
      db
        .select({ id: membershipRoles.roleId, userId: memberships.userId })
        .from(membershipRoles)
        .innerJoin(memberships, eq(memberships.id, membershipRoles.membershipId))
        .where(and(may, inArray(membershipRoles.roleId, idsOf('role')), stillHeld)),
      db
        .select({ id: teamMembers.teamId, userId: memberships.userId })
        .from(teamMembers)
        .innerJoin(memberships, eq(memberships.userId, teamMembers.userId))
        .where(and(may, inArray(teamMembers.teamId, [...new Set([...below.values()].flat())]))),
    ]);
    const all = members.map(({ userId }) => userId);
    const people = new Set(all);
    const [inRole, inTeam] = [grouped(byRole), grouped(byTeam)];
    const ofTeam = new Map(
      [...below].map(([id, ids]) => [id, ids.flatMap((one) => inTeam.get(one) ?? [])]),
    );
    return ({ kind, targetId }) => {
      const id = targetId ?? '';
      if (kind === 'everybody') return all;
      if (kind === 'person') return people.has(id) ? [id] : [];
      return (kind === 'role' ? inRole : ofTeam).get(id) ?? [];
    };
  });
}

function grouped(pairs: readonly { id: string; userId: string }[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, userId } of pairs) {
    const users = groups.get(id);
    if (users) users.push(userId);
    else groups.set(id, [userId]);
  }
  return groups;
}

/** That a member has a role that may hand in. */
async function mayHandIn(db: ControlDb) {
  const all = await db.select(roleColumns).from(roles);
  const ids = all.filter((role) => permissionsOf([role]).has('tasks.submit')).map(({ id }) => id);
  // Named apart from the roles that a question joins.
  return sql<boolean>`exists (
    select 1 from control.membership_roles held
    where held.tenant_id = ${memberships.tenantId} and held.membership_id = ${memberships.id}
      and held.role_id = any(${sql.param(ids)}::uuid[])
      and (held.ends_at is null or held.ends_at > now()))`;
}

/** A team and those below it; an archived one gives nobody. */
function openBelow(forest: Forest, id: string): string[] {
  const team = forest.get(id);
  if (!team || team.archivedAt) return [];
  return [id, ...childrenOf(forest, id).flatMap((child) => openBelow(forest, child.id))];
}
