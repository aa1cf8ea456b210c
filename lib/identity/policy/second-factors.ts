import { and, count, eq, exists, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { memberships, passkeys, secondFactors, users } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { canonicalHost } from '../../tenancy/urls';

export const SecondFactorCount = z.strictObject({
  /** Active members, and those without a second factor that works here. */
  members: z.number().int(),
  without: z.number().int(),
  /** Of them those whom the rules as they are ask for one, be it from a later day on. */
  asked: z.number().int(),
  askedWithout: z.number().int(),
});

/** How many members have no second factor yet. Who they are is not told: accounts are the pool's. */
export async function countSecondFactors({
  db,
  tenant,
}: PoolCtx): Promise<z.input<typeof SecondFactorCount>> {
  const one = { one: sql`1` };
  const authenticator = db
    .select(one)
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, memberships.userId), isNotNull(secondFactors.confirmedAt)));
  const passkey = db
    .select(one)
    .from(passkeys)
    .where(
      and(
        eq(passkeys.userId, memberships.userId),
        eq(passkeys.host, canonicalHost(tenant)),
        isNull(passkeys.suspectedAt),
      ),
    );
  const bare = not(or(exists(authenticator), exists(passkey)) as SQL);
  const asked = sql`control.second_factor_by(${tenant.id}::uuid, ${memberships.userId}) is not null`;
  const among = (rule: SQL) => sql<number>`(count(*) filter (where ${rule}))::int`;
  const [counted] = await db
    .select({
      members: count(),
      without: among(bare),
      asked: among(asked),
      askedWithout: among(sql`${asked} and ${bare}`),
    })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), eq(users.state, 'active')))
    .where(eq(memberships.state, 'active'));
  return counted ?? { members: 0, without: 0, asked: 0, askedWithout: 0 };
}
