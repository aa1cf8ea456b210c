import { v7 as uuidv7 } from 'uuid';
import { PlanTerms } from '@/lib/billing/terms';
import type { TestTenant, World } from '../testing';
import type { Samples } from './ids';

interface Planted extends Samples {
  tenant: TestTenant;
}

/** What is planted as it has to be, so that nothing must be done before. */
export const plantedReady = new Set(['platform.plans.publish', 'userPlans.publish']);

/** Operations that nothing may be planned for, since the platform would have the word then. */
const withoutSteps = new Set(['plan.pay']);

/** Takes the step back that is planned for what the tenant has, where an operation wants it so. */
export async function clearSteps(world: World, { ids }: Samples, operation: string): Promise<void> {
  if (!withoutSteps.has(operation)) return;
  await world.database.query(
    `update control.subscriptions
     set next_state = null, next_at = null, next_reason = null, next_by_name = null where id = $1`,
    [ids.heldSubscriptionId],
  );
}

/** When what is planted came to hold. */
export const plantedAt = '2026-01-01T00:00:00.000Z';

/** A plan that is offered to all, whose id tells nobody anything. */
export const offeredPlan = '019b7d2e-5c00-7000-8000-000000000001';

/**
 * A plan; what the tenant asked for, of another plan, and what it has, with a step of it
 * that is planned; and for staff the subscriptions of two others, one for each that changes one.
 */
export async function plantPlans(world: World, { tenant, ids, canary }: Planted) {
  const [other, third] = [await world.tenant(), await world.tenant()];
  ids.planTenantId = other.tenantId;
  ids.plannedTenantId = third.tenantId;
  await plantPlan(world, 'For all', { id: offeredPlan, offered: true });
  ids.planId = await plantPlan(world, canary);
  ids.draftedPlanId = await plantPlan(world, `${canary} drafted`, { published: false });
  const wished = await plantPlan(world, `${canary} wished`);
  for (const [name, tenantId, state] of [
    ['subscriptionId', tenant.tenantId, 'signing'],
    ['heldSubscriptionId', tenant.tenantId, 'signed'],
    ['otherSubscriptionId', other.tenantId, 'signed'],
    ['plannedSubscriptionId', third.tenantId, 'signed'],
  ] as const) {
    const planned = state === 'signing' ? null : canary;
    ids[name] = uuidv7();
    await world.database.query(
      `insert into control.subscriptions (tenant_id, id, plan_id, version, state, note, asked_by_name,
         changed_at, next_reason, next_by_name, next_state, next_at)
       values ($1, $2, $3, 1, $4, $5, $5, $6, $7::text, $7::text,
         case when $7::text is null then null else 'unsigned' end,
         case when $7::text is null then null else now() + interval '1 day' end)`,
      [tenantId, ids[name], wished, state, canary, plantedAt, planned],
    );
    await world.database.query(
      `insert into control.subscription_changes
         (tenant_id, id, subscription_id, revision, to_state, reason, by_name)
       values ($1, app.uuid7(), $2, 1, 'signing', $3, $3)`,
      [tenantId, ids[name], canary],
    );
  }
  await world.database.query(
    `insert into control.limit_overrides (tenant_id, id, name, max, reason, by_name)
     values ($1, app.uuid7(), 'members', 1000, $2, $2) on conflict do nothing`,
    [tenant.tenantId, canary],
  );
  await plantPayment(world, { tenant, ids, canary });
  await plantInvoice(world, { tenant, ids, canary });
}

/** That what it has is paid for, who it is to Stripe, and what Stripe was asked for. */
async function plantPayment({ database }: World, { tenant, ids, canary }: Planted) {
  const { tenantId } = tenant;
  ids.stripeAskId = uuidv7();
  await database.query(
    `insert into control.stripe_customers (tenant_id, id, account, customer)
     values ($1, app.uuid7(), 'one', $2) on conflict do nothing`,
    [tenantId, customerOf(canary)],
  );
  const item = { id: 'si_1', key: 'rowhouse.x.1.flat.EUR.month', quantity: 1 };
  await database.query(
    `insert into control.stripe_subscriptions
       (tenant_id, id, subscription_id, account, stripe_id, status, items, told_at)
     values ($1, app.uuid7(), $2, 'one', $3, 'active', $4, now()) on conflict do nothing`,
    [tenantId, ids.heldSubscriptionId, `sub_${canary}`, JSON.stringify([item])],
  );
  await database.query(
    `insert into control.stripe_asks
       (tenant_id, id, kind, subscription_id, request, by_name, state, fault, next_at, answered_at)
     values ($1, $2, 'checkout', $3, $4, $5, 'failed', $5, null, now())`,
    [tenantId, ids.stripeAskId, ids.subscriptionId, JSON.stringify({ charge: aCharge }), canary],
  );
}

/** How somebody may want to pay. */
export const aCharge = { currency: 'EUR', interval: 'month' };

/** What it was charged. */
async function plantInvoice({ database }: World, { tenant, canary }: Planted): Promise<void> {
  await database.query(
    `insert into control.stripe_invoices (tenant_id, id, stripe_id, account, number, status, currency,
       total, amount_paid, amount_remaining, period_start, period_end, issued_at, told_at)
     values ($1, app.uuid7(), $2, 'one', $2, 'open', 'eur', 1, 0, 1, $3, $3, $3, $3)`,
    [tenant.tenantId, canary, plantedAt],
  );
}

export const customerOf = (canary: string) => `cus_${canary}`;

async function plantPlan(
  { database }: World,
  name: string,
  { id = uuidv7(), published = true, offered = false } = {},
): Promise<string> {
  await database.query(
    `insert into control.plans (id, name, offered) values ($1, $2, $3) on conflict do nothing`,
    [id, `${name} ${id}`, offered],
  );
  await database.query(
    `insert into control.plan_versions (plan_id, version, terms, changed_by_name, published_at)
     values ($1, 1, $2, 'Somebody', case when $3 then now() end)
     on conflict do nothing`,
    [id, JSON.stringify(PlanTerms.parse({})), published],
  );
  return id;
}
