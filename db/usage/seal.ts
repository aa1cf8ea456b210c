import type pg from 'pg';
import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';

/** How long after its end an hour is sealed. What comes later is a correction of it. */
const sealedAfter = `interval '5 minutes'`;

const tenantsAtOnce = 100;

/**
 * Puts events of hours that are over into hours, tenant by tenant, each event once. The first row of
 * an hour seals it; events that come after are rows of their own. Answers how many rows there are more.
 */
export const sealHours = (servers: Servers): Promise<number> =>
  onControl(servers, async (control) => {
    let sealed = 0;
    for (let after: string | null = null; ; ) {
      const due: string[] = await dueTenants(control, after);
      if (due.length === 0) return sealed;
      sealed += await sealOf(control, due);
      after = due.at(-1) ?? null;
    }
  });

async function dueTenants(control: pg.Client, after: string | null): Promise<string[]> {
  const { rows } = await control.query<{ id: string }>(
    `select distinct tenant_id as id from control.usage_events
     where shipped_at is null and ${isOver} and ($1::uuid is null or tenant_id > $1)
     order by 1 limit ${tenantsAtOnce}`,
    [after],
  );
  return rows.map(({ id }) => id);
}

const isOver = `at < date_trunc('hour', now() - ${sealedAfter}, 'UTC')`;

/** All of these tenants or nothing; a second operator waits, and then finds nothing. */
async function sealOf(control: pg.Client, tenantIds: string[]): Promise<number> {
  await control.query('begin');
  try {
    await control.query(alone);
    const { rowCount } = await control.query(sealText(isOver), [tenantIds]);
    await control.query('commit');
    return rowCount ?? 0;
  } catch (error) {
    await control.query('rollback').catch(() => undefined);
    throw error;
  }
}

const alone = `select pg_advisory_xact_lock(hashtextextended('seal usage', 0))`;

/** Seals all there is of a tenant that goes, the present hour too, in the transaction that removes it. */
export async function sealRest(control: pg.Client, tenantId: string): Promise<void> {
  await control.query(alone);
  await control.query(sealText('true'), [[tenantId]]);
}

const sealText = (which: string) => `
  with taken as (
    update control.usage_events set shipped_at = now()
    where tenant_id = any($1) and shipped_at is null and ${which}
    returning tenant_id, meter, date_trunc('hour', at, 'UTC') as hour, quantity, actor_id, token_id,
      module),
  parts as (
    insert into control.usage_parts (tenant_id, id, meter, hour, actor_id, token_id, module, quantity)
    select tenant_id, app.uuid7(), meter, hour, actor_id, token_id, module, sum(quantity) from taken
    where actor_id is not null or token_id is not null or module is not null
    group by tenant_id, meter, hour, actor_id, token_id, module having sum(quantity) <> 0)
  insert into control.usage_hours (tenant_id, id, meter, hour, sequence, quantity)
  select t.tenant_id, app.uuid7(), t.meter, t.hour, coalesce((select max(h.sequence) + 1
      from control.usage_hours h
      where h.tenant_id = t.tenant_id and h.meter = t.meter and h.hour = t.hour), 0), t.quantity
  from (select tenant_id, meter, hour, sum(quantity) as quantity from taken group by 1, 2, 3) t
  where t.quantity <> 0`;
