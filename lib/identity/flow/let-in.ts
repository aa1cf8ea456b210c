import { and, eq } from 'drizzle-orm';
import { users } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import type { SecondProof } from '../factors/factor';
import { findActiveMembership } from '../memberships';
import { partyAt } from '../passkeys/party';
import { endSession, type NewSession, type OpenedSession, openSession } from '../sessions';
import { beginFlow } from './flows';
import { type Step, stepsLeft } from './steps';

/** Who proved their first factor, and how. */
export interface Proven {
  userId: string;
  /** How they proved it, as the list of devices tells. */
  method: string;
  /** The device's login, when it is signed in elsewhere in the pool. */
  loginId: string | null;
  /** Where to go afterwards: a path, as `safePath` leaves it. */
  returnPath: string;
  /** What was proven with it at once, where it counts as a second factor. */
  secondFactor?: SecondProof | undefined;
  /** When, where that was not just now. */
  provenAt?: Date | null;
}

/** A session, or what is still to be done before there is one. */
export type Entrance =
  | (OpenedSession & { returnPath: string })
  | { flow: string; expiresAt: Date; steps: Step[] };

/**
 * The last state of every sign-in by browser: a session when nothing is left to prove here, else a
 * flow that goes on. Works in the transaction that spent the proof.
 */
export async function letIn(ctx: PoolCtx, db: PoolCtx['db'], proven: Proven): Promise<Entrance> {
  const { userId, loginId, method, returnPath, secondFactor, provenAt } = proven;
  const { id: tenantId, poolId } = ctx.tenant;
  const passkeyHost = partyAt(ctx)?.host ?? null;
  const entrant = { tenantId, userId, loginId, passkeyHost };
  const steps = secondFactor ? [] : await stepsLeft(db, entrant);
  if (steps.length > 0) {
    const host = ctx.caller.host.host;
    const flow = { tenantId, poolId, host, userId, loginId, method, returnPath };
    ctx.about('user', userId, { method, left: steps });
    return { ...(await beginFlow(db, flow)), steps };
  }
  const how = {
    ...{ userId, loginId, method },
    ...(secondFactor && { secondFactor }),
    ...(provenAt && { provenAt }),
  };
  return { ...(await open(ctx, db, { ...how, kind: 'browser' })), returnPath };
}

/** Opens a session in place of the one this browser came with, and says so in the audit trail. */
export async function open(
  ctx: PoolCtx,
  db: PoolCtx['db'],
  how: Pick<NewSession, 'userId' | 'kind' | 'method' | 'loginId' | 'secondFactor' | 'provenAt'>,
): Promise<OpenedSession> {
  const { tenant, caller, call } = ctx;
  const { kind, method, secondFactor } = how;
  ctx.about('user', how.userId, { method, kind, ...(secondFactor && { secondFactor }) });
  if (caller.session?.kind === 'browser' && kind === 'browser') {
    await endSession(db, caller.session.id);
  }
  return await openSession(db, {
    ...how,
    poolId: tenant.poolId,
    tenantId: tenant.id,
    host: caller.host.host,
    device: call.device,
    address: call.address,
  });
}

/** Whether a user may come in here at all: an active account and membership. */
export async function mayEnter(db: PoolCtx['db'], userId: string): Promise<boolean> {
  const [user] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.state, 'active')));
  return user !== undefined && (await findActiveMembership(db, userId)) !== null;
}

export const shutOut = () =>
  new AppError('unauthenticated', 'You are no member here any more. An admin can tell you why.');
