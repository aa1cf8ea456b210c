import { and, eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { heldRoles, memberships, roles, users } from '@/db/schema/control';
import type { TenantFacts } from '../../doors/caller';
import { roleColumns } from '../../identity/role-grants';
import { languageOf } from '../../language/wording-in';
import { mailBrand } from '../../mail/brand';
import { type Addressed, compose } from '../../mail/compose';
import type { Letter } from '../../mail/letter';
import { sendMail } from '../../mail/send-mail';
import { tenantUrl } from '../../tenancy/urls';
import type { Permission } from '../permissions';
import { permissionsOf } from '../rights';

interface Concerned {
  tenant: TenantFacts;
  /** Whoever holds it everywhere in the tenant is written to. */
  permission: Permission;
  /** Where the letter's button leads. */
  path: string;
  /** Somebody who knows already. */
  except?: string | null;
}

/**
 * Writes to everybody who may do something in the tenant in scope, each in their language, once the
 * caller's transaction has committed.
 */
export async function mailWhoMay(
  db: ControlDb,
  { tenant, permission, path, except }: Concerned,
  letterTo: (addressed: Addressed) => Letter,
): Promise<void> {
  const brand = await mailBrand(db, tenant.name);
  const url = tenantUrl(tenant, path);
  for (const { to, locale } of await holders(db, permission, except ?? null)) {
    const language = languageOf(locale, tenant.locale);
    await sendMail(db, compose(brand, letterTo({ to, language, tenant: tenant.name, url })));
  }
}

async function holders(db: ControlDb, permission: Permission, except: string | null) {
  const rows = await db
    .select({ id: users.id, email: users.email, locale: users.locale, role: roleColumns })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), eq(users.state, 'active')))
    .innerJoin(heldRoles, eq(heldRoles.membershipId, memberships.id))
    .innerJoin(roles, eq(roles.id, heldRoles.roleId))
    .where(eq(memberships.state, 'active'));
  const able = rows.filter(
    ({ id, role }) => id !== except && permissionsOf([role]).has(permission),
  );
  const byId = new Map(able.map(({ id, email, locale }) => [id, { to: email, locale }]));
  return [...byId.values()];
}
