import { v7 as uuidv7 } from 'uuid';
import { mintRole, type TestTenant, type World } from '../testing';
import type { Samples } from './ids';

interface Planted extends Samples {
  tenant: TestTenant;
}

/** A role of the tenant's own, teams, another admin, and the workspace offered to the one who asks. */
export async function plantAccess(world: World, planted: Planted, toUserId: string) {
  const { tenant, ids } = planted;
  ids.roleId = await mintRole(tenant, []);
  ids.replacementId = tenant.roleIds.guest;
  ids.defaultRoleId = tenant.roleIds.guest;
  ids.clientRoleId = tenant.roleIds.basic;
  const other = await world.member(tenant, 'admin');
  const [row] = await world.database.query<{ id: string }>(
    'select id from control.memberships where tenant_id = $1 and user_id = $2',
    [tenant.tenantId, other.userId],
  );
  ids.otherAdminId = row?.id ?? '';
  await plantTeams(world, planted);
  await world.database.query(
    `insert into control.ownership_offers (tenant_id, id, to_user_id, by_name, reason, expires_at)
     values ($1, app.uuid7(), $2, 'Somebody', 'Leaves', now() + interval '1 day')`,
    [tenant.tenantId, toUserId],
  );
}

/** A team with somebody in it and a role over it, one to stand under, and one that nobody uses. */
async function plantTeams({ database }: World, { tenant, ids, canary }: Planted) {
  for (const name of ['teamId', 'parentId', 'unusedTeamId']) {
    ids[name] = uuidv7();
    await database.query(
      `insert into control.teams (tenant_id, id, name, name_key, description)
       values ($1, $2, $3, $3, $4)`,
      [tenant.tenantId, ids[name], `${name} of ${tenant.slug}`.toLowerCase(), canary],
    );
  }
  const of = [tenant.tenantId, ids.teamId, ids.userId];
  await database.query(
    `insert into control.team_members (tenant_id, id, team_id, user_id)
     values ($1, app.uuid7(), $2, $3)`,
    of,
  );
  await database.query(
    `insert into control.team_roles (tenant_id, id, team_id, user_id, role_id)
     values ($1, app.uuid7(), $2, $3, $4)`,
    [...of, ids.roleId],
  );
}
