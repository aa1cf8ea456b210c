import { and, eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { subscriptionChanges, subscriptions } from '@/db/schema/control';

/** A subscription of a tenant that was given up before it was signed; undefined for every other one. */
export async function findNeverSigned(
  db: ControlDb,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<{ id: string; revision: number } | undefined> {
  const s = subscriptions;
  const c = subscriptionChanges;
  const [own] = await db
    .select({ id: s.id, revision: s.revision })
    .from(s)
    .where(and(eq(s.tenantId, tenantId), eq(s.id, id), eq(s.state, 'unsigned')));
  const [signed] = await db
    .select({ id: c.id })
    .from(c)
    .where(and(eq(c.tenantId, tenantId), eq(c.subscriptionId, id), eq(c.toState, 'signed')))
    .limit(1);
  return signed ? undefined : own;
}
