import { and, eq } from 'drizzle-orm';
import { domains, hosts } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import type { Loss } from './letters';
import { tellOfLoss } from './tell-admins';

/**
 * Tells a tenant's admins that it lost a host. Nothing for one that is gone, nor where time took it and
 * it was proven again meanwhile.
 */
export async function loseDomain(ctx: ControlCtx, { host, by }: Loss): Promise<void> {
  const { db, tenant } = ctx;
  const [claim] = await db.select({ id: domains.id }).from(domains).where(eq(domains.host, host));
  if (!claim) return;
  const again = await db
    .select({ host: hosts.host })
    .from(hosts)
    .where(and(eq(hosts.host, host), eq(hosts.tenantId, tenant.id)));
  if (by === 'time' && again.length > 0) return;
  ctx.about('domain', claim.id, { host, by });
  await tellOfLoss(ctx, db, { host, by });
}
