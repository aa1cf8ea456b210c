import { and, desc, eq } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import { logins, sessions, users } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { alive } from './room';

/** A session of a member at this tenant. What they do elsewhere in the pool is not shown. */
export interface MemberSession {
  id: string;
  userId: string;
  name: string;
  email: string;
  kind: 'browser' | 'api';
  method: string;
  secondFactor: boolean;
  device: string;
  address: string | null;
  createdAt: Date;
  lastSeenAt: Date;
}

const withLogin = and(eq(logins.poolId, sessions.poolId), eq(logins.id, sessions.loginId));

/** Who is signed in here, the last used first; at most 500. */
export async function listMemberSessions(ctx: PoolCtx): Promise<MemberSession[]> {
  const rows = await ctx.db
    .select({
      id: sessions.id,
      userId: sessions.userId,
      name: users.name,
      email: users.email,
      kind: sessions.kind,
      method: logins.method,
      secondFactor: logins.secondFactor,
      device: logins.device,
      address: logins.address,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(logins, withLogin)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.tenantId, ctx.tenant.id), alive))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(500);
  return rows.map((row) => ({ ...row, secondFactor: row.secondFactor !== null }));
}

/** Ends one session at this tenant, at once at every door. Throws `not_found`. */
export async function endMemberSession(ctx: PoolCtx, id: string): Promise<void> {
  const [ended] = await ctx.db
    .update(sessions)
    .set({ revokedAt: databaseNow })
    .where(and(eq(sessions.id, id), eq(sessions.tenantId, ctx.tenant.id)))
    .returning({ userId: sessions.userId });
  if (!ended) throw notFound('This session');
  ctx.about('user', ended.userId, { session: id });
}
