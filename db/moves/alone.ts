import type pg from 'pg';
import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';

/**
 * Runs a task that decides where a tenant lives, or whether; null when another worker is at it. The
 * lock goes with the worker's line to the control plane.
 */
export const alone = <T>(
  servers: Servers,
  tenantId: string,
  task: () => Promise<T>,
): Promise<T | null> =>
  onControl(servers, async (control: pg.Client) => {
    const { rows } = await control.query<{ had: boolean }>(
      `select pg_try_advisory_lock(hashtextextended('move ' || $1, 0)) as had`,
      [tenantId],
    );
    return rows[0]?.had ? await task() : null;
  });
