import { and, eq, ne } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { userSubscriptions } from '@/db/schema/control';
import { holding } from '../held-plan';
import { bookOfMember } from '../subscriptions/book';
import { endAll, inTurn } from '../subscriptions/turn';

/** Ends what somebody who leaves has signed or asked for; the history stays. */
export async function endWithMembership(db: ControlDb, membershipId: string): Promise<void> {
  await inTurn(db, membershipId);
  const { tenantId, state } = userSubscriptions;
  const [open] = await db
    .select({ tenantId })
    .from(userSubscriptions)
    .where(and(eq(userSubscriptions.membershipId, membershipId), ne(state, 'unsigned')))
    .limit(1);
  if (!open) return;
  const word = { byName: 'The workspace', reason: 'The membership ended' };
  const states = ['signing' as const, ...holding];
  await endAll(db, bookOfMember(open.tenantId, membershipId), { states, ...word });
}
