import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { databaseNow } from '@/db/clock';
import { operations } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { Reason } from '../reason';

export const OperationRetry = z.strictObject({ id: z.uuid(), reason: Reason });

export const OperationRetried = z.strictObject({ id: z.uuid() });

/**
 * Has a piece of work that failed begun again, with as many attempts as at first. While another of
 * its kind waits for the tenant, it comes after it. Throws `not_found`, `precondition`.
 */
export async function retryOperation(
  ctx: PlatformCtx,
  { id }: z.output<typeof OperationRetry>,
): Promise<z.output<typeof OperationRetried>> {
  const [found] = await ctx.db
    .select({ tenantId: operations.tenantId, kind: operations.kind })
    .from(operations)
    .where(eq(operations.id, id));
  if (!found) throw notFound('This piece of work');
  const asked = await ctx.db
    .update(operations)
    .set({ retryAskedAt: databaseNow })
    .where(
      and(
        eq(operations.tenantId, found.tenantId),
        eq(operations.id, id),
        eq(operations.state, 'failed'),
      ),
    )
    .returning({ id: operations.id });
  if (asked.length === 0) {
    throw new AppError('precondition', 'It has not failed, or is being tried again already.');
  }
  ctx.about('tenant', found.tenantId, { operation: id, kind: found.kind });
  return { id };
}
