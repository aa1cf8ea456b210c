import { and, eq } from 'drizzle-orm';
import { domains, hosts } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { newToken } from '../../identity/secrets';
import type { Loss } from './letters';
import { tellOfLoss } from './tell-admins';

const d = domains;

/**
 * Notes that a tenant lost a host: to have it back it sets a record of another value, and its admins
 * are told. Nothing for one that is gone, or was proven again meanwhile.
 */
export async function loseDomain(ctx: ControlCtx, { host, by }: Loss): Promise<void> {
  const { db } = ctx;
  const [claim] = await db.select({ id: d.id }).from(d).where(eq(d.host, host)).for('update');
  const again = await db
    .select({ host: hosts.host })
    .from(hosts)
    .where(and(eq(hosts.host, host), eq(hosts.tenantId, ctx.tenant.id)));
  if (!claim || again.length > 0) return;
  await db
    .update(d)
    .set({
      ...{ state: 'released', isPrimary: false, proof: newToken(), verifiedAt: null },
      ...{ finding: null, others: 0, routeFinding: null, routeFound: [], checkedAt: null },
    })
    .where(eq(d.id, claim.id));
  ctx.about('domain', claim.id, { host, by });
  await tellOfLoss(ctx, db, { host, by });
}
