import { sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { read } from '@/db/wire/access';
import { AppError } from '../../errors';

/** How many views, shared with other tenants of the pool or by them, tie the tenant in scope to it. */
export async function countTies(db: ControlDb): Promise<number> {
  const { rows } = await db.execute(read(sql`select control.own_ties() as ties`));
  return (rows[0] as { ties: number } | undefined)?.ties ?? 0;
}

export const tied = () =>
  new AppError(
    'precondition',
    'A view shared with another workspace ties this one to its sign-in. It cannot join.',
  );
