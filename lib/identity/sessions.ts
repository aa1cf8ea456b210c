import { and, desc, eq, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { databaseNow, secondsFromNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { apiTokens, logins, pools, sessions, workspaceTokens } from '@/db/schema/control';
import { AppError } from '../errors';
import type { SecondProof } from './factors/factor';
import { alive, makeRoom } from './policy/room';
import { hashToken, newToken } from './secrets';

/** How somebody came in through the tenant's identity provider. */
export const providerMethod = 'sso';

const daySeconds = 86_400;

/** How long a session lives unused, and at most. */
const lifetime = { idleSeconds: 7 * daySeconds, absoluteSeconds: 30 * daySeconds };

export interface NewSession {
  poolId: string;
  tenantId: string;
  userId: string;
  /** Normalised, without port. */
  host: string;
  kind: 'browser' | 'api';
  /** How the person proved who they are. */
  method: string;
  device: string;
  address: string | null;
  /** Hangs the session on a device that is signed in already. */
  loginId?: string | null;
  /** What was proven besides. */
  secondFactor?: SecondProof;
  /** When it was proven, where that was not just now. */
  provenAt?: Date;
}

export interface OpenedSession {
  /** What the cookie or the Authorization header carries; stored only hashed. */
  token: string;
  expiresAt: Date;
}

/** Writes a session, and its login unless the device has one. Throws `unauthenticated` if that ended. */
export async function openSession(db: ControlDb, wanted: NewSession): Promise<OpenedSession> {
  const { poolId, tenantId, userId, host, kind } = wanted;
  await makeRoom(db, wanted);
  const loginId = wanted.loginId
    ? await livingLogin(db, wanted.loginId, wanted)
    : await newLogin(db, wanted);
  const token = newToken();
  const { idleSeconds, absoluteSeconds } = lifetime;
  const row = {
    ...{ poolId, tenantId, userId, host, kind, loginId, idleSeconds },
    // Handed on from another session, nothing was proven just now.
    ...(wanted.loginId && !wanted.secondFactor && { provenAt: new Date(0) }),
    ...(wanted.provenAt && { provenAt: wanted.provenAt }),
  };
  const [opened] = await db
    .insert(sessions)
    .values({ ...row, tokenHash: hashToken(token), expiresAt: secondsFromNow(absoluteSeconds) })
    .returning({ expiresAt: sessions.expiresAt });
  if (!opened) throw new Error('A session could not be written.');
  return { token, ...opened };
}

async function livingLogin(db: ControlDb, id: string, { userId, secondFactor }: NewSession) {
  const own = and(eq(logins.id, id), eq(logins.userId, userId), isNull(logins.revokedAt));
  const [login] = secondFactor
    ? await db.update(logins).set(twice(secondFactor)).where(own).returning({ id: logins.id })
    : await db.select({ id: logins.id }).from(logins).where(own);
  if (!login) throw new AppError('unauthenticated', 'This device was signed out. Sign in again.');
  return login.id;
}

async function newLogin(
  db: ControlDb,
  { poolId, tenantId, userId, method, device, address, secondFactor }: NewSession,
): Promise<string> {
  // In a shared pool a tenant's identity provider speaks for that tenant alone.
  const onlyTenantId = method === providerMethod && (await isPoolShared(db)) ? tenantId : null;
  const [login] = await db
    .insert(logins)
    .values({
      ...{ poolId, userId, method, device, address, onlyTenantId },
      ...(secondFactor && twice(secondFactor)),
    })
    .returning({ id: logins.id });
  if (!login) throw new Error('A login was not written.');
  return login.id;
}

/** Whether tenants that do not belong together share the pool in scope. */
export async function isPoolShared(db: ControlDb): Promise<boolean> {
  const [pool] = await db.select({ kind: pools.kind }).from(pools);
  return pool?.kind !== 'private';
}

const twice = (secondFactor: SecondProof) => ({ secondFactor, secondFactorAt: databaseNow });

/** Ends one session, as when the same browser signs in anew. */
export async function endSession(db: ControlDb, id: string): Promise<void> {
  await db.update(sessions).set({ revokedAt: new Date() }).where(eq(sessions.id, id));
}

/** Signs one device of a user out, on every host. False when it is not theirs or already out. */
export async function endLogin(db: ControlDb, userId: string, loginId: string): Promise<boolean> {
  const ended = await db
    .update(logins)
    .set({ revokedAt: new Date() })
    .where(and(eq(logins.id, loginId), eq(logins.userId, userId), isNull(logins.revokedAt)))
    .returning({ id: logins.id });
  return ended.length > 0;
}

/** Signs a user out on every device, or on every other one. Answers how many. */
export async function endLogins(
  db: ControlDb,
  userId: string,
  exceptLoginId?: string,
): Promise<number> {
  const other = exceptLoginId ? ne(logins.id, exceptLoginId) : undefined;
  const ended = await db
    .update(logins)
    .set({ revokedAt: new Date() })
    .where(and(eq(logins.userId, userId), isNull(logins.revokedAt), other))
    .returning({ id: logins.id });
  return ended.length;
}

/** A signed-in device, with the hosts it is present on. */
export interface Device {
  id: string;
  method: string;
  device: string;
  address: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  hosts: string[];
}

/** The devices on which a user is signed in now, the last used first. */
export async function listDevices(db: ControlDb, userId: string): Promise<Device[]> {
  const lastSeenAt = sql<Date>`max(${sessions.lastSeenAt})`.mapWith(sessions.lastSeenAt);
  return await db
    .select({
      id: logins.id,
      method: logins.method,
      device: logins.device,
      address: logins.address,
      createdAt: logins.createdAt,
      lastSeenAt,
      hosts: sql<string[]>`array_agg(distinct ${sessions.host})`,
    })
    .from(logins)
    .innerJoin(sessions, and(eq(sessions.poolId, logins.poolId), eq(sessions.loginId, logins.id)))
    .where(and(eq(logins.userId, userId), alive))
    .groupBy(logins.id)
    .orderBy(desc(lastSeenAt))
    .limit(100);
}

/** Notes that a session is in use, at most once a minute. */
export async function touchSession(db: ControlDb, sessionId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: sql`now()` })
    .where(
      and(eq(sessions.id, sessionId), lt(sessions.lastSeenAt, sql`now() - interval '1 minute'`)),
    );
}

/** Notes that an API token of the tenant in scope is in use, at most once a minute. */
export async function touchToken(db: ControlDb, tokenId: string): Promise<void> {
  const stale = or(
    isNull(apiTokens.lastUsedAt),
    lt(apiTokens.lastUsedAt, sql`now() - interval '1 minute'`),
  );
  await db
    .update(apiTokens)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(apiTokens.id, tokenId), stale));
}

/** The same for a token that belongs to the tenant in scope. */
export async function touchWorkspaceToken(db: ControlDb, tokenId: string): Promise<void> {
  const stale = or(
    isNull(workspaceTokens.lastUsedAt),
    lt(workspaceTokens.lastUsedAt, sql`now() - interval '1 minute'`),
  );
  await db
    .update(workspaceTokens)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(workspaceTokens.id, tokenId), stale));
}
