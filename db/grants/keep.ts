import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';

/** Days before its end that both sides are told of a grant, unless it lasts less than twice as long. */
const noticeDays = 7;

/** The job that mails admins. */
const job = 'grants.tell';
const atOnce = 200;

/** Has both sides of each grant that ends soon told of it, once. Answers how many grants there were. */
export async function askForGrantNotices(servers: Servers): Promise<number> {
  return await onControl(servers, async (control) => {
    const { rowCount } = await control.query(
      `with near as (
         update control.grants g set end_told_at = now() where (g.tenant_id, g.id) in (
           select d.tenant_id, d.id from control.grants d
           join control.grant_answers a on a.tenant_id = d.grantee_id and a.grantor_id = d.tenant_id
             and a.grant_id = d.id and a.state = 'accepted'
           where d.end_told_at is null and d.ended_at is null and d.ends_at > now()
             and d.ends_at <= now() + make_interval(days => $3)
             and d.ends_at - d.created_at >= make_interval(days => 2 * $3)
           order by d.tenant_id, d.id limit $1 for update of d skip locked)
         returning g.tenant_id, g.grantee_id, g.id),
       told as (
         insert into control.outbox (tenant_id, id, job, payload)
         select side, app.uuid7(), $2, jsonb_build_object('id', near.id, 'news', 'ending')
         from near, unnest(array[near.tenant_id, near.grantee_id]) side)
       select id from near`,
      [atOnce, job, noticeDays],
    );
    return rowCount ?? 0;
  });
}
