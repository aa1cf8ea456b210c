import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import type { ControlDb } from '../control';
import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';
import type { stripeAskKinds, subscriptionStates } from '../schema/control';
import { heardNow, inStripeTurn, type SeenSubscription } from './stripe-kept';

/** What an admin wants of Stripe, for whom, and what is known of the tenant. */
export interface DueAsk {
  tenantId: string;
  id: string;
  kind: (typeof stripeAskKinds)[number];
  subscriptionId: string | null;
  request: unknown;
  tries: number;
  byName: string;
  tenantName: string;
}

/** Longer than asking takes; where whoever asks dies, it is due again after that. */
const heldSeconds = 180;

/**
 * Takes what is due, so that nobody else asks for it meanwhile, nor for anything else of that tenant, nor
 * keeps anything of it in line. What a page is begun with is written down the first time, so that a repeat says the same.
 */
export const takeDueAsk = async (servers: Servers): Promise<DueAsk | undefined> =>
  await inOne(servers, async (control) => {
    await inStripeTurn(control);
    const { rows } = await control.query<DueAsk>(
      `update control.stripe_asks a
       set held_until = now() + make_interval(secs => $1),
         request = jsonb_build_object(
           'seats', (select count(*) from control.memberships m where m.tenant_id = a.tenant_id),
           'tier', (select p.tier from control.placements p where p.tenant_id = a.tenant_id limit 1),
           'first', not exists (
             select from control.stripe_subscriptions s where s.tenant_id = a.tenant_id)
         ) || a.request
       from (
         select d.tenant_id, d.id from control.stripe_asks d
         where d.next_at <= now() and coalesce(d.held_until <= now(), true) and not exists (
           select from control.stripe_asks o
           where o.tenant_id = d.tenant_id and o.next_at is not null and o.held_until > now())
           and not exists (select from control.stripe_kept k
             where k.of_tenant = d.tenant_id and k.held_until > now())
         order by d.next_at limit 1 for update skip locked) due,
         control.tenants t
       where a.tenant_id = due.tenant_id and a.id = due.id and t.id = a.tenant_id
       returning a.tenant_id as "tenantId", a.id, a.kind, a.subscription_id as "subscriptionId",
         a.request, a.tries, a.by_name as "byName", t.name as "tenantName"`,
      [heldSeconds],
    );
    return rows[0];
  });

interface Answered {
  result: Record<string, unknown>;
  /** A page that was opened, to be shut once nobody needs it. */
  session?: { stripeId: string; account: string; customer: string } | undefined;
  /** What is brought about here with it, or not at all. */
  and?: (db: ControlDb, control: pg.Client) => Promise<void>;
}

/** Notes what came of it, once. */
export const noteAskReady = async (
  servers: Servers,
  { tenantId, id, subscriptionId }: Pick<DueAsk, 'tenantId' | 'id' | 'subscriptionId'>,
  { result, session, and }: Answered,
): Promise<void> =>
  await inOne(servers, async (control) => {
    // The same builders over the operator's line; it has no runner of the product's own.
    await and?.(drizzle(control) as unknown as ControlDb, control);
    await control.query(
      `update control.stripe_asks set state = 'ready', result = $3, fault = null, next_at = null,
         held_until = null, answered_at = now() where tenant_id = $1 and id = $2`,
      [tenantId, id, JSON.stringify(result)],
    );
    if (!session) return;
    await control.query(
      `insert into control.stripe_kept
         (stripe_id, kind, account, customer, of_tenant, of_subscription)
       values ($1, 'session', $2, $3, $4, $5) on conflict do nothing`,
      [session.stripeId, session.account, session.customer, tenantId, subscriptionId],
    );
  });

/** Notes what Stripe said against it, or that it was not heard and when it is asked again. */
export const noteAskFault = async (
  servers: Servers,
  { tenantId, id }: Pick<DueAsk, 'tenantId' | 'id'>,
  { fault, seconds }: { fault: string; seconds: number | null },
): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_asks set fault = $3, tries = tries + 1, held_until = null,
         state = case when $4::float8 is null then 'failed' else 'waiting' end,
         next_at = now() + make_interval(secs => $4::float8),
         answered_at = case when $4::float8 is null then now() end
       where tenant_id = $1 and id = $2 and state = 'waiting'`,
      [tenantId, id, fault.slice(0, 500), seconds],
    );
  });

/** A subscription of ours, as it stands by now. */
export interface OwnSubscription {
  id: string;
  state: (typeof subscriptionStates)[number];
  revision: number;
  planId: string;
  version: number;
  terms: unknown;
}

/** One that the tenant has; undefined where it has none of this id. */
export const findOwn = async (
  servers: Servers,
  tenantId: string,
  id: string | null,
): Promise<OwnSubscription | undefined> =>
  await onControl(servers, async (control) => {
    const { rows } = await control.query<OwnSubscription>(
      `select s.id, s.state, s.revision, s.plan_id as "planId", s.version, v.terms
       from control.subscriptions s
       join control.plan_versions v on v.plan_id = s.plan_id and v.version = s.version
       where s.tenant_id = $1 and s.id = $2`,
      [tenantId, id],
    );
    return rows[0];
  });

/** Terms of a version that was published. */
export const findTerms = async (
  servers: Servers,
  { planId, version }: { planId: string; version: number },
): Promise<unknown> =>
  await onControl(servers, async (control) => {
    const { rows } = await control.query<{ terms: unknown }>(
      `select terms from control.plan_versions
       where plan_id = $1 and version = $2 and published_at is not null`,
      [planId, version],
    );
    return rows[0]?.terms;
  });

interface PaidThere {
  stripeId: string;
  heldId: string;
  /** Who the tenant is at Stripe: whose the subscription there has to be. */
  customer: string;
}

/** All that pay at Stripe for the plan that holds, as far as it is known here. */
export const listPaid = async (
  servers: Servers,
  tenantId: string,
  account: string,
): Promise<PaidThere[]> =>
  await onControl(servers, async (control) => {
    const { rows } = await control.query<PaidThere>(
      `select p.stripe_id as "stripeId", s.id as "heldId", c.customer
       from control.subscriptions s
       join control.stripe_subscriptions p on p.tenant_id = s.tenant_id and p.subscription_id = s.id
       join control.stripe_customers c on c.tenant_id = s.tenant_id and c.account = p.account
       where s.tenant_id = $1 and s.state in ('signed', 'suspended') and p.account = $2
         and p.status in ('active', 'trialing', 'past_due', 'unpaid')
       order by p.id limit 20`,
      [tenantId, account],
    );
    return rows;
  });

/** Pages that were opened to pay for one subscription of ours and are not known to be over. */
export const listSessions = async (
  servers: Servers,
  { tenantId, subscriptionId, account }: Record<'tenantId' | 'subscriptionId' | 'account', string>,
): Promise<string[]> =>
  await onControl(servers, async (control) => {
    const { rows } = await control.query<{ id: string }>(
      `select stripe_id as id from control.stripe_kept
       where kind = 'session' and of_tenant = $1 and of_subscription = $2 and account = $3
       order by created_at desc`,
      [tenantId, subscriptionId, account],
    );
    return rows.map(({ id }) => id);
  });

/**
 * Writes down, in a transaction that is open, what a subscription of Stripe pays for after a change; where
 * that was given up meanwhile it is to be brought in line with what holds instead.
 */
export async function noteMoved(
  control: pg.Client,
  { ofTenant, stripeId, status, items, cancelAt, subscriptionId }: Moved,
): Promise<void> {
  await control.query(
    `update control.stripe_subscriptions
     set status = $3, items = $4, cancel_at = $5, ${heardNow},
       subscription_id = coalesce($6, subscription_id)
     where tenant_id = $1 and stripe_id = $2`,
    [ofTenant, stripeId, status, JSON.stringify(items), cancelAt, subscriptionId],
  );
  await control.query(
    'update control.stripe_kept set said = null where of_tenant = $1 and stripe_id = $2',
    [ofTenant, stripeId],
  );
}

interface Moved extends SeenSubscription {
  /** Null where it pays for what it paid for before. */
  subscriptionId: string | null;
}

/** Reads or writes in one transaction over the operator's line, with the builders of the product. */
export const readBy = async <T>(
  servers: Servers,
  work: (db: ControlDb) => Promise<T>,
): Promise<T> =>
  await inOne(servers, async (control) => await work(drizzle(control) as unknown as ControlDb));

async function inOne<T>(servers: Servers, work: (control: pg.Client) => Promise<T>): Promise<T> {
  return await onControl(servers, async (control) => {
    await control.query('begin');
    try {
      const result = await work(control);
      await control.query('commit');
      return result;
    } catch (error) {
      await control.query('rollback').catch(() => undefined);
      throw error;
    }
  });
}
