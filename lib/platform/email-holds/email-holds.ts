import { asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { emailDomainHolders } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { Reason } from '../reason';
import { tellTenant } from '../tenants/tell-tenant';

const h = emailDomainHolders;

export const EmailHolds = z.strictObject({
  domains: z.array(z.strictObject({ domain: z.string(), provenAt: z.coerce.date() })),
});

export const EmailHoldEnd = z.strictObject({
  id: z.uuid(),
  domain: z.string().min(1).max(300),
  reason: Reason,
});

/** The e-mail domains that a tenant holds in its pool, with when each was last seen to be its own. */
export async function listEmailHolds(
  { db }: PlatformCtx,
  { id }: { id: string },
): Promise<z.input<typeof EmailHolds>> {
  const domains = await db
    .select({ domain: h.domain, provenAt: h.provenAt })
    .from(h)
    .where(eq(h.tenantId, id))
    .orderBy(asc(h.domain));
  return { domains };
}

/**
 * Ends a tenant's hold of a domain at once: nobody joins by it, another tenant of the pool may prove it,
 * and this one begins again with a record of another value. Throws `not_found`.
 */
export async function endEmailHold(
  ctx: PlatformCtx,
  { id, domain, reason }: z.output<typeof EmailHoldEnd>,
): Promise<Record<string, never>> {
  const { rows } = await ctx.db.execute<{ ended: boolean }>(
    sql`select control.end_email_hold(${id}::uuid, ${domain}) as ended`,
  );
  if (rows[0]?.ended !== true) throw notFound('This e-mail domain');
  await tellTenant(ctx, { id, procedure: 'emailHolds.end', detail: { domain, reason } });
  ctx.about('tenant', id, { domain });
  return {};
}
