import { and, eq, isNull, sql } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import {
  apiTokens,
  emailDomainHolders,
  emailDomains,
  identityProviders,
  invitations,
  joinRequests,
  memberships,
  ownershipOffers,
  providerArrivals,
  providerLinks,
  providerRequests,
} from '@/db/schema/control';

/**
 * Shuts everything that let people of the former pool in, once the tenant has joined another: nobody
 * is a member with rights before they came over. Rows of the tenant in scope alone.
 */
export async function shutFormerWays(db: ControlDb): Promise<void> {
  await db.update(apiTokens).set({ revokedAt: new Date() }).where(isNull(apiTokens.revokedAt));
  await db
    .update(invitations)
    .set({ revokedAt: new Date() })
    .where(and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt)));
  await db.delete(ownershipOffers).where(sql`true`);
  await db.update(joinRequests).set({ usedAt: databaseNow }).where(isNull(joinRequests.usedAt));
  await shutProvider(db);
  // Domains are proven to a pool; who joins by one is said anew.
  await db.delete(emailDomainHolders).where(sql`true`);
  await db.update(emailDomains).set({ state: 'pending', finding: null, joins: false });
  // Last, so that whoever came in by one of these until now is among them.
  await db.update(memberships).set({ state: 'unclaimed' }).where(eq(memberships.state, 'active'));
}

/** Whom the provider vouched for was an account of the former pool. An admin turns it on again. */
async function shutProvider(db: ControlDb) {
  await db.delete(providerLinks).where(sql`true`);
  await db.update(identityProviders).set({ enabled: false });
  await db
    .update(providerRequests)
    .set({ usedAt: databaseNow })
    .where(isNull(providerRequests.usedAt));
  await db
    .update(providerArrivals)
    .set({ usedAt: databaseNow })
    .where(isNull(providerArrivals.usedAt));
}
