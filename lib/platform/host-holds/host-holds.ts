import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { hosts } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { Reason } from '../reason';
import { tellTenant } from '../tenants/tell-tenant';

const h = hosts;

export const HostHolds = z.strictObject({
  hosts: z.array(
    z.strictObject({
      host: z.string(),
      serves: z.boolean(),
      /** When its proof was last seen; null where it has none. */
      provenAt: z.coerce.date().nullable(),
      /** Until when it is kept closed to others after the tenant gave it up; null while it has it. */
      freeAt: z.coerce.date().nullable(),
    }),
  ),
});

export const HostHoldEnd = z.strictObject({
  id: z.uuid(),
  host: z.string().min(1).max(300),
  reason: Reason,
});

/** Most hosts that are listed: what a tenant may have, and many that it gave up. */
const mostListed = 100;

/** The custom hosts that a tenant has, and those it had that are still closed to others. */
export async function listHostHolds(
  { db }: PlatformCtx,
  { id }: { id: string },
): Promise<z.input<typeof HostHolds>> {
  const found = await db
    .select({
      ...{ host: h.host, serves: h.serves, provenAt: h.provenAt },
      freeAt: sql`case when ${h.tenantId} is null then ${h.freeAt} end`.mapWith(h.freeAt),
    })
    .from(h)
    .where(
      or(
        eq(h.tenantId, id),
        and(isNull(h.tenantId), eq(h.formerId, id), sql`${h.freeAt} > clock_timestamp()`),
      ),
    )
    .orderBy(sql`${h.tenantId} is null`, asc(h.host))
    .limit(mostListed);
  return { hosts: found };
}

/**
 * Takes a host from a tenant at once. It stays closed to others for 30 days, and this tenant begins
 * again with a record of another value. Throws `not_found`.
 */
export async function endHostHold(
  ctx: PlatformCtx,
  { id, host, reason }: z.output<typeof HostHoldEnd>,
): Promise<Record<string, never>> {
  const { rows } = await ctx.db.execute<{ ended: boolean }>(
    sql`select control.end_host_hold(${id}::uuid, ${host}) as ended`,
  );
  if (rows[0]?.ended !== true) throw notFound('This domain');
  await tellTenant(ctx, { id, procedure: 'hostHolds.end', detail: { host, reason } });
  ctx.about('tenant', id, { host });
  return {};
}

/** Opens a host that a tenant gave up to whoever proves it next. Throws `not_found`. */
export async function freeHost(
  ctx: PlatformCtx,
  { id, host, reason }: z.output<typeof HostHoldEnd>,
): Promise<Record<string, never>> {
  const { rows } = await ctx.db.execute<{ freed: boolean }>(
    sql`select control.free_host(${id}::uuid, ${host}) as freed`,
  );
  if (rows[0]?.freed !== true) throw notFound('This domain');
  await tellTenant(ctx, { id, procedure: 'hostHolds.free', detail: { host, reason } });
  ctx.about('tenant', id, { host });
  return {};
}
