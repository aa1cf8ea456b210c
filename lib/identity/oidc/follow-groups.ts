import { and, eq, inArray } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { membershipRoles, memberships, roles } from '@/db/schema/control';
import { isStandingAdmin, ownerIdOf } from '../../access/ownership/owner';
import { inTurn, otherAdminThan } from '../../access/people/last-admin';
import { type HeldFact, loadMember } from '../../access/people/member';
import type { RoleFact } from '../../access/rights';
import { noteRoleChanges, type RoleChange } from '../../access/roles/note-changes';
import { joinTenant, syncPerson } from '../memberships';
import { roleColumns } from '../role-grants';
import { managedRoleIds, type Provider } from './provider';
import { RefusedByProvider, seated } from './refusal';

interface Follower {
  provider: Provider;
  groups: string[];
  userId: string;
}

/**
 * Brings a member's roles to what their groups say now; a stranger becomes a member where the provider
 * may bring people in. Roles that no group gives are left alone, and so are the owner and the last
 * admin. Answers how many roles they have; throws `RefusedByProvider` for who is no member.
 */
export async function followGroups(db: ControlDb, follower: Follower): Promise<number> {
  const { provider, userId } = follower;
  // Before a seat is taken, as whoever removes somebody does: else the two could wait for each other.
  await inTurn(db);
  const [membership] = await db
    .select({ id: memberships.id, state: memberships.state })
    .from(memberships)
    .where(eq(memberships.userId, userId));
  if (membership ? membership.state !== 'active' : !provider.joins) {
    throw new RefusedByProvider('no_member');
  }
  const mapped = await rolesOf(db, follower);
  if (membership) return await change(db, { ...follower, membershipId: membership.id, mapped });
  const [first] = mapped.length > 0 ? mapped : await fallback(db, provider);
  if (!first) throw new RefusedByProvider('no_role');
  const membershipId = await seated(joinTenant(db, { userId, roleId: first.id }));
  await note(db, provider, [{ userId, kind: 'given', role: first, endsAt: null }]);
  return await change(db, { ...follower, membershipId, mapped });
}

/** What the groups give. A role that is gone gives nothing. */
async function rolesOf(db: ControlDb, { provider, groups }: Follower): Promise<RoleFact[]> {
  const inGroups = new Set(groups);
  const ids = provider.groupRoles
    .filter(({ group }) => inGroups.has(group))
    .map(({ roleId }) => roleId);
  if (ids.length === 0) return [];
  return await db.select(roleColumns).from(roles).where(inArray(roles.id, ids));
}

async function fallback(db: ControlDb, { defaultRoleId }: Provider): Promise<RoleFact[]> {
  if (!defaultRoleId) return [];
  return await db.select(roleColumns).from(roles).where(eq(roles.id, defaultRoleId));
}

interface Changing extends Follower {
  membershipId: string;
  mapped: RoleFact[];
}

async function change(db: ControlDb, changing: Changing): Promise<number> {
  const { provider, userId, membershipId } = changing;
  const { roles: held } = await loadMember(db, membershipId);
  const next = await rolesNext(db, changing, held);
  const given = next.filter((role) => !held.some(({ id }) => id === role.id));
  const taken = held.filter((role) => !next.some(({ id }) => id === role.id));
  for (const { id: roleId } of taken) {
    await db
      .delete(membershipRoles)
      .where(
        and(eq(membershipRoles.membershipId, membershipId), eq(membershipRoles.roleId, roleId)),
      );
  }
  for (const { id: roleId } of given) {
    // One past its end may still be there.
    await db
      .insert(membershipRoles)
      .values({ membershipId, roleId })
      .onConflictDoUpdate({
        target: [membershipRoles.tenantId, membershipRoles.membershipId, membershipRoles.roleId],
        set: { endsAt: null },
      });
  }
  if (given.length + taken.length > 0) {
    await note(db, provider, [
      ...given.map((role): RoleChange => ({ userId, kind: 'given', role, endsAt: null })),
      ...taken.map((role): RoleChange => ({ userId, kind: 'taken', role, endsAt: null })),
    ]);
    await syncPerson(db, userId);
  }
  return next.length;
}

async function rolesNext(
  db: ControlDb,
  { provider, userId, mapped }: Changing,
  held: HeldFact[],
): Promise<RoleFact[]> {
  const managed = managedRoleIds(provider);
  const own = held.filter(({ id }) => !managed.has(id));
  const wanted = mapped.length > 0 || own.length > 0 ? mapped : await fallback(db, provider);
  const next: RoleFact[] = [...own, ...wanted.filter(({ id }) => !own.some((o) => o.id === id))];
  const admin = held.find((role) => isStandingAdmin([role]));
  if (!admin || next.some(({ id }) => id === admin.id)) return next;
  const needed = (await ownerIdOf(db)) === userId || !(await otherAdminThan(db, userId));
  return needed ? [...next, admin] : next;
}

const note = (db: ControlDb, { label }: Provider, changes: RoleChange[]) =>
  noteRoleChanges(db, changes, { byName: label, reason: 'Groups at sign-in' });
