import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import {
  invitations,
  membershipRoles,
  memberships,
  roles,
  securityPolicies,
  teamRoles,
  teams,
} from '@/db/schema/control';
import { passPlanRoles } from '../../billing/user-plans/roles';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, invalid } from '../../errors';
import { passJoining } from '../../identity/domains/change-joining';
import { passGroups } from '../../identity/oidc/provider';
import { passTokens } from '../../identity/workspace-tokens/tokens';
import { keepAnAdmin } from '../people/last-admin';
import { Reason } from '../people/member';
import type { RoleFact } from '../rights';
import { stillHeldOverTeam } from '../teams/held';
import { stillHeld } from './held';
import { noteRoleChanges, type RoleChange } from './note-changes';
import { findOwnRole, lockOwnRole } from './own-role';
import { heldNow, loadRoles, requireWithin } from './role';
import { widerOf } from './wider';

export const RoleDeletion = z.strictObject({
  id: z.uuid(),
  /** What its people have instead. */
  replacementId: z.uuid(),
  reason: Reason,
});

export const RoleDeleted = z.strictObject({ people: z.number().int() });

/**
 * Deletes a role of the tenant's own. In one transaction its people, open invitations to it, tokens
 * of the workspace and a second factor asked of it pass to another role. Throws `not_found`, `invalid` on a replacement
 * that cannot be, `forbidden` for what one lacks, `precondition` for a built-in role and where rules
 * of records would open wider, `conflict` when one of the two was changed meanwhile.
 */
export async function deleteRole(
  ctx: ControlCtx,
  { id, replacementId, reason }: z.output<typeof RoleDeletion>,
): Promise<z.input<typeof RoleDeleted>> {
  // Rules lie on another connection: whoever waited for one while others wait for this turn would
  // have them wait for nothing.
  const asked = await bothRoles(ctx.db, { id, replacementId }, findOwnRole);
  await refuseWider(ctx, asked.role, asked.instead);
  return await ctx.transact((db) =>
    keepAnAdmin(db, async () => {
      const { role, instead } = await bothRoles(db, { id, replacementId }, lockOwnRole);
      requireWithin(await heldNow({ ...ctx, db }), [role, instead]);
      if (!isSame(asked.role, role) || !isSame(asked.instead, instead)) {
        throw new AppError('conflict', 'Somebody else changed this role. Load the page again.');
      }
      const people = await passPeople({ ...ctx, db }, { role, instead, reason });
      const tokens = await passRest(db, role, instead);
      await db.delete(roles).where(eq(roles.id, id));
      const detail = { key: role.key, name: role.name, permissions: role.permissions };
      const passed = { people, ...(tokens > 0 && { tokens }) };
      ctx.about('role', id, { ...detail, instead: instead.key, ...passed, reason });
      return { people };
    }),
  );
}

async function bothRoles(
  db: ControlDb,
  { id, replacementId }: { id: string; replacementId: string },
  find: typeof findOwnRole,
) {
  const role = await find(db, id);
  if (replacementId === id) throw invalid('replacementId', 'Choose another role.');
  const [instead] = await loadRoles(db, [replacementId], 'replacementId');
  if (!instead) throw invalid('replacementId', 'This role does not exist.');
  return { role, instead };
}

const isSame = (one: RoleFact, other: RoleFact) =>
  one.permissions.join() === other.permissions.join();

/** Rules that keep records from a role hold for nobody once it is gone. */
async function refuseWider(ctx: ControlCtx, from: RoleFact, to: RoleFact) {
  const wider = await widerOf(ctx, from, to);
  if (wider.length === 0) return;
  const names = wider.slice(0, 5).join(', ');
  const role = to.name;
  throw new AppError(
    'precondition',
    `Its people would see or do more in ${names} as ${role}. Change the rules there first, or choose another role.`,
    { fields: { replacementId: `${role} may see or do more in ${names}.` } },
  );
}

interface Passing {
  role: RoleFact;
  instead: RoleFact;
  reason: string;
}

/** Rows that one statement takes. */
const atOnce = 1_000;

async function passPeople(
  { db, actor }: Pick<ControlCtx, 'db' | 'actor'>,
  { role, instead, reason }: Passing,
) {
  const holders = await db
    .select({
      membershipId: memberships.id,
      userId: memberships.userId,
      endsAt: membershipRoles.endsAt,
    })
    .from(membershipRoles)
    .innerJoin(memberships, eq(memberships.id, membershipRoles.membershipId))
    .where(and(eq(membershipRoles.roleId, role.id), stillHeld));
  await db.delete(membershipRoles).where(eq(membershipRoles.roleId, role.id));
  for (let at = 0; at < holders.length; at += atOnce) {
    await db
      .insert(membershipRoles)
      .values(
        holders
          .slice(at, at + atOnce)
          .map(({ membershipId, endsAt }) => ({ membershipId, endsAt, roleId: instead.id })),
      )
      .onConflictDoUpdate({
        target: [membershipRoles.tenantId, membershipRoles.membershipId, membershipRoles.roleId],
        set: { endsAt: laterEnd },
      });
  }
  const changes = holders.flatMap(({ userId, endsAt }): RoleChange[] => [
    { userId, kind: 'taken', role, endsAt: null },
    { userId, kind: 'given', role: instead, endsAt },
  ]);
  const over = await passOverTeams(db, role, instead);
  await noteRoleChanges(db, [...changes, ...over], { byName: actor.name, reason });
  return new Set([...holders, ...over].map(({ userId }) => userId)).size;
}

/** The same for those who have it over a team. */
async function passOverTeams(db: ControlDb, role: RoleFact, instead: RoleFact) {
  const held = await db
    .select({ userId: teamRoles.userId, teamId: teamRoles.teamId, endsAt: teamRoles.endsAt })
    .from(teamRoles)
    .where(and(eq(teamRoles.roleId, role.id), stillHeldOverTeam));
  await db.delete(teamRoles).where(eq(teamRoles.roleId, role.id));
  if (held.length === 0) return [];
  await db
    .insert(teamRoles)
    .values(held.map((one) => ({ ...one, roleId: instead.id })))
    .onConflictDoUpdate({
      target: [teamRoles.tenantId, teamRoles.userId, teamRoles.roleId, teamRoles.teamId],
      set: { endsAt: laterEndOver },
    });
  const named = await db
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(
      inArray(
        teams.id,
        held.map(({ teamId }) => teamId),
      ),
    );
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return held.flatMap(({ userId, teamId, endsAt }): RoleChange[] => {
    const teamName = names.get(teamId) ?? '';
    return [
      { userId, kind: 'taken', role, endsAt: null, teamName },
      { userId, kind: 'given', role: instead, endsAt, teamName },
    ];
  });
}

// Whoever has the other role already keeps it for as long as either was theirs.
const laterEnd = sql`case when ${membershipRoles.endsAt} is null or excluded.ends_at is null then null
  else greatest(${membershipRoles.endsAt}, excluded.ends_at) end`;

const laterEndOver = sql`case when ${teamRoles.endsAt} is null or excluded.ends_at is null then null
  else greatest(${teamRoles.endsAt}, excluded.ends_at) end`;

/** Everything else that names it; answers how many tokens of the workspace. */
async function passRest(db: ControlDb, role: RoleFact, instead: RoleFact): Promise<number> {
  await db.update(invitations).set({ roleId: instead.id }).where(eq(invitations.roleId, role.id));
  await passGroups(db, role.id, instead.id);
  await passPlanRoles(db, role, instead);
  await passJoining(db, role.id, instead.id);
  const tokens = await passTokens(db, role, instead);
  const [policy] = await db
    .select({ id: securityPolicies.id, demanded: securityPolicies.secondFactorRoles })
    .from(securityPolicies)
    .for('update');
  if (!policy?.demanded.includes(role.key)) return tokens;
  // Asked of no role in particular it would be asked of everybody, and dropped it of nobody.
  const passed = policy.demanded.map((key) => (key === role.key ? instead.key : key));
  await db
    .update(securityPolicies)
    .set({ secondFactorRoles: [...new Set(passed)], changedAt: new Date() })
    .where(eq(securityPolicies.id, policy.id));
  return tokens;
}
