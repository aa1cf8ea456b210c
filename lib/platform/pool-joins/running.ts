import { and, count, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { databaseNow } from '@/db/clock';
import { memberships, poolJoins, tenants } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError, invalid, notFound } from '../../errors';
import { Reason } from '../reason';
import { tellTenant } from '../tenants/tell-tenant';

export const JoinEnd = z.strictObject({
  id: z.uuid(),
  /** Name of the tenant, typed to confirm. */
  name: z.string().max(200),
  reason: Reason,
});
export const JoinEnded = z.strictObject({ left: z.int() });

/**
 * Ends the time in which people of a tenant come over, where its owner does not: whoever has not come
 * stays on its list without access. Throws `not_found`, `invalid` on `name`, `precondition`.
 */
export async function endRunning(
  ctx: PlatformCtx,
  { id, name, reason }: z.output<typeof JoinEnd>,
): Promise<z.input<typeof JoinEnded>> {
  const { db } = ctx;
  const [tenant] = await db.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, id));
  if (!tenant) throw notFound('This tenant');
  if (name !== tenant.name) throw invalid('name', `Type the name exactly: ${tenant.name}`);
  const [over] = await db
    .update(poolJoins)
    .set({ state: 'ended', endedAt: databaseNow, endedByName: 'Platform staff' })
    .where(and(eq(poolJoins.tenantId, id), eq(poolJoins.state, 'running')))
    .returning({ id: poolJoins.id });
  if (!over) throw new AppError('precondition', 'Nobody comes over to this workspace now.');
  await db.execute(sql`select control.close_pool_join(${id}::uuid, ${over.id}::uuid)`);
  const [unclaimed] = await db
    .select({ n: count() })
    .from(memberships)
    .where(and(eq(memberships.tenantId, id), eq(memberships.state, 'unclaimed')));
  const left = unclaimed?.n ?? 0;
  const detail = { reason, left };
  await tellTenant(ctx, { id, procedure: 'poolJoins.end', detail });
  ctx.about('tenant', id, detail);
  return { left };
}

export const JoinAgain = z.strictObject({ id: z.uuid(), reason: Reason });
export const BroughtAgain = z.strictObject({ people: z.int() });

/** Begins to give records to accounts that came over anew, where that is not through yet. */
export async function bringAgain(
  ctx: PlatformCtx,
  { id, reason }: z.output<typeof JoinAgain>,
): Promise<z.input<typeof BroughtAgain>> {
  const [tenant] = await ctx.db.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, id));
  if (!tenant) throw notFound('This tenant');
  const { rows } = await ctx.db.execute<{ people: number }>(
    sql`select control.bring_again(${id}::uuid) as people`,
  );
  const people = rows[0]?.people ?? 0;
  await tellTenant(ctx, { id, procedure: 'poolJoins.bringAgain', detail: { reason, people } });
  ctx.about('tenant', id, { people });
  return { people };
}
