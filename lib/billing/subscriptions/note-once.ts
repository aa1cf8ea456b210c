import { and, eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { controlOutbox, subscriptionChanges, subscriptions } from '@/db/schema/control';
import { stripeWord } from '../left-to-staff';
import { inTurn, remark } from './turn';

interface Noted {
  tenantId: string;
  id: string;
  reason: string;
}

/**
 * Writes into the history of a subscription what Stripe has of it, unless it is there; nothing where the
 * subscription was removed. What staff planned for it stays planned.
 */
export async function noteOnce(db: ControlDb, { tenantId, id, reason }: Noted): Promise<void> {
  await inTurn(db, tenantId);
  if (await isNoted(db, { tenantId, id, reason })) return;
  const { revision, nextAt } = subscriptions;
  const [own] = await db
    .select({ revision, nextAt })
    .from(subscriptions)
    .where(and(eq(subscriptions.tenantId, tenantId), eq(subscriptions.id, id)));
  if (!own) return;
  await remark(db, { tenantId, id, revision: own.revision, ...stripeWord, reason });
  if (!own.nextAt) return;
  const payload = { id, revision: own.revision + 1 };
  await db
    .insert(controlOutbox)
    .values({ tenantId, job: 'plan.carryOut', availableAt: own.nextAt, payload });
}

/** Whether the history of a subscription has this. */
async function isNoted(db: ControlDb, { tenantId, id, reason }: Noted): Promise<boolean> {
  const c = subscriptionChanges;
  const [noted] = await db
    .select({ id: c.id })
    .from(c)
    .where(and(eq(c.tenantId, tenantId), eq(c.subscriptionId, id), eq(c.reason, reason)))
    .limit(1);
  return noted !== undefined;
}
