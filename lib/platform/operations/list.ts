import { and, count, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { openings, operationStates, operations, tenants } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';

const mostShown = 100;

export const OperationsQuery = z.strictObject({
  tenantId: z.uuid().optional(),
  /** `open` are those that wait or run. */
  state: z.enum(['open', 'failed']).default('failed'),
});

const OperationOfTenant = z.strictObject({
  id: z.uuid(),
  tenant: z.strictObject({ id: z.uuid(), name: z.string() }),
  kind: z.string(),
  state: z.enum(operationStates),
  attempts: z.number().int(),
  /** Of the last attempt. */
  error: z.string().nullable(),
  askedBy: z.string().nullable(),
  createdAt: z.coerce.date(),
  finishedAt: z.coerce.date().nullable(),
  /** Staff asked for another try, which has not begun. */
  retryAskedAt: z.coerce.date().nullable(),
});
export type OperationOfTenant = z.output<typeof OperationOfTenant>;

export const OperationsList = z.strictObject({
  operations: z.array(OperationOfTenant),
  failed: z.number().int(),
  open: z.number().int(),
});

/** The latest hundred pieces of work in a state, over all tenants, newest first. */
export async function listOperations(
  { db }: PlatformCtx,
  { tenantId, state }: z.output<typeof OperationsQuery>,
): Promise<z.input<typeof OperationsList>> {
  const ofTenant = tenantId ? eq(operations.tenantId, tenantId) : undefined;
  const rows = await db
    .select({
      id: operations.id,
      // One that is being opened is no tenant yet.
      tenant: {
        id: operations.tenantId,
        name: sql<string>`coalesce(${tenants.name}, ${openings.name}, '')`,
      },
      kind: operations.kind,
      state: operations.state,
      attempts: operations.attempts,
      error: operations.error,
      askedBy: operations.askedByName,
      createdAt: operations.createdAt,
      finishedAt: operations.finishedAt,
      retryAskedAt: operations.retryAskedAt,
    })
    .from(operations)
    .leftJoin(tenants, eq(tenants.id, operations.tenantId))
    .leftJoin(
      openings,
      and(eq(openings.tenantId, operations.tenantId), eq(openings.id, operations.id)),
    )
    .where(and(known, ofTenant, inArray(operations.state, statesOf[state])))
    .orderBy(desc(operations.createdAt))
    .limit(mostShown);
  const counted = await db
    .select({ state: operations.state, n: count() })
    .from(operations)
    .where(and(ofTenant, inArray(operations.state, [...statesOf.open, ...statesOf.failed])))
    .groupBy(operations.state);
  const total = (states: readonly string[]) =>
    counted.reduce((sum, row) => sum + (states.includes(row.state) ? row.n : 0), 0);
  return { operations: rows, failed: total(statesOf.failed), open: total(statesOf.open) };
}

/** Work on tenants that are gone is nobody's any more. */
const known = or(isNotNull(tenants.id), isNotNull(openings.id));

const statesOf: Record<'open' | 'failed', (typeof operationStates)[number][]> = {
  open: ['queued', 'running'],
  failed: ['failed'],
};
