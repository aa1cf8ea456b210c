import { mintRole, type TestTenant, type World } from '../testing';
import type { Samples } from './ids';

interface Planted extends Samples {
  tenant: TestTenant;
}

/** A role of the tenant's own, another admin, and the workspace offered to the one who asks. */
export async function plantAccess(world: World, { tenant, ids }: Planted, toUserId: string) {
  ids.roleId = await mintRole(tenant, []);
  ids.replacementId = tenant.roleIds.guest;
  ids.defaultRoleId = tenant.roleIds.guest;
  const other = await world.member(tenant, 'admin');
  const [row] = await world.database.query<{ id: string }>(
    'select id from control.memberships where tenant_id = $1 and user_id = $2',
    [tenant.tenantId, other.userId],
  );
  ids.otherAdminId = row?.id ?? '';
  await world.database.query(
    `insert into control.ownership_offers (tenant_id, id, to_user_id, by_name, reason, expires_at)
     values ($1, app.uuid7(), $2, 'Somebody', 'Leaves', now() + interval '1 day')`,
    [tenant.tenantId, toUserId],
  );
}
