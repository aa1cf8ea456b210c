import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { tenantStatuses, tenants } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { tellTenant } from './tell-tenant';

export const TenantWithReason = z.strictObject({
  id: z.uuid(),
  reason: z
    .string()
    .trim()
    .min(2, 'Say why, so that the tenant and your colleagues understand it.')
    .max(300, 'Keep this under 300 characters.'),
});
type TenantWithReason = z.output<typeof TenantWithReason>;

export const TenantStatus = z.strictObject({ id: z.uuid(), status: z.enum(tenantStatuses) });
type TenantStatus = z.output<typeof TenantStatus>;

/** Closes a tenant's doors; its data is kept. Rights are read per request, so it holds at once. */
export const suspendTenant = (ctx: PlatformCtx, input: TenantWithReason): Promise<TenantStatus> =>
  turn(ctx, input, { from: 'active', to: 'suspended', procedure: 'tenants.suspend' });

export const resumeTenant = (ctx: PlatformCtx, input: TenantWithReason): Promise<TenantStatus> =>
  turn(ctx, input, { from: 'suspended', to: 'active', procedure: 'tenants.resume' });

interface Turn {
  from: TenantStatus['status'];
  to: TenantStatus['status'];
  procedure: string;
}

async function turn(
  ctx: PlatformCtx,
  { id, reason }: TenantWithReason,
  { from, to, procedure }: Turn,
): Promise<TenantStatus> {
  const turned = await ctx.db
    .update(tenants)
    .set({
      status: to,
      statusReason: to === 'active' ? null : reason,
      statusChangedAt: new Date(),
    })
    .where(and(eq(tenants.id, id), eq(tenants.status, from)))
    .returning({ id: tenants.id });
  if (turned.length === 0) await refuse(ctx, id, to);
  await tellTenant(ctx, { id, procedure, detail: { from, to, reason } });
  ctx.about('tenant', id, { from, to });
  return { id, status: to };
}

async function refuse({ db }: PlatformCtx, id: string, to: string): Promise<never> {
  const [found] = await db
    .select({ status: tenants.status })
    .from(tenants)
    .where(eq(tenants.id, id));
  if (!found) throw notFound('This tenant');
  throw new AppError('precondition', `This tenant is ${found.status}; it cannot become ${to}.`);
}
