import { and, count, desc, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { databaseNow, secondsFromNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { roles, workspaceTokens } from '@/db/schema/control';
import { inTurn } from '../../access/people/last-admin';
import { permissionsOf, type RoleFact } from '../../access/rights';
import { heldNow, loadRoles, requireWithin } from '../../access/roles/role';
import { roomForToken } from '../../billing/own-room';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, invalid, notFound } from '../../errors';
import { roleColumns } from '../role-grants';
import { hashToken, newToken } from '../secrets';
import { isAlive } from '../tokens/alive';
import { refuseWider } from '../tokens/own-tokens';
import { isForClients } from './scopes';

const t = workspaceTokens;

/** What is shown of a token; never its secret. */
const shown = {
  id: t.id,
  clientId: t.clientId,
  name: t.name,
  scopes: t.scopes,
  role: roleColumns,
  madeByName: t.madeByName,
  createdAt: t.createdAt,
  lastUsedAt: t.lastUsedAt,
  expiresAt: t.expiresAt,
};

/** So many fit on a page that somebody reads. */
const most = 100;

const alive = isAlive(t);

/** Living tokens of the workspace, the newest first; there are never more than fit in one answer. */
export async function listTokens(ctx: ControlCtx, id?: string) {
  const rows = await ctx.db
    .select(shown)
    .from(t)
    .innerJoin(roles, eq(roles.id, t.roleId))
    .where(and(alive, id === undefined ? undefined : eq(t.id, id)))
    .orderBy(desc(t.createdAt), desc(t.id))
    .limit(most);
  return rows.map(({ role, ...token }) => ({
    ...token,
    role: { id: role.id, key: role.key, name: role.name, builtIn: role.builtIn },
    rotatable: mayRotate(ctx, { role, scopes: token.scopes }),
  }));
}

/** Whether the caller could replace it, as `rotateToken` judges: nobody renews what they could not give. */
function mayRotate(
  { caller: { permissions, user } }: ControlCtx,
  { role, scopes }: { role: RoleFact; scopes: string[] },
): boolean {
  const wanted = ['people.manage', ...scopes, ...permissionsOf([role])];
  return user !== null && wanted.every((one) => permissions.has(one)) && scopes.every(isForClients);
}

interface NewToken {
  name: string;
  roleId: string;
  scopes: string[];
  /** Null for one that stays until it is revoked. */
  lifeSeconds: number | null;
}

/**
 * Makes a client of the workspace with its first token. Throws `invalid` on `roleId` and `scopes`,
 * `limit` beside a hundred others or as many as there may be, `forbidden` for a role or a permission that the caller lacks by now.
 */
export async function makeToken(ctx: ControlCtx, { name, roleId, scopes, lifeSeconds }: NewToken) {
  const role = await giveable(ctx, roleId, scopes);
  const may = permissionsOf([role]);
  const beyond = scopes.find((scope) => !may.has(scope));
  if (beyond) throw invalid('scopes', `The role ${role.name} does not have ${beyond}.`);
  const made = await write(ctx, { clientId: uuidv7(), name, roleId, scopes, lifeSeconds });
  ctx.about('workspace_token', made.id, { name, role: role.key, scopes });
  return made;
}

interface Rotation {
  id: string;
  overlapHours: number;
}

/**
 * Gives a token a successor of the same client, role, permissions and length of life. The old one ends
 * with the overlap, or before by itself. Throws `not_found`, and `forbidden` for who lacks by now what
 * it carries, and `limit` where both would be more than there may be.
 */
export async function rotateToken(ctx: ControlCtx, { id, overlapHours }: Rotation) {
  // Before the token is held, as whoever deletes its role does: else the two could wait for each other.
  await inTurn(ctx.db);
  const [old] = await ctx.db
    .select({
      clientId: t.clientId,
      name: t.name,
      roleId: t.roleId,
      scopes: t.scopes,
      lifeSeconds: sql<
        number | null
      >`ceil(extract(epoch from ${t.expiresAt} - ${t.createdAt}))::int`,
    })
    .from(t)
    .where(and(eq(t.id, id), alive))
    .for('update');
  if (!old) throw notFound('This token');
  await giveable(ctx, old.roleId, old.scopes);
  const end = secondsFromNow(overlapHours * 3_600);
  await ctx.db
    .update(t)
    .set(
      overlapHours === 0
        ? { revokedAt: databaseNow }
        : { expiresAt: sql`least(${t.expiresAt}, ${end})` },
    )
    .where(eq(t.id, id));
  const made = await write(ctx, { ...old, replaces: overlapHours === 0 });
  ctx.about('workspace_token', made.id, { name: old.name, replaces: id, overlapHours });
  return made;
}

/** Revokes a token, at once at every door. Throws `not_found`. */
export async function revokeToken(ctx: ControlCtx, id: string): Promise<void> {
  const [revoked] = await ctx.db
    .update(t)
    .set({ revokedAt: databaseNow })
    .where(and(eq(t.id, id), alive))
    .returning({ name: t.name });
  if (!revoked) throw notFound('This token');
  ctx.about('workspace_token', id, { name: revoked.name });
}

/**
 * Has tokens go on in another role, in place of one that is deleted, with what both of them have: what
 * a role is given later reaches no token that was passed to it. One that is left with nothing ends.
 * Answers how many living ones there were.
 */
export async function passTokens(db: ControlDb, from: RoleFact, to: RoleFact): Promise<number> {
  const may = permissionsOf([to]);
  const living = await db
    .select({ id: t.id, scopes: t.scopes })
    .from(t)
    .where(and(eq(t.roleId, from.id), alive))
    .for('update');
  for (const { id, scopes } of living) {
    const left = scopes.filter((scope) => may.has(scope));
    const change = left.length > 0 ? { scopes: left } : { revokedAt: databaseNow };
    await db.update(t).set(change).where(eq(t.id, id));
  }
  await db.update(t).set({ roleId: to.id }).where(eq(t.roleId, from.id));
  return living.length;
}

/** How many living tokens somebody made: they go on when their maker goes. */
export async function countMadeBy(db: ControlDb, userId: string): Promise<number> {
  const [found] = await db
    .select({ n: count() })
    .from(t)
    .where(and(eq(t.madeBy, userId), alive));
  return found?.n ?? 0;
}

/** How many living tokens in a role can do less with what it would be instead. */
export async function countWeaker(db: ControlDb, role: RoleFact, next: RoleFact): Promise<number> {
  const held = await db
    .select({ scopes: t.scopes })
    .from(t)
    .where(and(eq(t.roleId, role.id), alive));
  const [before, after] = [permissionsOf([role]), permissionsOf([next])];
  const isWeaker = (scope: string) => before.has(scope) && !after.has(scope);
  return held.filter(({ scopes }) => scopes.some(isWeaker)).length;
}

/** The role, if the caller may give both it and the permissions, as things stand in their turn. */
async function giveable(ctx: ControlCtx, roleId: string, scopes: string[]): Promise<RoleFact> {
  refuseWider(ctx, scopes);
  const personal = scopes.find((scope) => !isForClients(scope));
  if (personal) throw invalid('scopes', `Only people have ${personal}.`);
  await inTurn(ctx.db);
  const [role] = await loadRoles(ctx.db, [roleId], 'roleId');
  if (!role) throw invalid('roleId', 'This role does not exist.');
  const held = await heldNow(ctx);
  requireWithin(held, [role]);
  return role;
}

interface Written extends NewToken {
  clientId: string;
  /** Whether it takes the place of one that has ended. */
  replaces?: boolean;
}

async function write(ctx: ControlCtx, { lifeSeconds, replaces = false, ...facts }: Written) {
  await wantRoom(ctx.db);
  if (!replaces) await roomForToken(ctx);
  const token = `rw_${newToken()}`;
  const [made] = await ctx.db
    .insert(t)
    .values({
      ...facts,
      tokenHash: hashToken(token),
      madeBy: ctx.actor.id,
      madeByName: ctx.actor.name,
      expiresAt: lifeSeconds === null ? null : secondsFromNow(lifeSeconds),
    })
    .returning({ id: t.id });
  const [seen] = made ? await listTokens(ctx, made.id) : [];
  if (!seen) throw new Error('A token was not written.');
  return { ...seen, token };
}

/** Asked in one's turn, so that nobody makes another meanwhile. */
async function wantRoom(db: ControlDb) {
  const [living] = await db.select({ n: count() }).from(t).where(alive);
  if ((living?.n ?? 0) < most) return;
  throw new AppError(
    'limit',
    'This workspace has a hundred tokens of its own. Revoke one that nobody needs any more.',
  );
}
