import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';

/** The job that looks at what is used of them. */
const job = 'plan.watch';

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
