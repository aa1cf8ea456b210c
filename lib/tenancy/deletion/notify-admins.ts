import { eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { membershipRoles, memberships, roles, users } from '@/db/schema/control';
import { permissionsOf } from '../../access/rights';
import type { TenantFacts } from '../../doors/caller';
import { formatDay } from '../../format';
import { mailBrand } from '../../mail/brand';
import { compose, type Letter } from '../../mail/compose';
import { sendMail } from '../../mail/send-mail';
import { tenantUrl } from '../urls';
import type { Addressed } from './letters';

/** Writes to everybody who could cancel the deletion. */
export async function notifyAdmins(
  db: ControlDb,
  { tenant, dueAt }: { tenant: TenantFacts; dueAt: Date },
  letterTo: (addressed: Addressed) => Letter,
): Promise<void> {
  const brand = await mailBrand(db, tenant.name);
  const url = tenantUrl(tenant, '/settings/data');
  const day = formatDay(dueAt, { locale: 'en', timeZone: tenant.timeZone });
  for (const to of await addressesOfAdmins(db)) {
    await sendMail(db, compose(brand, letterTo({ to, tenant: tenant.name, url, day })));
  }
}

async function addressesOfAdmins(db: ControlDb): Promise<string[]> {
  const rows = await db
    .select({
      email: users.email,
      role: {
        id: roles.id,
        key: roles.key,
        name: roles.name,
        builtIn: roles.builtIn,
        permissions: roles.permissions,
      },
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(membershipRoles, eq(membershipRoles.membershipId, memberships.id))
    .innerJoin(roles, eq(roles.id, membershipRoles.roleId))
    .where(eq(memberships.state, 'active'));
  const able = rows.filter(({ role }) => permissionsOf([role]).has('workspace.delete'));
  return [...new Set(able.map(({ email }) => email))];
}
