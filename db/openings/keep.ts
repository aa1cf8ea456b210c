import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';

/** Who failed this long ago is not coming back; its address is free again. */
const patience = '24 hours';
/** How long it can be read how an opening went. */
const keptFor = '7 days';
/** What could not be taken down is tried again this often. */
const retryEvery = '10 minutes';

/**
 * Has openings gone on with that somebody wants retried or given up, gives those up that nobody
 * looks after, and forgets old ones. Answers how many were set going.
 */
export async function keepOpenings(servers: Servers): Promise<number> {
  return await onControl(servers, async (control) => {
    await control.query(abandonText);
    const { rowCount } = await control.query(nudgeText);
    await control.query(
      `delete from control.openings where ended_at < now() - interval '${keptFor}'`,
    );
    return rowCount ?? 0;
  });
}

const abandonText = `
  update control.openings p set give_up_asked_at = now(), retry_asked_at = now()
  from control.operations o
  where o.tenant_id = p.tenant_id and o.id = p.id and o.state = 'failed'
    and o.finished_at < now() - interval '${patience}'
    and p.opened_at is null and p.give_up_asked_at is null`;

// One that waits for its next try goes on at once; one that failed begins anew.
const nudgeText = `
  with nudged as (
    update control.openings p set retry_asked_at = null
    from control.operations o
    where o.tenant_id = p.tenant_id and o.id = p.id and p.ended_at is null
      and (p.retry_asked_at is not null or o.state = 'failed'
        and (p.give_up_asked_at is not null or p.opened_at is not null)
        and o.finished_at < now() - interval '${retryEvery}')
    returning p.tenant_id, p.id)
  update control.operations o set attempts = 0,
    retry_asked_at = case when o.state = 'failed' then now() end,
    available_at = least(o.available_at, now()),
    lease_until = case when o.state = 'running' and o.available_at > now() then now()
      else o.lease_until end
  from nudged n where n.tenant_id = o.tenant_id and n.id = o.id
    and o.state in ('queued', 'running', 'failed')`;
