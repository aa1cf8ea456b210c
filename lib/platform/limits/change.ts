import { and, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { databaseNow } from '@/db/clock';
import { limitOverrides, tenants } from '@/db/schema/control';
import { findOverrides } from '../../billing/overrides';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { tellTenant } from '../tenants/tell-tenant';
import type { Lifting, Overridden, Overriding } from './shapes';

type Result = z.input<typeof Overridden>;

/**
 * Says how much of something a tenant may have, whatever its plan says. It counts from the next who adds.
 * Throws `not_found`.
 */
export async function overrideLimit(
  ctx: PlatformCtx,
  { id, name, max, endsAt, reason }: z.output<typeof Overriding>,
): Promise<Result> {
  const before = await endSaid(ctx, { id, name, reason });
  await ctx.db
    .insert(limitOverrides)
    .values({ tenantId: id, name, max, endsAt, reason, byName: ctx.staff.name });
  const detail = { limit: name, from: before ? wordOf(before.max) : null, to: wordOf(max), endsAt };
  await tellTenant(ctx, {
    id,
    procedure: 'platform.limits.override',
    detail: { ...detail, reason },
  });
  ctx.about('tenant', id, detail);
  return { id, name, max };
}

/** Has the plan say so again. Throws `not_found`, `precondition` where staff say nothing. */
export async function liftOverride(
  ctx: PlatformCtx,
  { id, name, reason }: z.output<typeof Lifting>,
): Promise<Result> {
  const before = await endSaid(ctx, { id, name, reason });
  if (!before) throw new AppError('precondition', 'Nothing is said of this limit.');
  const detail = { limit: name, from: wordOf(before.max), to: null };
  await tellTenant(ctx, { id, procedure: 'platform.limits.lift', detail: { ...detail, reason } });
  ctx.about('tenant', id, detail);
  return { id, name, max: null };
}

const wordOf = (max: number | null) => max ?? 'any number';

/** Ends what is said; answers what held until now. Two of the staff wait for each other. */
async function endSaid({ db, staff }: PlatformCtx, { id, name, reason }: z.output<typeof Lifting>) {
  const [tenant] = await db
    .select({ id: tenants.id })
    .from(tenants)
    .where(eq(tenants.id, id))
    .for('no key update');
  if (!tenant) throw notFound('This tenant');
  const held = (await findOverrides(db, id))[name];
  const o = limitOverrides;
  // What was over by then ended by itself.
  const isOver = sql`${o.endsAt} <= ${databaseNow}`;
  await db
    .update(o)
    .set({
      endedAt: sql`case when ${isOver} then ${o.endsAt} else ${databaseNow} end`,
      endedByName: sql`case when ${isOver} then null else ${staff.name} end`,
      endReason: sql`case when ${isOver} then null else ${reason} end`,
    })
    .where(and(eq(o.tenantId, id), eq(o.name, name), isNull(o.endedAt)));
  return held;
}
