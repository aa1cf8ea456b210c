import { v7 as uuidv7 } from 'uuid';
import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';

/** A tenant's minute of the day: the first four bytes of its id's SHA-256, modulo a day's minutes. */
const minute = `('x' || substr(encode(sha256(p.tenant_id::text::bytea), 'hex'), 1, 8))::bit(32)::bigint % 1440`;

/**
 * Asks for the daily backup of tenants whose minute has come and that have none since. Answers how
 * many were asked for; the rest have their turn with the next call.
 */
export async function askForDailyBackups(servers: Servers, limit: number): Promise<number> {
  return await onControl(servers, async (control) => {
    const { rows } = await control.query<{ id: string }>(
      `with due as (
         select p.tenant_id, date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'
           + make_interval(mins => (${minute})::int) as today
         from control.placements p join control.tenants t on t.id = p.tenant_id
         where t.status in ('active', 'suspended') and p.state = 'active'
       ), wanted as (
         select tenant_id, case when today <= now() then today else today - interval '1 day' end as since
         from due
       )
       select w.tenant_id as id from wanted w
       where not exists (select 1 from control.operations o where o.tenant_id = w.tenant_id
           and o.kind = 'backup' and o.created_at >= w.since)
         and exists (select 1 from control.tenants t where t.id = w.tenant_id and t.created_at < w.since)
       order by w.since limit $1`,
      [limit],
    );
    for (const { id } of rows) {
      await control.query(
        `insert into control.operations (tenant_id, id, kind, input)
         values ($1, $2, 'backup', '{"purpose":"scheduled"}')
         on conflict (tenant_id, kind) where state = 'queued' do nothing`,
        [id, uuidv7()],
      );
    }
    return rows.length;
  });
}
