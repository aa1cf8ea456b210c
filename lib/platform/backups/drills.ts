import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { archives, operations, tenants } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { askOperator } from '../../operations/ask';
import { getTenantFacts } from './backups';
import {
  type Asked,
  Drill,
  type DrillList,
  type DrillQuery,
  type TenantWithReason,
} from './shapes';

const mostShown = 100;

/** Drills of the last ninety days, newest first. */
export async function listDrills(
  { db }: PlatformCtx,
  { tenantId }: z.output<typeof DrillQuery>,
): Promise<z.input<typeof DrillList>> {
  const rows = await db
    .select({
      id: operations.id,
      tenant: { id: tenants.id, name: tenants.name, slug: tenants.slug },
      state: operations.state,
      askedByName: operations.askedByName,
      createdAt: operations.createdAt,
      finishedAt: operations.finishedAt,
      error: operations.error,
      result: operations.result,
    })
    .from(operations)
    .innerJoin(tenants, eq(tenants.id, operations.tenantId))
    .where(
      and(eq(operations.kind, 'drill'), tenantId ? eq(operations.tenantId, tenantId) : undefined),
    )
    .orderBy(desc(operations.createdAt))
    .limit(mostShown);
  return {
    drills: rows.map(({ result, ...row }) => ({
      ...row,
      outcome: z.object(Drill.shape.outcome.unwrap().shape).safeParse(result).data ?? null,
    })),
  };
}

/** Asks for a drill of a tenant's newest backup. Throws `not_found`, `precondition`. */
export async function askDrill(
  ctx: PlatformCtx,
  { id }: z.output<typeof TenantWithReason>,
): Promise<z.input<typeof Asked>> {
  await getTenantFacts(ctx.db, id);
  const [backup] = await ctx.db
    .select({ id: archives.id })
    .from(archives)
    .where(eq(archives.tenantId, id))
    .limit(1);
  if (!backup) throw new AppError('precondition', 'It has no backup yet. Take one first.');
  const { actor } = ctx;
  const asked = await askOperator(ctx.db, { kind: 'drill', input: {}, actor, tenantId: id });
  ctx.about('tenant', id, { operation: asked.id });
  return asked;
}
