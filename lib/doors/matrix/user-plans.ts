import { v7 as uuidv7 } from 'uuid';
import { StoredTerms } from '@/lib/billing/user-plans/terms';
import type { TestTenant, World } from '../testing';
import type { Samples } from './ids';
import { plantedAt } from './plans';

interface Planted extends Samples {
  tenant: TestTenant;
}

/**
 * A plan that is offered to members, one with a draft, and one that all members have; the admin asked
 * for it besides, and a step is planned for the guest.
 */
export async function plantUserPlans(world: World, { tenant, ids, canary }: Planted) {
  const plan = (name: string, published = true) =>
    plantPlan(world, { tenant, name: `${canary} ${name}`, published });
  ids.userPlanId = await plan('offered');
  ids.draftedUserPlanId = await plan('drafted', false);
  const held = await plan('held');
  const members = await world.database.query<{ id: string; key: string }>(
    `select m.id, r.key from control.memberships m
     join control.membership_roles h on h.tenant_id = m.tenant_id and h.membership_id = m.id
     join control.roles r on r.tenant_id = h.tenant_id and r.id = h.role_id
     where m.tenant_id = $1 order by m.user_id = $2 desc, m.id`,
    [tenant.tenantId, ids.adminId],
  );
  const memberOf = (key: string) => members.find((one) => one.key === key)?.id ?? '';
  const row = { world, tenant, canary, planId: held };
  ids.memberId = memberOf('basic');
  ids.userSubscriptionId = await subscribe(row, { memberId: memberOf('basic'), state: 'signed' });
  ids.myPlanId = await subscribe(row, { memberId: memberOf('admin'), state: 'signed' });
  ids.myWishId = await subscribe(row, { memberId: memberOf('admin'), state: 'signing' });
  const guest = { memberId: memberOf('guest'), state: 'signed' as const, planned: true };
  ids.plannedUserSubscriptionId = await subscribe(row, guest);
}

async function plantPlan(
  { database }: World,
  { tenant, name, published }: { tenant: TestTenant; name: string; published: boolean },
): Promise<string> {
  const id = uuidv7();
  await database.query(
    'insert into control.user_plans (tenant_id, id, name, offered) values ($1, $2, $3, $4)',
    [tenant.tenantId, id, name, published],
  );
  const terms = StoredTerms.parse({ signing: 'self', includes: [name] });
  await database.query(
    `insert into control.user_plan_versions
       (tenant_id, id, plan_id, version, terms, changed_by_name, published_at)
     values ($1, app.uuid7(), $2, 1, $3, $4, case when $5 then now() end)`,
    [tenant.tenantId, id, JSON.stringify(terms), name, published],
  );
  await database.query(
    `insert into control.user_plan_roles (tenant_id, id, plan_id, version, role_id, purpose)
     values ($1, app.uuid7(), $2, 1, $3, 'gives')`,
    [tenant.tenantId, id, tenant.roleIds.guest],
  );
  return id;
}

async function subscribe(
  row: { world: World; tenant: TestTenant; canary: string; planId: string },
  of: { memberId: string; state: 'signing' | 'signed'; planned?: boolean },
): Promise<string> {
  const id = uuidv7();
  const { tenantId } = row.tenant;
  await row.world.database.query(
    `insert into control.user_subscriptions (tenant_id, id, membership_id, plan_id, version, state,
       note, asked_by_name, changed_at, next_state, next_at, next_reason, next_by_name)
     values ($1, $2, $3, $4, 1, $5, $6, $6, $7,
       case when $8 then 'unsigned' end, case when $8 then now() + interval '1 day' end,
       case when $8 then $6 end, case when $8 then $6 end)`,
    [tenantId, id, of.memberId, row.planId, of.state, row.canary, plantedAt, !!of.planned],
  );
  await row.world.database.query(
    `insert into control.user_subscription_changes
       (tenant_id, id, subscription_id, revision, to_state, reason, by_name)
     values ($1, app.uuid7(), $2, 1, 'signing', $3, $3)`,
    [tenantId, id, row.canary],
  );
  return id;
}
