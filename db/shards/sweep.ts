import type pg from 'pg';
import { onControl } from '../homes/prepare';
import { asOwner, onServer, operatorUrl, type Servers } from '../homes/servers';
import { pooledRole } from '../policies';

/** A place written this long ago belongs to an opening that has ended, one way or the other. */
const openingEndsWithin = '10 minutes';
const atOnce = 1_000;
const answerMs = 30_000;

/**
 * Removes from a shard's shared tables the places of tenants that were never opened, and marks the
 * others as settled. Answers how many were removed; nothing of a tenant can stand there yet.
 */
export async function sweepPlaces(servers: Servers, connection: string): Promise<number> {
  const sweep = (client: pg.Client) =>
    asOwner(client, async () => {
      const { rows } = await client.query<{ id: string }>(
        `select tenant_id as id from app.placements
         where not settled and role_name = $1 and placed_at < now() - interval '${openingEndsWithin}'
         order by placed_at limit ${atOnce}`,
        [pooledRole],
      );
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return 0;
      const opened = await openedOf(servers, ids);
      await client.query(
        'update app.placements set settled = true where tenant_id = any($1::uuid[])',
        [opened],
      );
      const removed = await client.query(
        `delete from app.placements where tenant_id = any($1::uuid[]) and not settled`,
        [ids],
      );
      return removed.rowCount ?? 0;
    });
  return await onServer(operatorUrl(servers, connection), sweep, { answerMs });
}

/** A tenant that lives elsewhere by now counts: its old place is its move's to clear. */
const openedOf = (servers: Servers, ids: string[]) =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<{ id: string }>(
      'select tenant_id as id from control.placements where tenant_id = any($1::uuid[])',
      [ids],
    );
    return rows.map(({ id }) => id);
  });
