import { and, eq, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { membershipRoles } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { invalid } from '../../errors';
import { syncPerson } from '../../identity/memberships';
import { countMadeBy } from '../../identity/workspace-tokens/tokens';
import { enqueueControlJob } from '../../jobs/enqueue';
import { keepOwner } from '../ownership/owner';
import { noteRoleChanges, type RoleChange } from '../roles/note-changes';
import { heldNow, loadRoles, requireWithin } from '../roles/role';
import { keepAnAdmin } from './last-admin';
import {
  type HeldFact,
  type LoadedMember,
  loadMember,
  type Member,
  Reason,
  showMember,
} from './member';

export const RolesChange = z.strictObject({
  id: z.uuid(),
  roleIds: z
    .array(z.uuid())
    .min(1, 'Choose at least one role.')
    .max(20)
    .transform((ids) => [...new Set(ids)]),
  /** When roles end, null for one that stays. What is not named here keeps its end. */
  ends: z
    .array(z.strictObject({ roleId: z.uuid(), at: z.coerce.date().nullable() }))
    .max(20)
    .default([]),
  reason: Reason,
});
type RolesChange = z.output<typeof RolesChange>;

/** Gives a member exactly these roles, some of them until they end. */
export async function changeRoles(ctx: ControlCtx, input: RolesChange): Promise<Member> {
  return await keepAnAdmin(ctx.db, async () => {
    const member = await loadMember(ctx.db, input.id);
    const next = await rolesNext(ctx, member, input);
    const changes = changesOf(member, next);
    const touched = new Set(changes.map(({ role }) => role));
    requireWithin(await heldNow(ctx), [...touched]);
    await keepOwner(ctx, { member, next });
    await writeRoles(ctx, member.id, next);
    await noteRoleChanges(ctx.db, changes, { byName: ctx.actor.name, reason: input.reason });
    await syncPerson(ctx.db, member.userId);
    const workspaceTokens = await countMadeBy(ctx.db, member.userId);
    ctx.about('member', member.userId, {
      ...detailOf(member, next, input.reason),
      ...(workspaceTokens > 0 && { workspaceTokens }),
    });
    return showMember({ ...member, roles: next });
  });
}

async function rolesNext(
  { db }: ControlCtx,
  member: LoadedMember,
  { roleIds, ends }: RolesChange,
): Promise<HeldFact[]> {
  const wanted = await loadRoles(db, roleIds, 'roleIds');
  const stray = ends.find(({ roleId }) => !roleIds.includes(roleId));
  if (stray) throw invalid('ends', 'Only roles that are given can end.');
  const next = wanted.map((role): HeldFact => {
    const before = member.roles.find((held) => held.id === role.id)?.endsAt ?? null;
    const said = ends.find(({ roleId }) => roleId === role.id);
    const endsAt = said ? said.at : before;
    if (endsAt && endsAt.getTime() !== before?.getTime() && endsAt.getTime() <= Date.now()) {
      throw invalid('ends', 'A role ends at a time to come.');
    }
    return { ...role, endsAt };
  });
  // What is left when the others end is somebody's choice too.
  if (next.every(({ endsAt }) => endsAt)) {
    throw invalid('ends', 'Keep one role without an end, for when the others are over.');
  }
  return next;
}

interface Change extends RoleChange {
  role: HeldFact;
}

function changesOf({ userId, roles: held }: LoadedMember, next: HeldFact[]): Change[] {
  const given = next.flatMap((role): Change[] => {
    const before = held.find(({ id }) => id === role.id);
    if (before && before.endsAt?.getTime() === role.endsAt?.getTime()) return [];
    return [{ userId, role, kind: before ? 'end_changed' : 'given', endsAt: role.endsAt }];
  });
  const taken = held
    .filter(({ id }) => !next.some((role) => role.id === id))
    .map((role): Change => ({ userId, role, kind: 'taken', endsAt: null }));
  return [...given, ...taken];
}

async function writeRoles({ db }: ControlCtx, membershipId: string, next: HeldFact[]) {
  const ids = next.map(({ id }) => id);
  await db
    .delete(membershipRoles)
    .where(
      and(eq(membershipRoles.membershipId, membershipId), notInArray(membershipRoles.roleId, ids)),
    );
  for (const { id: roleId, endsAt } of next) {
    await db
      .insert(membershipRoles)
      .values({ membershipId, roleId, endsAt })
      .onConflictDoUpdate({
        target: [membershipRoles.tenantId, membershipRoles.membershipId, membershipRoles.roleId],
        set: { endsAt },
      });
  }
  for (const { endsAt } of next) {
    if (endsAt) await enqueueControlJob(db, 'people.endRoles', {}, { at: endsAt });
  }
}

function detailOf(member: LoadedMember, next: HeldFact[], reason: string) {
  const ends = next.flatMap(({ key, endsAt }) => (endsAt ? [[key, endsAt.toISOString()]] : []));
  return {
    from: member.roles.map((role) => role.key),
    to: next.map((role) => role.key),
    ...(ends.length > 0 && { ends: Object.fromEntries(ends) }),
    reason,
  };
}
