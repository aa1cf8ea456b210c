import type { ControlDb } from '@/db/control';
import type { PoolCtx } from '../../doors/ctx';
import type { OpenJoin } from '../../doors/other-pool';
import { AppError } from '../../errors';
import type { Claim, Side } from './claims';

/** One of the two pools of a join, with a way into it. */
export interface SidePool {
  join: OpenJoin;
  poolId: string;
  run<T>(work: (db: ControlDb) => Promise<T>): Promise<T>;
  /** One audited transaction. */
  transact<T>(work: (db: ControlDb) => Promise<T>): Promise<T>;
}

/** The pool of one side. Throws `precondition` where the claim's join is over or stands elsewhere. */
export async function poolOf(ctx: PoolCtx, claim: Claim, side: Side): Promise<SidePool> {
  const { join, poolId, run, transact } = await ctx.otherPool();
  const stands = claim.purpose === 'begin' ? 'offered' : 'running';
  if (join.id !== claim.joinId || join.state !== stands) throw joinIsOver();
  const isOther = poolId === (side === 'new' ? join.poolId : join.formerPoolId);
  if (isOther) return { join, poolId, run, transact };
  const own = { poolId: ctx.tenant.poolId, transact: ctx.transact };
  return { join, ...own, run: async (work) => await work(ctx.db) };
}

export const joinIsOver = () =>
  new AppError('precondition', 'This is over. Ask an admin of the workspace.');
