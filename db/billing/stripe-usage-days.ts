import type pg from 'pg';
import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';

/** A day of a meter that is due to be compared with what Stripe knows. */
export interface DueDay {
  tenantId: string;
  id: string;
  account: string;
  customer: string;
  meter: string;
  /** Its beginning, milliseconds. */
  from: number;
  /** Hours that differed when last compared, with what Stripe knew of each. */
  unlike: Record<string, string>;
  /** Since then at least an hour went by. */
  rested: boolean;
  hours: DayHour[];
}

/** What is here of one hour of a day, 0 to 23; whole numbers as texts. */
export interface DayHour {
  hour: number;
  ledger: string;
  told: string;
  /** Some of it is still to be told. */
  waiting: boolean;
}

const heldSeconds = 300;

/** Takes one that is due, with its hours as they stand. */
export const takeDueDay = (servers: Servers, account: string): Promise<DueDay | undefined> =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<Omit<DueDay, 'hours'>>(
      `with due as (
         select d.tenant_id, d.id, c.customer from control.stripe_usage_days d
         join control.stripe_customers c on c.tenant_id = d.tenant_id and c.account = d.account
         where d.account = $1 and d.next_at <= now()
         order by d.next_at limit 1 for update of d skip locked)
       update control.stripe_usage_days d set next_at = now() + make_interval(secs => $2)
       from due where d.tenant_id = due.tenant_id and d.id = due.id
       returning d.tenant_id as "tenantId", d.id, d.account, due.customer, d.meter, d.unlike,
         (extract(epoch from d.day) * 1000)::float8 as "from",
         coalesce(d.compared_at < now() - interval '55 minutes', false) as rested`,
      [account, heldSeconds],
    );
    const [day] = rows;
    return day && { ...day, hours: await hoursOf(control, day) };
  });

const inHours = `u.tenant_id = $1 and u.account = $2 and u.meter = $3
  and u.hour >= to_timestamp($4::float8 / 1000) and u.hour < to_timestamp($4::float8 / 1000) + interval '1 day'`;

const keyOf = ({ tenantId, account, meter, from }: Omit<DueDay, 'hours'>) => [
  ...[tenantId, account, meter, from],
];

async function hoursOf(control: pg.Client, day: Omit<DueDay, 'hours'>): Promise<DayHour[]> {
  const { rows } = await control.query<DayHour>(
    `select extract(hour from u.hour at time zone 'UTC')::int as hour,
       coalesce(sum(u.quantity) filter (where u.usage_id is not null), 0)::text as ledger,
       coalesce(sum(u.quantity) filter (where u.state = 'sent'), 0)::text as told,
       bool_or(u.state = 'waiting') as waiting
     from control.stripe_usage u where ${inHours} group by 1 order by 1`,
    keyOf(day),
  );
  return rows;
}

/** What a comparison found, and what is done about it. */
export interface Compared {
  ledger: string;
  told: string;
  known: string;
  unlike: Record<string, string>;
  /** Hours that are surely as they should be. */
  alike: number[];
  /** By how much Stripe is told more, or less, of an hour. */
  mend: { hour: number; quantity: string }[];
  /** After how many seconds it is compared again; null for never. */
  againSeconds: number | null;
}

/** Notes what was found, and enters what mends it, in one transaction. */
export const noteCompared = (servers: Servers, day: DueDay, found: Compared): Promise<void> =>
  onControl(servers, async (control) => {
    await control.query('begin');
    try {
      await settle(control, day, found);
      await control.query(
        `update control.stripe_usage_days set ledger = $3, told = $4, known = $5, unlike = $6,
           mended = mended + $7, fault = null, compared_at = now(),
           next_at = now() + make_interval(secs => $8)
         where tenant_id = $1 and id = $2`,
        [
          ...[day.tenantId, day.id, found.ledger, found.told, found.known],
          ...[JSON.stringify(found.unlike), found.mend.length, found.againSeconds],
        ],
      );
      await control.query('commit');
    } catch (error) {
      await control.query('rollback').catch(() => undefined);
      throw error;
    }
  });

/** What nobody knew of is known by now: it arrived, or it is told with what mends its hour. */
async function settle(control: pg.Client, day: DueDay, { alike, mend }: Compared): Promise<void> {
  const unsure = `update control.stripe_usage u set state = $6, next_at = null
    where ${inHours} and u.state = 'unsure'
      and extract(hour from u.hour at time zone 'UTC')::int = any($5::int[])`;
  await control.query(unsure, [...keyOf(day), alike, 'sent']);
  await control.query(unsure, [...keyOf(day), mend.map(({ hour }) => hour), 'settled']);
  await control.query(
    `insert into control.stripe_usage (tenant_id, id, account, meter, hour, quantity)
     select $1, app.uuid7(), $2, $3,
       to_timestamp($4::float8 / 1000) + make_interval(hours => m.hour), m.quantity
     from unnest($5::int[], $6::bigint[]) as m(hour, quantity)`,
    [...keyOf(day), ...[mend.map(({ hour }) => hour), mend.map(({ quantity }) => quantity)]],
  );
}

/** Notes why a day could not be compared; it is tried again in an hour. */
export const noteNotCompared = (
  servers: Servers,
  { tenantId, id }: Pick<DueDay, 'tenantId' | 'id'>,
  fault: string,
): Promise<void> =>
  onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_usage_days set fault = $3, next_at = now() + interval '1 hour'
       where tenant_id = $1 and id = $2`,
      [tenantId, id, fault.slice(0, 500)],
    );
  });
