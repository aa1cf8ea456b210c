import { eq } from 'drizzle-orm';
import { logins, users } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import {
  beginAuthenticator,
  confirmAuthenticator,
  proveByCode,
  type SecondProof,
  wrongCode,
} from '../factors/factor';
import { countGuess, forgetGuesses } from '../guesses';
import { wantMethod } from '../methods/methods';
import { signedInPerson } from '../person-only';
import { isPoolShared, type OpenedSession, providerMethod } from '../sessions';
import { beginFlow, endFlow, type Flow, openFlow } from './flows';
import { mayEnter, open, shutOut } from './let-in';
import { type Step, secondFactorDemand, stepsLeft } from './steps';

const placeOf = ({ tenant, caller }: PoolCtx) => ({ tenantId: tenant.id, host: caller.host.host });

const guessOn = ({ tenant }: PoolCtx, { userId }: Flow) =>
  ({ kind: 'code', poolId: tenant.poolId, email: userId }) as const;

/** What a flow waits for. Throws `unauthenticated` when it is over. */
export async function flowState(ctx: PoolCtx, token: string): Promise<{ steps: Step[] }> {
  const flow = await openFlow(ctx.db, token, placeOf(ctx));
  return { steps: await stepsLeft(ctx.db, flow) };
}

/**
 * Ends a flow with a code of the authenticator or a recovery code. Throws `invalid` on `code`,
 * `limit` after ten tries, `unauthenticated` when the flow is over.
 */
export async function goOnWithCode(
  ctx: PoolCtx,
  { flow: token, code }: { flow: string; code: string },
): Promise<OpenedSession & { returnPath: string }> {
  const begun = await openFlow(ctx.db, token, placeOf(ctx));
  await countGuess({ ...guessOn(ctx, begun), address: ctx.call.address });
  const opened = await ctx.transact(async (db) => {
    const flow = await endFlow(db, token, placeOf(ctx));
    const secondFactor = await proveByCode(db, flow, code);
    if (!secondFactor) throw wrongCode();
    return await finish(ctx, db, { ...flow, secondFactor });
  });
  await forgetGuesses(guessOn(ctx, begun));
  return opened;
}

/** Begins the authenticator that a flow demands. Throws `precondition` when it demands none. */
export async function setUpInFlow(ctx: PoolCtx, token: string) {
  return await ctx.transact(async (db) => {
    const flow = await openFlow(db, token, placeOf(ctx));
    await wantSetUp(db, flow);
    ctx.about('user', flow.userId);
    const [user] = await db
      .select({ email: users.email })
      .from(users)
      .where(eq(users.id, flow.userId));
    const about = { issuer: ctx.tenant.name, label: user?.email ?? '' };
    return await beginAuthenticator(db, flow, about);
  });
}

/** Ends a flow with the first code of the new authenticator; answers recovery codes as well. */
export async function confirmInFlow(
  ctx: PoolCtx,
  { flow: token, code }: { flow: string; code: string },
) {
  const begun = await openFlow(ctx.db, token, placeOf(ctx));
  await countGuess({ ...guessOn(ctx, begun), address: ctx.call.address });
  return await ctx.transact(async (db) => {
    const flow = await endFlow(db, token, placeOf(ctx));
    await wantSetUp(db, flow);
    const recoveryCodes = await confirmAuthenticator(db, flow, code);
    return { ...(await finish(ctx, db, { ...flow, secondFactor: 'totp' })), recoveryCodes };
  });
}

/** A flow for somebody who is signed in and owes a second factor since. Throws `precondition`. */
export async function resume(ctx: PoolCtx, returnPath: string) {
  const { user, session } = signedInPerson(ctx);
  const place = { ...placeOf(ctx), poolId: ctx.tenant.poolId, userId: user.id };
  const { loginId } = session;
  const steps = await stepsLeft(ctx.db, { ...place, loginId });
  if (steps.length === 0) throw new AppError('precondition', 'Nothing is left to prove here.');
  ctx.about('user', user.id, { left: steps });
  const begun = await beginFlow(ctx.db, { ...place, loginId, method: 'session', returnPath });
  return { ...begun, steps };
}

async function wantSetUp(db: PoolCtx['db'], flow: Flow) {
  if (await cameByProvider(db, flow)) throw notByProvider();
  const demand = await secondFactorDemand(db, flow);
  const left = await stepsLeft(db, flow);
  if (demand && left.includes('set_up')) return;
  throw new AppError('precondition', 'Prove it with the authenticator that you have.');
}

/** Of a shared pool: what is set up counts in all of it, and the provider speaks for one tenant. */
async function cameByProvider(db: PoolCtx['db'], { method, loginId }: Flow): Promise<boolean> {
  if (method === providerMethod) return await isPoolShared(db);
  if (!loginId) return false;
  const [login] = await db
    .select({ only: logins.onlyTenantId })
    .from(logins)
    .where(eq(logins.id, loginId));
  return login?.only != null;
}

const notByProvider = () =>
  new AppError(
    'precondition',
    'Sign in once with a link by mail to set a second factor up: it will count in other workspaces too.',
  );

async function finish(
  ctx: PoolCtx,
  db: PoolCtx['db'],
  { userId, loginId, method, returnPath, secondFactor }: Flow & { secondFactor: SecondProof },
) {
  wantMethod(ctx, method);
  if (!(await mayEnter(db, userId))) throw shutOut();
  const how = { userId, loginId, method, secondFactor, kind: 'browser' } as const;
  return { ...(await open(ctx, db, how)), returnPath };
}
