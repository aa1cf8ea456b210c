import { and, eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { membershipRoles, memberships, roles, users } from '@/db/schema/control';
import { permissionsOf } from '../../access/rights';
import { stillHeld } from '../../access/roles/held';
import type { TenantFacts } from '../../doors/caller';
import { formatDay } from '../../format';
import { languageOf } from '../../language/wording-in';
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
  for (const [to, own] of await addressesOfAdmins(db)) {
    const language = languageOf(own, tenant.locale);
    const day = formatDay(dueAt, { locale: language, timeZone: tenant.timeZone });
    await sendMail(db, compose(brand, letterTo({ to, language, tenant: tenant.name, url, day })));
  }
}

/** With the language each chose, if any. */
async function addressesOfAdmins(db: ControlDb): Promise<Map<string, string | null>> {
  const rows = await db
    .select({
      email: users.email,
      locale: users.locale,
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
    .innerJoin(membershipRoles, and(eq(membershipRoles.membershipId, memberships.id), stillHeld))
    .innerJoin(roles, eq(roles.id, membershipRoles.roleId))
    .where(eq(memberships.state, 'active'));
  const able = rows.filter(({ role }) => permissionsOf([role]).has('workspace.delete'));
  return new Map(able.map(({ email, locale }) => [email, locale]));
}
