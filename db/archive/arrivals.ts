import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';

/**
 * Has what names people be theirs again who came over to another pool since an archive was taken: by
 * the jobs of modules that did it then, and by the mirror of people.
 */
export async function replayArrivals(
  servers: Servers,
  tenantId: string,
  renames: readonly string[],
): Promise<void> {
  await onControl(servers, async (control) => {
    await control.query(
      `update control.pool_arrivals set pending = $2, pending_since = now() where tenant_id = $1`,
      [tenantId, renames],
    );
    await control.query(
      `insert into control.outbox (tenant_id, id, job, payload)
       select a.tenant_id, app.uuid7(), r.job, jsonb_build_object(
         'formerUserId', a.former_user_id, 'newUserId', a.new_user_id)
       from control.pool_arrivals a cross join unnest($2::text[]) r(job) where a.tenant_id = $1
       union all
       select a.tenant_id, app.uuid7(), 'person.sync', jsonb_build_object('userId', u.id)
       from control.pool_arrivals a
       cross join unnest(array[a.former_user_id, a.new_user_id]) u(id) where a.tenant_id = $1`,
      [tenantId, renames],
    );
  });
}
