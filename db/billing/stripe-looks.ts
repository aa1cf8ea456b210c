import type pg from 'pg';
import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';
import type { SeenSubscription } from './stripe-kept';

/** A customer at Stripe of whom everything is to be read there. */
export interface DueLook {
  tenantId: string;
  customer: string;
  account: string;
  tries: number;
  /** When it was due, exactly: where that is another by now, it was asked for anew. */
  dueAt: string;
  begunAt: Date;
  /** The last invoice that the one before took, where it did not come to its end an hour ago at most. */
  resumeAfter: string | null;
  /** Subscriptions that are known of this account and were not over, or not for ours, with their lines. */
  open: { id: string; items: SeenSubscription['items'] }[];
}

/** Longer than a look takes; where whoever looks dies, it is due again after that. */
const heldSeconds = 300;

/** What a day at the longest goes by without a look, less a little so that not all come together. */
const daySeconds = 86_400;

/** How often a tenant is looked at that went to pay and of whom nothing came. */
const signingSeconds = 300;

/**
 * Finds customers who are due: who is new, of whom an event came before anybody knew them, or whose tenant
 * is signing something. Looks at customers whom another took the place of are forgotten.
 */
export const findDueLooks = async (servers: Servers): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `insert into control.stripe_looks (tenant_id, id, customer)
       select c.tenant_id, app.uuid7(), c.customer from control.stripe_customers c
       where not exists (select 1 from control.stripe_looks l
         where l.tenant_id = c.tenant_id and l.customer = c.customer)
       on conflict do nothing`,
    );
    await control.query(
      `delete from control.stripe_looks l where l.next_at <= now() and not exists (
         select 1 from control.stripe_customers c
         where c.tenant_id = l.tenant_id and c.customer = l.customer)`,
    );
    await control.query(
      `update control.stripe_looks l set next_at = now()
       where l.next_at > now() and l.tries = 0 and l.looked_at is not null
         and (exists (select 1 from control.stripe_events e
             where e.heard_at is null and e.received_at > now() - interval '1 day'
               and e.received_at > l.looked_at and e.customer = l.customer)
           or l.looked_at < now() - make_interval(secs => $1) and exists (
             select 1 from control.subscriptions s where s.tenant_id = l.tenant_id
               and s.state = 'signing' and s.created_at > now() - interval '2 days')
           or exists (select 1 from control.stripe_subscriptions s
             where s.tenant_id = l.tenant_id and s.look_at <= now()))`,
      [signingSeconds],
    );
  });

/** Takes a customer who is due, or was not looked at for a day, so that nobody else looks meanwhile. */
export const takeDueLook = async (servers: Servers): Promise<DueLook | undefined> =>
  await onControl(servers, async (control) => {
    await control.query('begin');
    try {
      const due = await takeDue(control);
      await control.query('commit');
      return due;
    } catch (error) {
      await control.query('rollback').catch(() => undefined);
      throw error;
    }
  });

async function takeDue(control: pg.Client): Promise<DueLook | undefined> {
  const { rows } = await control.query<DueLook>(
    `with due as (
         select l.tenant_id, l.id, c.account from control.stripe_looks l
         join control.stripe_customers c on c.tenant_id = l.tenant_id and c.customer = l.customer
         where l.next_at <= now() order by l.next_at limit 1 for update of l skip locked)
       update control.stripe_looks l set next_at = now() + make_interval(secs => $1)
       from due where l.tenant_id = due.tenant_id and l.id = due.id
       returning l.tenant_id as "tenantId", l.customer, due.account, l.tries,
         l.next_at::text as "dueAt", clock_timestamp() as "begunAt",
         case when l.resume_at > now() - interval '1 hour' then l.resume_after end as "resumeAfter",
         coalesce((select jsonb_agg(jsonb_build_object('id', s.stripe_id, 'items', s.items))
           from control.stripe_subscriptions s
           where s.tenant_id = l.tenant_id and s.account = due.account
             and (s.status not in ('canceled', 'incomplete_expired')
               or s.carried is distinct from 'unsigned')), '[]') as open`,
    [heldSeconds],
  );
  // What is doubted from now on is read after this.
  await control.query(
    'update control.stripe_subscriptions set look_at = null where tenant_id = $1 and look_at <= $2',
    [rows[0]?.tenantId, rows[0]?.begunAt],
  );
  return rows[0];
}

/**
 * Notes that a customer was looked at, and what of it could not be read. What was asked for meanwhile still
 * comes.
 */
export const noteLooked = async (
  servers: Servers,
  look: DueLook,
  fault: string | null = null,
): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_looks set looked_at = $4, tries = 0, fault = $6,
         resume_after = null, resume_at = null,
         next_at = case when next_at = $3::timestamptz
           then now() + make_interval(secs => $5 * (0.9 + random() / 10)) else next_at end
       where tenant_id = $1 and customer = $2`,
      [look.tenantId, look.customer, look.dueAt, look.begunAt, daySeconds, fault],
    );
  });

/**
 * Notes up to which invoice everything was taken, so that a look that breaks off goes on behind it, unless
 * it was asked for anew meanwhile.
 */
export const noteTaken = async (
  servers: Servers,
  { tenantId, customer, dueAt }: Pick<DueLook, 'tenantId' | 'customer' | 'dueAt'>,
  invoice: string,
): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_looks set resume_after = $3, resume_at = now()
       where tenant_id = $1 and customer = $2 and next_at = $4::timestamptz`,
      [tenantId, customer, invoice, dueAt],
    );
  });

/** Notes that Stripe was not heard, when it is asked again, and whether that begins anew. */
export const noteLookFault = async (
  servers: Servers,
  look: DueLook,
  { fault, seconds, anew }: { fault: string; seconds: number; anew: boolean },
): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_looks set fault = $3, tries = tries + 1,
         next_at = now() + make_interval(secs => $4),
         resume_after = case when not $5 then resume_after end
       where tenant_id = $1 and customer = $2`,
      [look.tenantId, look.customer, fault.slice(0, 500), seconds, anew],
    );
  });
