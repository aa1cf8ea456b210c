import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';
import { begunAnew, hostProofDays, quarantineDays } from '../sql/hosts';

const atOnce = 200;

/**
 * Asks for another look at each host whose proof is a day old, takes those from their tenants whose
 * proof was not seen for a week and for which a look has ended since, however long that takes, and
 * forgets those that are closed to nobody any more. Answers how many it asked for, and how many that
 * were served are lost.
 */
export async function keepHosts(servers: Servers): Promise<{ asked: number; lost: number }> {
  return await onControl(servers, async (control) => {
    const lost = await control.query(
      `with over as (
         select o.host, o.tenant_id, o.serves from control.hosts o
         join control.tenants t on t.id = o.tenant_id
         join control.domains d on d.tenant_id = o.tenant_id and d.host = o.host
         where o.proven_at <= now() - make_interval(days => $2) and o.next_check_at > now()
           and d.checked_at > o.proven_at + make_interval(days => $2)
           and t.status in ('active', 'suspended')
         limit $1 for update of d, o skip locked),
       gone as (
         update control.hosts h set tenant_id = null, former_id = h.tenant_id, serves = false,
           proven_at = null, next_check_at = null, free_at = case when h.serves
             then now() + make_interval(days => $3) else greatest(h.free_at, now()) end
         from over where h.host = over.host),
       anew as (
         update control.domains d set ${begunAnew} from over
         where over.serves and d.tenant_id = over.tenant_id and d.host = over.host)
       insert into control.outbox (tenant_id, id, job, payload)
       select tenant_id, app.uuid7(), 'domains.lose',
         jsonb_build_object('host', host, 'by', 'time') from over where serves`,
      [atOnce, hostProofDays, quarantineDays],
    );
    await control.query(
      `delete from control.hosts where host in (
         select host from control.hosts where tenant_id is null and free_at <= now()
         limit $1 for update skip locked)`,
      [atOnce],
    );
    const asked = await control.query(
      `with due as (
         update control.hosts h set
           next_check_at = now() + interval '20 hours' + random() * interval '4 hours'
         where h.host in (
           select d.host from control.hosts d
           join control.tenants t on t.id = d.tenant_id
           where d.next_check_at <= now() and t.status in ('active', 'suspended')
           order by d.next_check_at limit $1 for update of d skip locked)
         returning h.tenant_id, h.host)
       insert into control.outbox (tenant_id, id, job, payload)
       select tenant_id, app.uuid7(), 'domains.recheck', jsonb_build_object('host', host) from due`,
      [atOnce],
    );
    return { asked: asked.rowCount ?? 0, lost: lost.rowCount ?? 0 };
  });
}

/** How many tenants are served at a host of their own. */
export const tenantsWithHosts = async (servers: Servers): Promise<number> =>
  await onControl(servers, async (control) => {
    const { rows } = await control.query<{ tenants: number }>(
      `select count(distinct tenant_id)::int as tenants from control.hosts
       where serves and tenant_id is not null`,
    );
    return rows[0]?.tenants ?? 0;
  });
