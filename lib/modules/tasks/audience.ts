import { and, eq, inArray, sql } from 'drizzle-orm';
import { heldRoles, memberships, teamMembers } from '@/db/schema/control';
import { childrenOf, type Forest, readForest } from '@/lib/access/teams/forest';
import type { TenantCtx } from '@/lib/doors/ctx';
import { type Crowd, crowdsOf } from './crowd';
import { mayHandIn } from './may-hand-in';
import type { StoredTarget } from './whose';

/**
 * For whom tasks are at this moment, by task: ids of active members who may hand in. Each thing that
 * targets name is looked up once, however many tasks name it.
 */
export async function audiencesOf(
  ctx: Pick<TenantCtx, 'readControl'>,
  targets: readonly StoredTarget[],
): Promise<Map<string, Crowd>> {
  if (targets.length === 0) return new Map();
  const crowdOf = crowdsOf(await membersOf(ctx, targets));
  const named = new Map<string, string[]>();
  for (const target of targets) {
    const names = named.get(target.taskId);
    if (names) names.push(nameOf(target));
    else named.set(target.taskId, [nameOf(target)]);
  }
  return new Map([...named].map(([taskId, names]) => [taskId, crowdOf(names)]));
}

type Named = Pick<StoredTarget, 'kind' | 'targetId'>;

const nameOf = ({ kind, targetId }: Named) => `${kind} ${targetId}`;

/** Ids of members by the name of what targets name. */
async function membersOf(
  { readControl }: Pick<TenantCtx, 'readControl'>,
  targets: readonly StoredTarget[],
): Promise<Map<string, string[]>> {
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
        .select({ id: heldRoles.roleId, userId: memberships.userId })
        .from(heldRoles)
        .innerJoin(memberships, eq(memberships.id, heldRoles.membershipId))
        .where(and(may, inArray(heldRoles.roleId, idsOf('role')))),
      db
        .select({ id: teamMembers.teamId, userId: memberships.userId })
        .from(teamMembers)
        .innerJoin(memberships, eq(memberships.userId, teamMembers.userId))
        .where(and(may, inArray(teamMembers.teamId, [...new Set([...below.values()].flat())]))),
    ]);
    const all = members.map(({ userId }) => userId);
    const people = new Set(all);
    const [inRole, inTeam] = [grouped(byRole), grouped(byTeam)];
    const ofOne = ({ kind, targetId }: Named): string[] => {
      const id = targetId ?? '';
      if (kind === 'everybody') return all;
      if (kind === 'person') return people.has(id) ? [id] : [];
      if (kind === 'role') return inRole.get(id) ?? [];
      return (below.get(id) ?? []).flatMap((one) => inTeam.get(one) ?? []);
    };
    const distinct = new Map(targets.map((one) => [nameOf(one), one]));
    return new Map([...distinct].map(([name, one]) => [name, ofOne(one)]));
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

/** A team and those below it; an archived one gives nobody. */
function openBelow(forest: Forest, id: string): string[] {
  const team = forest.get(id);
  if (!team || team.archivedAt) return [];
  return [id, ...childrenOf(forest, id).flatMap((child) => openBelow(forest, child.id))];
}
