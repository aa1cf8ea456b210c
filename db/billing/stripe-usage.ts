import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';

/** Something of `usage_hours`, or what mends it, of which Stripe is to be told. */
export interface DueUsage {
  tenantId: string;
  /** By which Stripe tells it from others. */
  id: string;
  customer: string;
  meter: string;
  /** Beginning of the hour, milliseconds. */
  hour: number;
  /** Whole number as a text. */
  quantity: string;
  tries: number;
  /** Whether an earlier try may have arrived. */
  doubted: boolean;
}

/** Longer than telling takes; where whoever tells it dies, it is due again after that. */
const heldSeconds = 300;

/** Stripe forgets after a day that it was told something; after this nobody tells it again blindly. */
const surelyKnown = `interval '23 hours'`;

/**
 * Enters hours that were sealed within so many hours and that Stripe is to be told of: of tenants it
 * knows, from the hour on in which it came to know them, of meters with a price in a plan that they
 * had then. Answers how many. Safe to repeat.
 */
export const enterUsage = (
  servers: Servers,
  { account, withinHours }: { account: string; withinHours: number },
): Promise<number> =>
  onControl(servers, async (control) => {
    const { rowCount } = await control.query(
      `with entered as (
         insert into control.stripe_usage (tenant_id, id, account, usage_id, meter, hour, quantity)
         select h.tenant_id, app.uuid7(), c.account, h.id, h.meter, h.hour, h.quantity
         from control.usage_hours h
         join control.stripe_customers c on c.tenant_id = h.tenant_id and c.account = $1
         where h.sealed_at > now() - make_interval(hours => $2)
           and h.hour >= date_trunc('hour', c.created_at, 'UTC')
           and exists (
             select 1 from control.subscriptions s
             join control.plan_versions v on v.plan_id = s.plan_id and v.version = s.version
             where s.tenant_id = h.tenant_id and s.state <> 'signing'
               and s.created_at < h.hour + interval '1 hour'
               and (s.state <> 'unsigned' or s.changed_at > h.hour)
               and v.terms @? format('$.prices[*] ? (@.meter == "%s")', h.meter)::jsonpath)
         on conflict (tenant_id, account, usage_id) do nothing
         returning tenant_id, account, meter, hour)
       insert into control.stripe_usage_days as d (tenant_id, id, account, meter, day, next_at)
       select tenant_id, app.uuid7(), account, meter, day,
         greatest(now(), (day + interval '27 hours') at time zone 'UTC')
       from (select distinct tenant_id, account, meter, (hour at time zone 'UTC')::date as day
         from entered) days
       on conflict (tenant_id, account, meter, day) do update
         set next_at = greatest(excluded.next_at, now() + interval '1 hour')`,
      [account, withinHours],
    );
    return rowCount ?? 0;
  });

/** Takes what is due, so that nobody else tells of it meanwhile; earlier hours first. */
export const takeDueUsage = (
  servers: Servers,
  account: string,
  most: number,
): Promise<DueUsage[]> =>
  onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_usage set state = 'unsure', next_at = null
       where account = $1 and next_at <= now() and doubted_at < now() - ${surelyKnown}`,
      [account],
    );
    const { rows } = await control.query<DueUsage>(
      `with due as (
         select u.tenant_id, u.id, u.doubted_at, c.customer from control.stripe_usage u
         join control.stripe_customers c on c.tenant_id = u.tenant_id and c.account = u.account
         where u.account = $1 and u.next_at <= now()
         order by u.hour limit $2 for update of u skip locked)
       update control.stripe_usage u set tries = u.tries + 1,
         doubted_at = coalesce(due.doubted_at, now()), next_at = now() + make_interval(secs => $3)
       from due where u.tenant_id = due.tenant_id and u.id = due.id
       returning u.tenant_id as "tenantId", u.id, due.customer, u.meter, u.quantity, u.tries - 1 as tries,
         due.doubted_at is not null as doubted, (extract(epoch from u.hour) * 1000)::float8 as hour`,
      [account, most, heldSeconds],
    );
    return rows;
  });

type Named = Pick<DueUsage, 'tenantId' | 'id'>;

/** Notes that Stripe knows these. */
export const noteUsageSent = (servers: Servers, sent: readonly Named[]): Promise<void> =>
  onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_usage u set state = 'sent', fault = null, sent_at = now(), next_at = null
       from unnest($1::uuid[], $2::uuid[]) as named(tenant_id, id)
       where u.tenant_id = named.tenant_id and u.id = named.id`,
      [sent.map(({ tenantId }) => tenantId), sent.map(({ id }) => id)],
    );
  });

export interface UsageFault {
  fault: string;
  /** Whether it surely did not arrive. */
  sure: boolean;
  /** After how long it is told again; null where that would change nothing. */
  seconds: number | null;
}

/** Notes that Stripe did not take one, or that nobody knows whether it did. */
export const noteUsageFault = (
  servers: Servers,
  { tenantId, id, doubted }: Pick<DueUsage, 'tenantId' | 'id' | 'doubted'>,
  { fault, sure, seconds }: UsageFault,
): Promise<void> =>
  onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_usage set fault = $3,
         state = case when $5::float8 is null then 'refused' else 'waiting' end,
         doubted_at = case when $4 then null else doubted_at end,
         next_at = now() + make_interval(secs => $5)
       where tenant_id = $1 and id = $2`,
      [tenantId, id, fault.slice(0, 500), sure && !doubted, seconds],
    );
  });
