import { isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { homes, shards } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { Reason } from '../reason';

export const FleetRetry = z.strictObject({ reason: Reason });

export const FleetRetried = z.strictObject({ due: z.number().int() });

/** Lets the operator try everything that failed again at its next round, within seconds. */
export async function retryFleet(ctx: PlatformCtx): Promise<z.output<typeof FleetRetried>> {
  const due = { nextTryAt: null };
  const shared = await ctx.db
    .update(shards)
    .set(due)
    .where(isNotNull(shards.nextTryAt))
    .returning({ id: shards.id });
  const owned = await ctx.db
    .update(homes)
    .set(due)
    .where(isNotNull(homes.nextTryAt))
    .returning({ id: homes.id });
  ctx.about('fleet', null, { shards: shared.length, homes: owned.length });
  return { due: shared.length + owned.length };
}
