import { eq } from 'drizzle-orm';
import { logins, users } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { beginAuthenticator, confirmAuthenticator } from '../factors/factor';
import { tellOwner } from '../factors/tell';
import { countGuess } from '../guesses';
import { lockAccount } from '../passkeys/passkey';
import { isPoolShared, providerMethod } from '../sessions';
import { secondFactorDemand } from './demand';
import { finishFlow, guessOn, leftHere, placeOf } from './finish';
import { type Flow, openFlow } from './flows';

/** Begins the authenticator that a flow demands. Throws `precondition` when it demands none. */
export async function setUpInFlow(ctx: PoolCtx, token: string) {
  return await ctx.transact(async (db) => {
    const flow = await openFlow(db, token, placeOf(ctx));
    await wantSetUp(ctx, db, flow);
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
    // Before the flow, as whoever changes the account's password does.
    await lockAccount(db, begun.userId);
    let recoveryCodes: string[] = [];
    const opened = await finishFlow(ctx, db, {
      token,
      prove: async (flow) => {
        await wantSetUp(ctx, db, flow);
        recoveryCodes = await confirmAuthenticator(db, flow, code);
        return 'totp';
      },
    });
    await tellOwner(ctx, db, { userId: begun.userId, what: 'authenticator_added' });
    return { ...opened, recoveryCodes };
  });
}

/** Throws `precondition` unless this sign-in has to set one up: for who has none, of no kind, anywhere. */
export async function wantSetUp(ctx: PoolCtx, db: PoolCtx['db'], flow: Flow) {
  if (await cameByProvider(db, flow)) throw notByProvider();
  const demand = await secondFactorDemand(db, flow);
  const left = await leftHere(ctx, db, flow);
  if (demand && left.includes('set_up')) return;
  if (demand && left.includes('anew')) throw longAgo();
  throw new AppError('precondition', 'Prove it with the second factor that you have.');
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

const longAgo = () =>
  new AppError(
    'precondition',
    'Sign in here anew to set a second factor up: you proved who you are too long ago.',
  );

const notByProvider = () =>
  new AppError(
    'precondition',
    'Sign in once with a link by mail to set a second factor up: it will count in other workspaces too.',
  );
