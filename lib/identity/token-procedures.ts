import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { secondsFromNow } from '@/db/clock';
import { apiTokens } from '@/db/schema/control';
import { permissionTitles } from '../access/rights';
import type { ControlCtx } from '../doors/ctx';
import { procedure } from '../doors/procedure';
import { AppError, invalid, notFound } from '../errors';
import { hashToken, newToken } from './secrets';
import { Nothing } from './shapes';

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

const columns = {
  id: apiTokens.id,
  name: apiTokens.name,
  scopes: apiTokens.scopes,
  createdAt: apiTokens.createdAt,
  lastUsedAt: apiTokens.lastUsedAt,
  expiresAt: apiTokens.expiresAt,
};

const create = procedure(
  {
    name: 'tokens.create',
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
    const token = `rh_${newToken()}`;
    const [made] = await ctx.db
      .insert(apiTokens)
      .values({
        userId: ownerOf(ctx),
        name,
        scopes: [...new Set(scopes)],
        tokenHash: hashToken(token),
        expiresAt: expiresInDays === null ? null : secondsFromNow(expiresInDays * 86_400),
      })
      .returning(columns);
    if (!made) throw invalid('name', 'The token could not be written.');
    ctx.about('token', made.id, { name, scopes });
    return { ...made, token };
  },
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
      .select(columns)
      .from(apiTokens)
      .where(and(eq(apiTokens.userId, ownerOf(ctx)), isNull(apiTokens.revokedAt)))
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
    const own = and(
      eq(apiTokens.id, id),
      eq(apiTokens.userId, ownerOf(ctx)),
      isNull(apiTokens.revokedAt),
    );
    const gone = await ctx.db
      .update(apiTokens)
      .set({ revokedAt: new Date() })
      .where(own)
      .returning({ id: apiTokens.id });
    if (gone.length === 0) throw notFound('This token');
    ctx.about('token', id);
    return {};
  },
);

function ownerOf({ caller }: ControlCtx): string {
  if (!caller.user) throw new AppError('unauthenticated', 'Sign in first.');
  return caller.user.id;
}

/** A token never reaches further than its maker at this moment, nor than the token that made it. */
function refuseWider({ caller }: ControlCtx, scopes: string[]) {
  for (const scope of scopes) {
    if (!permissionTitles.has(scope)) throw invalid('scopes', `There is no permission ${scope}.`);
    if (caller.permissions.has(scope)) continue;
    throw new AppError('forbidden', `You cannot give ${scope}: your role does not have it.`);
  }
}

export const tokenProcedures = { tokens: { create, list, revoke } };
