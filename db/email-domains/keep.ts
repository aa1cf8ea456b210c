import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';
import { proofDays } from '../sql/email-domains';

/** The job that looks for the record again. */
const job = 'emailDomains.recheck';
const atOnce = 200;

/** After that a last look notes that the proof is over, and an admin begins again. */
const askedDays = proofDays + 1;

/**
 * Asks for another look at each domain whose proof is a day old, until it has stopped to count. Answers
 * how many were asked for.
 */
export async function askForDomainChecks(servers: Servers): Promise<number> {
  return await onControl(servers, async (control) => {
    const { rowCount } = await control.query(
      `with due as (
         update control.email_domain_holders h set
           next_check_at = now() + interval '20 hours' + random() * interval '4 hours'
         where (h.pool_id, h.domain) in (
           select d.pool_id, d.domain from control.email_domain_holders d
           join control.tenants t on t.id = d.tenant_id
           where d.next_check_at <= now() and d.proven_at > now() - make_interval(days => $3)
             and t.status in ('active', 'suspended')
           order by d.next_check_at limit $1 for update of d skip locked)
         returning h.tenant_id, h.domain)
       insert into control.outbox (tenant_id, id, job, payload)
       select tenant_id, app.uuid7(), $2, jsonb_build_object('domain', domain) from due`,
      [atOnce, job, askedDays],
    );
    return rowCount ?? 0;
  });
}
