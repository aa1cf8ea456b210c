import { v7 as uuidv7 } from 'uuid';
import { enterUsage } from '@/db/billing/stripe-usage';
import type { DoorCall } from '@/lib/doors/call';
import type { World } from '@/lib/doors/testing';
import type { MeterName } from '../../meters';
import { publishPlan, putOn } from '../../testing/plans';
import { eventOf } from '../prices';
import { metersByEvent } from '../publish';
import { tellPlans } from '../tell-plans';
import type { StripeStage } from './stage';

const hourMs = 3_600_000;
export const account = 'one';

const charged = { currency: 'EUR', interval: 'month' } as const;
const terms = {
  prices: [
    { kind: 'metered', ...charged, amount: 5, meter: 'requests', per: 1_000 },
    { kind: 'metered', ...charged, amount: 1, meter: 'computing', per: 1_000 },
    { kind: 'metered', ...charged, amount: 1, meter: 'database', per: 1_000 },
  ],
} as const;

/** Tenants that pay for what they use, and hours of it as if they had been sealed. */
export class UsageStage {
  readonly world: World;
  readonly stripe: StripeStage;
  readonly asStaff: () => DoorCall;
  readonly #plan: { planId: string; version: number };

  private constructor(world: World, stripe: StripeStage, asStaff: () => DoorCall, plan: Plan) {
    this.world = world;
    this.stripe = stripe;
    this.asStaff = asStaff;
    this.#plan = plan;
  }

  static async open(
    world: World,
    asStaff: () => DoorCall,
    stripe: StripeStage,
  ): Promise<UsageStage> {
    await world.database.query(
      'delete from control.stripe_plans; delete from control.stripe_customers; update control.plans set archived_at = now()',
    );
    const plan = await publishPlan(asStaff, { prices: [...terms.prices] });
    await tellPlans(world.database.servers, { sdk: stripe.sdk, account });
    return new UsageStage(world, stripe, asStaff, plan);
  }

  /** A tenant on the plan that Stripe has known for so long, by its id and its customer's. */
  async tenant(knownHours = 100): Promise<{ tenantId: string; customer: string }> {
    const { tenantId } = await this.world.tenant();
    await putOn(this.asStaff, tenantId, this.#plan);
    const { id: customer } = await this.stripe.sdk.customers.create({});
    await this.world.database.query(
      `insert into control.stripe_customers (tenant_id, id, account, customer, created_at)
       values ($1, $2, $3, $4, now() - make_interval(hours => $5))`,
      [tenantId, uuidv7(), account, customer, knownHours],
    );
    await this.world.database.query(
      `update control.subscriptions set created_at = now() - make_interval(hours => $2)
       where tenant_id = $1`,
      [tenantId, knownHours],
    );
    return { tenantId, customer };
  }

  /** Seals so much of a meter, some hours ago; beginning of that hour, milliseconds. */
  async seal(
    { tenantId }: { tenantId: string },
    { hoursAgo, quantity, meter = 'requests' }: Sealed,
  ): Promise<number> {
    const hour = Math.floor(Date.now() / hourMs - hoursAgo) * hourMs;
    await this.world.database.query(
      `insert into control.usage_hours (tenant_id, id, meter, hour, sequence, quantity)
       select $1, $2, $3, $4, coalesce(max(sequence) + 1, 0), $5 from control.usage_hours
       where tenant_id = $1 and meter = $3 and hour = $4`,
      [tenantId, uuidv7(), meter, new Date(hour), quantity],
    );
    return hour;
  }

  enter(withinHours = 2): Promise<number> {
    return enterUsage(this.world.database.servers, { account, withinHours });
  }

  /** What Stripe knows of a meter, by hours in milliseconds. */
  async known(customer: string, meter: MeterName = 'requests'): Promise<Record<number, number>> {
    const { sdk } = this.stripe;
    const id = (await metersByEvent(sdk)).get(eventOf(meter)) ?? '';
    const end = Math.ceil(Date.now() / hourMs) * 3_600;
    const known: Record<number, number> = {};
    for await (const {
      start_time: at,
      aggregated_value: value,
    } of sdk.billing.meters.listEventSummaries(id, {
      customer,
      start_time: end - 40 * 86_400,
      end_time: end,
      value_grouping_window: 'hour',
    })) {
      known[at * 1000] = value;
    }
    return known;
  }
}

interface Plan {
  planId: string;
  version: number;
}

interface Sealed {
  hoursAgo: number;
  quantity: number;
  meter?: MeterName;
}
