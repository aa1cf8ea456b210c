import { sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { memberships, roles } from '@/db/schema/control';
import { permissionsOf } from '@/lib/access/rights';
import { roleColumns } from '@/lib/identity/role-grants';

/** That a member has a role that may hand in. */
export async function mayHandIn(db: ControlDb) {
  const all = await db.select(roleColumns).from(roles);
  const ids = all.filter((role) => permissionsOf([role]).has('tasks.submit')).map(({ id }) => id);
  // Named apart from the roles that a question joins.
  return sql<boolean>`exists (
    select 1 from control.held_roles held
    where held.tenant_id = ${memberships.tenantId} and held.membership_id = ${memberships.id}
      and held.role_id = any(${sql.param(ids)}::uuid[]))`;
}
