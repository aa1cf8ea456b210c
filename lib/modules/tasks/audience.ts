import { and, eq, inArray, sql } from 'drizzle-orm';
import { membershipRoles, memberships, teamMembers } from '@/db/schema/control';
import { stillHeld } from '@/lib/access/roles/held';
import { childrenOf, type Forest, readForest } from '@/lib/access/teams/forest';
import type { TenantCtx } from '@/lib/doors/ctx';
import type { StoredTarget } from './whose';

type Pairs = readonly { id: string; userId: string }[];

/** For whom tasks are at this moment: ids of active members, by task. */
export async function audiencesOf(
  ctx: Pick<TenantCtx, 'readControl'>,
  targets: readonly StoredTarget[],
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  if (targets.length === 0) return found;
  const { everybody, byRole, byTeam, below } = await membersOf(ctx, targets);
  const all = new Set(everybody);
  const among = (pairs: Pairs, ids: readonly string[]) =>
    pairs.flatMap(({ id, userId }) => (ids.includes(id) ? [userId] : []));
  const named = ({ kind, targetId }: StoredTarget): Iterable<string> => {
    if (kind === 'everybody') return all;
    const id = targetId ?? '';
    if (kind === 'person') return all.has(id) ? [id] : [];
    return kind === 'role' ? among(byRole, [id]) : among(byTeam, below.get(id) ?? []);
  };
  for (const target of targets) {
    const users = found.get(target.taskId) ?? new Set();
    for (const userId of named(target)) users.add(userId);
    found.set(target.taskId, users);
  }
  return found;
}

function membersOf(
  { readControl }: Pick<TenantCtx, 'readControl'>,
  targets: readonly StoredTarget[],
) {
  const idsOf = (kind: StoredTarget['kind']) => [
    ...new Set(targets.flatMap((one) => (one.kind === kind ? (one.targetId ?? []) : []))),
  ];
  const isForAll = targets.some(({ kind }) => kind === 'everybody');
  const active = eq(memberships.state, 'active');
  return readControl(async (db) => {
    const teamIds = idsOf('team');
    const forest: Forest = teamIds.length > 0 ? await readForest(db) : new Map();
    const below = new Map(teamIds.map((id) => [id, openBelow(forest, id)]));
    const named = sql`${memberships.userId} = any(${sql.param(idsOf('person'))}::uuid[])`;
    const [members, byRole, byTeam] = await db.batch([
      db
        .select({ userId: memberships.userId })
        .from(memberships)
        .where(and(active, isForAll ? undefined : named)),
      db
        .select({ id: membershipRoles.roleId, userId: memberships.userId })
        .from(membershipRoles)
        .innerJoin(memberships, eq(memberships.id, membershipRoles.membershipId))
        .where(and(active, inArray(membershipRoles.roleId, idsOf('role')), stillHeld)),
      db
        .select({ id: teamMembers.teamId, userId: memberships.userId })
        .from(teamMembers)
        .innerJoin(memberships, eq(memberships.userId, teamMembers.userId))
        .where(and(active, inArray(teamMembers.teamId, [...below.values()].flat()))),
    ]);
    return { everybody: members.map(({ userId }) => userId), byRole, byTeam, below };
  });
}

/** A team and those below it; an archived one gives nobody. */
function openBelow(forest: Forest, id: string): string[] {
  const team = forest.get(id);
  if (!team || team.archivedAt) return [];
  return [id, ...childrenOf(forest, id).flatMap((child) => openBelow(forest, child.id))];
}
