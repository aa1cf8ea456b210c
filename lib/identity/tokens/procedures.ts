import { desc } from 'drizzle-orm';
import { z } from 'zod';
import { databaseNow } from '@/db/clock';
import { apiTokens } from '@/db/schema/control';
import { procedure } from '../../doors/procedure';
import { notFound } from '../../errors';
import { Nothing } from '../shapes';
import { mintToken, ownAlive, refuseWider, rotateToken, tokenColumns } from './own-tokens';

const daySeconds = 86_400;

const Token = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.coerce.date(),
  lastUsedAt: z.coerce.date().nullable(),
  expiresAt: z.coerce.date().nullable(),
});

const NewToken = z.strictObject({
  name: z.string().trim().min(1, 'Name what the token is for.').max(80, 'At most 80 characters.'),
  scopes: z.array(z.string().max(80)).min(1, 'Pick at least one permission.').max(100),
  /** Days until it ends; null for a token that stays until revoked. */
  expiresInDays: z.int().min(1).max(365).nullable().default(90),
});

const create = procedure(
  {
    name: 'tokens.create',
    secretAnswer: true,
    summary: 'Makes an API token and shows it once',
    method: 'POST',
    path: '/tokens',
    permission: 'tokens.manage',
    plane: 'control',
    input: NewToken,
    output: Token.extend({ token: z.string() }),
  },
  async (ctx, { name, scopes, expiresInDays }) => {
    refuseWider(ctx, scopes);
    const lifeSeconds = expiresInDays === null ? null : expiresInDays * daySeconds;
    const made = await mintToken(ctx, { name, scopes: [...new Set(scopes)], lifeSeconds });
    ctx.about('token', made.id, { name, scopes });
    return made;
  },
);

const rotate = procedure(
  {
    name: 'tokens.rotate',
    secretAnswer: true,
    summary: "Replaces one of the user's own API tokens, the old one working a while longer",
    method: 'POST',
    path: '/tokens/{id}/rotate',
    permission: 'tokens.manage',
    plane: 'control',
    input: z.strictObject({
      id: z.uuid(),
      /** Hours that the old token still works. */
      overlapHours: z.int().min(0).max(168, 'At most a week.').default(24),
    }),
    output: Token.extend({ token: z.string() }),
  },
  rotateToken,
);

const list = procedure(
  {
    name: 'tokens.list',
    summary: "Lists the user's own API tokens",
    method: 'GET',
    path: '/tokens',
    permission: 'tokens.manage',
    plane: 'control',
    input: Nothing,
    output: z.object({ tokens: z.array(Token) }),
  },
  async (ctx) => ({
    tokens: await ctx.db
      .select(tokenColumns)
      .from(apiTokens)
      .where(ownAlive(ctx))
      .orderBy(desc(apiTokens.createdAt))
      .limit(200),
  }),
);

const revoke = procedure(
  {
    name: 'tokens.revoke',
    summary: "Revokes one of the user's own API tokens",
    method: 'DELETE',
    path: '/tokens/{id}',
    permission: 'tokens.manage',
    plane: 'control',
    input: z.strictObject({ id: z.uuid() }),
    output: Nothing,
  },
  async (ctx, { id }) => {
    const gone = await ctx.db
      .update(apiTokens)
      .set({ revokedAt: databaseNow })
      .where(ownAlive(ctx, id))
      .returning({ id: apiTokens.id });
    if (gone.length === 0) throw notFound('This token');
    ctx.about('token', id);
    return {};
  },
);

export const tokenProcedures = { tokens: { create, list, rotate, revoke } };
