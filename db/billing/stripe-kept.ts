import type pg from 'pg';
import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';
import type { stripeKeptKinds } from '../schema/control';

/** Something at Stripe that is not as our subscriptions say. */
export interface DueKept {
  stripeId: string;
  kind: (typeof stripeKeptKinds)[number];
  account: string;
  ofTenant: string;
  /** Who the tenant is at Stripe. */
  customer: string;
  ofSubscription: string;
  tries: number;
  /** As what it was found now: our subscription, its state, seats and tier. */
  said: string;
  seats: number;
  tier: string;
  /** The subscription of ours that it was paid for needlessly; null where it was not. */
  owedFor: string | null;
  /** What pays at Stripe for the same; null where nobody signed what it was paid for. */
  owedBeside: string | null;
}

type Named = Pick<DueKept, 'ofTenant' | 'stripeId'>;

const heldSeconds = 180;

/** What pays for something, as Stripe names it. */
export const paying = ['active', 'trialing', 'past_due', 'unpaid'];

/**
 * What each is to be brought in line with: a page with the state of what it is for; a subscription with
 * what it pays for, its state, how many seats there are behind which walls, and whether another pays for
 * the same.
 */
const compared = `
  select k.of_tenant, k.stripe_id, k.kind, k.differs_since, k.owed_for,
    s.state is null or s.state = 'unsigned' as gone, seats.n as seats, place.tier,
    concat(case
      when s.id is null then 'gone'
      when k.kind = 'session' then s.state
      when s.state in ('unsigned', 'signing') then concat(s.id, ' ', s.state)
      else concat(s.id, ' ', s.state, ' ', seats.n, ' ', place.tier)
    end, case when exists (
      select from control.stripe_kept o
      left join control.stripe_subscriptions q on q.tenant_id = o.of_tenant and q.stripe_id = o.stripe_id
      where k.kind = 'subscription' and o.kind = 'subscription' and o.of_tenant = k.of_tenant
        and o.account = k.account and o.stripe_id <> k.stripe_id and o.owed_for is null
        and coalesce(q.subscription_id, o.of_subscription)
          = coalesce(p.subscription_id, k.of_subscription)
    ) then ' doubled' end) as said
  from control.stripe_kept k
  left join control.stripe_subscriptions p on k.kind = 'subscription'
    and p.tenant_id = k.of_tenant and p.stripe_id = k.stripe_id
  left join control.subscriptions s on s.tenant_id = k.of_tenant
    and s.id = coalesce(p.subscription_id, k.of_subscription)
  left join lateral (
    select count(*)::int as n from control.memberships m where m.tenant_id = k.of_tenant) seats on true
  left join lateral (
    select l.tier from control.placements l where l.tenant_id = k.of_tenant limit 1) place on true
  where k.account = $1 and k.next_at <= now() and coalesce(k.held_until <= now(), true)`;

/**
 * Takes one thing at Stripe that is not as it should be, so that nobody else mends it meanwhile. Found by
 * comparing, so that no way of ending, suspending, moving or removing anything can forget one. Seats and
 * tiers that changed wait for `settleSeconds`, since more of that may follow.
 */
export const takeDueKept = async (
  servers: Servers,
  { account, settleSeconds }: { account: string; settleSeconds: number },
): Promise<DueKept | undefined> =>
  await inStripeTurnOf(servers, async (control) => {
    await control.query(
      `insert into control.stripe_kept
         (stripe_id, kind, account, customer, of_tenant, of_subscription)
       select p.stripe_id, 'subscription', p.account, c.customer, p.tenant_id, p.subscription_id
       from control.stripe_subscriptions p
       join control.stripe_customers c on c.tenant_id = p.tenant_id and c.account = p.account
       where p.account = $1 and p.status = any($2) and not exists (
         select from control.stripe_kept k
         where k.of_tenant = p.tenant_id and k.stripe_id = p.stripe_id)
       on conflict do nothing`,
      [account, paying],
    );
    await control.query(
      `with compared as (${compared})
       update control.stripe_kept k
       set differs_since = case when c.said is distinct from k.said then now() end
       from compared c where c.of_tenant = k.of_tenant and c.stripe_id = k.stripe_id
         and (c.said is distinct from k.said) = (k.differs_since is null)`,
      [account],
    );
    const { rows } = await control.query<DueKept>(
      `with compared as (${compared}),
       due as (
         select k.of_tenant, k.stripe_id
         from control.stripe_kept k join compared c using (of_tenant, stripe_id)
         where not exists (
             select from control.stripe_asks a where a.tenant_id = k.of_tenant
               and a.next_at is not null and a.held_until > now())
           and not exists (select from control.stripe_kept o
             where o.of_tenant = k.of_tenant and o.held_until > now())
           and (k.owed_for is not null
             or c.said is distinct from k.said and not (k.kind = 'session' and c.said = 'signing')
           and (k.said is null or c.gone or k.differs_since <= now() - make_interval(secs => $2)
             or split_part(c.said, ' ', 2) <> split_part(k.said, ' ', 2)))
         order by k.differs_since limit 1 for update of k skip locked)
       update control.stripe_kept k set held_until = now() + make_interval(secs => $3)
       from due, compared c
       where k.of_tenant = due.of_tenant and k.stripe_id = due.stripe_id
         and c.of_tenant = k.of_tenant and c.stripe_id = k.stripe_id
       returning k.stripe_id as "stripeId", k.kind, k.account, k.of_tenant as "ofTenant", k.customer,
         k.of_subscription as "ofSubscription", k.tries, c.said, c.seats, c.tier,
         k.owed_for as "owedFor", k.owed_beside as "owedBeside"`,
      [account, settleSeconds, heldSeconds],
    );
    return rows[0];
  });

/** Names of all at Stripe that pay for one subscription of ours, as far as it is known here. */
export const findSiblings = async (
  servers: Servers,
  of: { ofTenant: string; account: string; subscriptionId: string },
): Promise<string[]> =>
  await onControl(servers, async (control) => {
    const { rows } = await control.query<{ id: string }>(
      `select stripe_id as id from control.stripe_subscriptions
       where tenant_id = $1 and account = $2 and subscription_id = $3 and status = any($4)
       union select k.stripe_id from control.stripe_kept k
       where k.of_tenant = $1 and k.account = $2 and k.of_subscription = $3
         and k.kind = 'subscription' and k.owed_for is null
       order by id limit 20`,
      [of.ofTenant, of.account, of.subscriptionId, paying],
    );
    return rows.map(({ id }) => id);
  });

/** Notes for what it was brought in line; where that is another by now, it is due again. */
export const noteKept = async (
  servers: Servers,
  { ofTenant, stripeId, said }: Pick<DueKept, 'ofTenant' | 'stripeId' | 'said'>,
): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_kept set said = $3, differs_since = null, held_until = null, tries = 0,
         fault = null where of_tenant = $1 and stripe_id = $2`,
      [ofTenant, stripeId, said],
    );
  });

/** Forgets what is over at Stripe for good. */
export const forgetKept = async (servers: Servers, { ofTenant, stripeId }: Named): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query('delete from control.stripe_kept where of_tenant = $1 and stripe_id = $2', [
      ofTenant,
      stripeId,
    ]);
  });

/** Notes what went wrong, and when it is tried again. */
export const noteKeptFault = async (
  servers: Servers,
  { ofTenant, stripeId }: Named,
  { fault, seconds }: { fault: string; seconds: number },
): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_kept set fault = $3, tries = tries + 1, held_until = null,
         next_at = now() + make_interval(secs => $4) where of_tenant = $1 and stripe_id = $2`,
      [ofTenant, stripeId, fault.slice(0, 500), seconds],
    );
  });

/**
 * What was read at Stripe before now says less than what was written just now; it is read there again. By
 * the clock, since the transaction may have begun before that reading.
 */
export const heardNow = 'heard_at = clock_timestamp(), look_at = clock_timestamp()';

/** A subscription as Stripe just answered it. */
export interface SeenSubscription {
  ofTenant: string;
  stripeId: string;
  status: string;
  items: { id: string; key: string; quantity: number | null }[];
  cancelAt: Date | null;
}

/**
 * Writes down how Stripe left a subscription after a request of ours, where it is known. It is read there
 * again, since what Stripe tells of it on its own may be on the way.
 */
export const noteSeen = async (
  servers: Servers,
  { ofTenant, stripeId, status, items, cancelAt }: SeenSubscription,
): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_subscriptions
       set status = $3, items = $4, cancel_at = $5, ${heardNow}
       where tenant_id = $1 and stripe_id = $2`,
      [ofTenant, stripeId, status, JSON.stringify(items), cancelAt],
    );
  });

/**
 * Writes down that a tenant has no such subscription at Stripe, or has it no more. What that means for
 * ours the next look says.
 */
export const noteGone = async (servers: Servers, { ofTenant, stripeId }: Named): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_subscriptions set status = 'canceled', ${heardNow}
       where tenant_id = $1 and stripe_id = $2`,
      [ofTenant, stripeId],
    );
  });

/** Notes for which subscription of ours one of Stripe pays, as Stripe says. */
export const noteMeant = async (
  servers: Servers,
  { ofTenant, stripeId, subscriptionId }: Named & { subscriptionId: string },
): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_subscriptions set subscription_id = $3, ${heardNow}
       where tenant_id = $1 and stripe_id = $2`,
      [ofTenant, stripeId, subscriptionId],
    );
    await control.query(
      `update control.stripe_kept set held_until = null, of_subscription = $3
       where of_tenant = $1 and stripe_id = $2`,
      [ofTenant, stripeId, subscriptionId],
    );
  });

/**
 * Those who take something of Stripe's to do take turns, in a transaction that is open: of one tenant only
 * one thing is on its way at once, a wish or what is kept in line.
 */
export const inStripeTurn = (control: pg.Client) =>
  control.query(`select pg_advisory_xact_lock(hashtextextended('stripe asks', 0))`);

async function inStripeTurnOf<T>(
  servers: Servers,
  work: (control: pg.Client) => Promise<T>,
): Promise<T> {
  return await onControl(servers, async (control) => {
    await control.query('begin');
    try {
      await inStripeTurn(control);
      const result = await work(control);
      await control.query('commit');
      return result;
    } catch (error) {
      await control.query('rollback').catch(() => undefined);
      throw error;
    }
  });
}
