import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';

/** The job that looks at what is used of them. */
const job = 'plan.watch';

/** The job that tells of staff's words on limits that end. */
const endsJob = 'plan.lapse';

/** How many days before its end admins are told of it. */
export const warnedDays = 3;

/** Asks to tell of staff's words on limits that end in some days, or are over. Answers of how many tenants. */
export const askForLimitEnds = (servers: Servers): Promise<number> =>
  onControl(servers, async (control) => {
    const { rowCount } = await control.query(
      `insert into control.outbox (tenant_id, id, job, payload)
       select t.id, app.uuid7(), $1, '{}' from control.tenants t
       where t.status = 'active'
         and exists (select 1 from control.limit_overrides o
           where o.tenant_id = t.id and o.ended_at is null and o.over_told_at is null
             and (o.ends_at <= now() or o.soon_told_at is null
               and o.created_at < o.ends_at - make_interval(days => $2)
               and o.ends_at <= now() + make_interval(days => $2)))
         and not exists (select 1 from control.outbox o
           where o.tenant_id = t.id and o.job = $1 and o.admitted_at is null)`,
      [endsJob, warnedDays],
    );
    return rowCount ?? 0;
  });

/** Asks for a look at the limits of each tenant that has some. Answers how many there are. */
export const askForLimitLooks = (servers: Servers): Promise<number> =>
  onControl(servers, async (control) => {
    const { rowCount } = await control.query(
      `insert into control.outbox (tenant_id, id, job, payload)
       select t.id, app.uuid7(), $1, '{}' from control.tenants t
       where t.status = 'active'
         and (control.limit_overrides_of(t.id) is not null
           or exists (select 1 from control.usage_notices n where n.tenant_id = t.id)
           or exists (select 1 from control.plan_facts(t.id) plan
             where plan ->> 'state' = 'signed' and plan -> 'terms' -> 'limits' <> '{}'))
         and not exists (select 1 from control.outbox o
           where o.tenant_id = t.id and o.job = $1 and o.admitted_at is null)`,
      [job],
    );
    return rowCount ?? 0;
  });
