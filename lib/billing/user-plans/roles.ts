import { and, eq, or } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { membershipRoles, roles, userPlanRoles, userPlanVersions } from '@/db/schema/control';
import { inTurn } from '../../access/people/last-admin';
import { permissionsOf, permissionsOfBuiltIn, type RoleFact } from '../../access/rights';
import { stillHeld } from '../../access/roles/held';
import { heldNow, loadRoles, requireWithin } from '../../access/roles/role';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, invalid } from '../../errors';
import { roleColumns } from '../../identity/role-grants';
import { StoredTerms, type UserPlanTerms } from './terms';

const r = userPlanRoles;

interface VersionKey {
  planId: string;
  version: number;
}

const ofVersion = ({ planId, version }: VersionKey) =>
  and(eq(r.planId, planId), eq(r.version, version));

/** Roles that a version gives, as they are now. */
export const rolesGivenBy = (db: ControlDb, key: VersionKey): Promise<RoleFact[]> =>
  db
    .selectDistinct(roleColumns)
    .from(r)
    .innerJoin(roles, eq(roles.id, r.roleId))
    .where(and(ofVersion(key), eq(r.purpose, 'gives')));

/** Roles that somebody gave a member everywhere. */
export const rolesOfOwn = (db: ControlDb, membershipId: string): Promise<RoleFact[]> =>
  db
    .select(roleColumns)
    .from(membershipRoles)
    .innerJoin(roles, eq(roles.id, membershipRoles.roleId))
    .where(and(eq(membershipRoles.membershipId, membershipId), stillHeld));

/** Writes which roles a draft gives and is for. Throws `invalid` for one that does not exist. */
export async function writeRoles(
  db: ControlDb,
  key: VersionKey,
  { roleIds, forRoleIds, signing }: UserPlanTerms,
): Promise<void> {
  refuseAdminRights(await loadRoles(db, roleIds, 'terms.roleIds'), signing);
  await loadRoles(db, forRoleIds, 'terms.forRoleIds');
  await db.delete(r).where(ofVersion(key));
  const rows = [
    ...roleIds.map((roleId) => ({ ...key, roleId, purpose: 'gives' as const })),
    ...forRoleIds.map((roleId) => ({ ...key, roleId, purpose: 'for' as const })),
  ];
  if (rows.length > 0) await db.insert(r).values(rows);
}

/** Whether a role may do what only admins may. */
export const hasAdminRights = (role: RoleFact): boolean => {
  const common = permissionsOfBuiltIn('company');
  return [...permissionsOf([role])].some((permission) => !common.has(permission));
};

/** Nobody makes an admin of themselves by signing. Throws `invalid`. */
export function refuseAdminRights(given: RoleFact[], signing: UserPlanTerms['signing']): void {
  const admin = signing === 'self' ? given.find(hasAdminRights) : undefined;
  if (!admin) return;
  throw invalid(
    'terms.roleIds',
    `${admin.name} may do what only admins may. Let admins sign this plan, or leave the role out.`,
  );
}

/**
 * Nobody gives or takes roles by a plan that they could not give or take themselves. Throws
 * `forbidden`. Called before the subscriber's turn: whoever changes roles waits in this order.
 */
export async function requireMayGive(ctx: ControlCtx, key: VersionKey): Promise<void> {
  if ((await rolesGivenBy(ctx.db, key)).length === 0) return;
  await inTurn(ctx.db);
  requireWithin(await heldNow(ctx), await rolesGivenBy(ctx.db, key));
}

/**
 * Has plans give, and be for, another role in the place of one that is deleted. Throws `precondition`
 * where members would sign themselves into what only admins may do.
 */
export async function passPlanRoles(db: ControlDb, role: RoleFact, instead: RoleFact) {
  const v = userPlanVersions;
  if (hasAdminRights(instead)) {
    const giving = await db
      .select({ terms: v.terms })
      .from(r)
      .innerJoin(v, and(eq(v.planId, r.planId), eq(v.version, r.version)))
      .where(and(eq(r.roleId, role.id), eq(r.purpose, 'gives')));
    if (giving.some(({ terms }) => StoredTerms.parse(terms).signing === 'self')) {
      throw new AppError(
        'precondition',
        `A plan that members sign themselves gives this role, and ${instead.name} may do what only admins may. Choose another role.`,
      );
    }
  }
  await db.update(r).set({ roleId: instead.id }).where(eq(r.roleId, role.id));
}

/** Which roles these versions give and are for, by plan and version. */
export async function rolesOfVersions(db: ControlDb, keys: readonly VersionKey[]) {
  const rows = keys.length
    ? await db
        .selectDistinct({
          ...{ planId: r.planId, version: r.version, roleId: r.roleId, purpose: r.purpose },
        })
        .from(r)
        .where(or(...keys.map(ofVersion)))
    : [];
  return ({ planId, version }: VersionKey) => {
    const own = rows.filter((row) => row.planId === planId && row.version === version);
    const by = (purpose: 'gives' | 'for') =>
      own.filter((row) => row.purpose === purpose).map(({ roleId }) => roleId);
    return { roleIds: by('gives'), forRoleIds: by('for') };
  };
}
