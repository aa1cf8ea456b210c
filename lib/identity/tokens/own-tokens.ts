import { and, eq, sql } from 'drizzle-orm';
import { databaseNow, secondsFromNow } from '@/db/clock';
import { apiTokens, identityProviders } from '@/db/schema/control';
import { inTurn } from '../../access/people/last-admin';
import { permissionTitles } from '../../access/rights';
import { roomForToken } from '../../billing/own-room';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, invalid, notFound } from '../../errors';
import { hashToken, newToken } from '../secrets';
import { isAlive } from './alive';

/** What is shown of a token; never its secret. */
export const tokenColumns = {
  id: apiTokens.id,
  name: apiTokens.name,
  scopes: apiTokens.scopes,
  createdAt: apiTokens.createdAt,
  lastUsedAt: apiTokens.lastUsedAt,
  expiresAt: apiTokens.expiresAt,
};

export const tokenAlive = isAlive(apiTokens);

/** The caller's own tokens that still open something, or one of them. */
export const ownAlive = (ctx: ControlCtx, id?: string) =>
  and(
    eq(apiTokens.userId, ownerOf(ctx)),
    tokenAlive,
    id === undefined ? undefined : eq(apiTokens.id, id),
  );

function ownerOf({ caller }: ControlCtx): string {
  if (!caller.user) throw new AppError('unauthenticated', 'Sign in first.');
  return caller.user.id;
}

/** A token never reaches further than its maker at this moment, nor than the token that made it. */
export function refuseWider({ caller }: ControlCtx, scopes: string[]) {
  for (const scope of scopes) {
    if (!permissionTitles.has(scope)) throw invalid('scopes', `There is no permission ${scope}.`);
    if (caller.permissions.has(scope)) continue;
    throw new AppError('forbidden', `You cannot give ${scope}: your role does not have it.`);
  }
}

interface NewToken {
  name: string;
  scopes: string[];
  /** Null for one that stays until it is revoked. */
  lifeSeconds: number | null;
  /** Whether the one that it succeeds is. */
  throughProvider?: boolean;
  /** Whether it takes the place of one that has ended. */
  replaces?: boolean;
}

/**
 * Writes a token of the caller's and answers it with its secret, which is stored hashed. Throws `limit`
 * where there are as many as there may be.
 */
export async function mintToken(
  ctx: ControlCtx,
  { name, scopes, lifeSeconds, throughProvider = false, replaces = false }: NewToken,
) {
  // Turning the provider off has its turn too, and ends what is there by then.
  await inTurn(ctx.db);
  if (!replaces) await roomForToken(ctx);
  const provided = throughProvider || (await cameThroughProvider(ctx));
  if (provided) await requireProvider(ctx);
  const token = `rh_${newToken()}`;
  const [made] = await ctx.db
    .insert(apiTokens)
    .values({
      ...{ userId: ownerOf(ctx), name, scopes, throughProvider: provided },
      tokenHash: hashToken(token),
      expiresAt: lifeSeconds === null ? null : secondsFromNow(lifeSeconds),
    })
    .returning(tokenColumns);
  if (!made) throw new Error('A token was not written.');
  return { ...made, token };
}

/** Whether the caller came in by a provider, or by a token of whoever did. */
async function cameThroughProvider({ db, caller }: ControlCtx): Promise<boolean> {
  if (!caller.token) return caller.session?.throughProvider ?? false;
  const [made] = await db
    .select({ throughProvider: apiTokens.throughProvider })
    .from(apiTokens)
    .where(eq(apiTokens.id, caller.token.id));
  return made?.throughProvider ?? true;
}

/** It may have been turned off while this waited for its turn. Throws `unauthenticated`. */
async function requireProvider({ db, caller }: ControlCtx): Promise<void> {
  const [own] = await db.select({ enabled: identityProviders.enabled }).from(identityProviders);
  // Who was handed on from a sibling came by a provider of theirs.
  const isOn = own?.enabled ?? !caller.session?.confined;
  if (!isOn) throw new AppError('unauthenticated', 'Sign in again.');
}

interface Rotation {
  id: string;
  overlapHours: number;
}

/**
 * Gives a token of the caller's a successor of the same name, scopes and length of life. The old one
 * ends with the overlap, or before by itself. Throws `not_found`, and `forbidden` when the caller
 * lacks by now what the token carries, and `limit` where both would be more than there may be.
 */
export async function rotateToken(ctx: ControlCtx, { id, overlapHours }: Rotation) {
  await inTurn(ctx.db);
  const [old] = await ctx.db
    .select({
      name: apiTokens.name,
      scopes: apiTokens.scopes,
      throughProvider: apiTokens.throughProvider,
      lifeSeconds: sql<number | null>`ceil(extract(epoch from
        ${apiTokens.expiresAt} - ${apiTokens.createdAt}))::int`,
    })
    .from(apiTokens)
    .where(ownAlive(ctx, id))
    .for('update');
  if (!old) throw notFound('This token');
  refuseWider(ctx, old.scopes);
  const end = secondsFromNow(overlapHours * 3_600);
  await ctx.db
    .update(apiTokens)
    .set(
      overlapHours === 0
        ? { revokedAt: databaseNow }
        : { expiresAt: sql`least(${apiTokens.expiresAt}, ${end})` },
    )
    .where(eq(apiTokens.id, id));
  const made = await mintToken(ctx, { ...old, replaces: overlapHours === 0 });
  ctx.about('token', made.id, { replaces: id, overlapHours });
  return made;
}
