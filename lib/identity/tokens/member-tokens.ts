import { and, count, desc, eq } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { apiTokens, users } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { tokenAlive, tokenColumns } from './own-tokens';

/** Living tokens of this tenant's members, the newest first; at most 500. Their secrets nobody has. */
export const listMemberTokens = ({ db }: ControlCtx) =>
  db
    .select({ ...tokenColumns, userId: users.id, owner: users.name, email: users.email })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(tokenAlive)
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id))
    .limit(500);

/** Revokes a member's token, at once at every door. Throws `not_found`. */
export async function revokeMemberToken(ctx: ControlCtx, id: string): Promise<void> {
  const [revoked] = await ctx.db
    .update(apiTokens)
    .set({ revokedAt: databaseNow })
    .where(and(eq(apiTokens.id, id), tokenAlive))
    .returning({ userId: apiTokens.userId, name: apiTokens.name });
  if (!revoked) throw notFound('This token');
  ctx.about('user', revoked.userId, { token: id, name: revoked.name });
}

/** How many living tokens of their own somebody has here. */
export async function countOwned(db: ControlDb, userId: string): Promise<number> {
  const [found] = await db
    .select({ n: count() })
    .from(apiTokens)
    .where(and(eq(apiTokens.userId, userId), tokenAlive));
  return found?.n ?? 0;
}
