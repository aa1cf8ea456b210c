import { and, eq } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import { credentials, logins, sessions } from '@/db/schema/control';
import type { PoolCtx } from '../doors/ctx';
import { AppError, invalid } from '../errors';
import { findAuthenticator, proveByCode, wrongCode } from './factors/factor';
import { keepFactors } from './factors/held';
import { countRecoveryCodes } from './factors/recovery-codes';
import { countGuess, forgetGuesses } from './guesses';
import { methodsOf, wantMethod } from './methods/methods';
import { findProvider } from './oidc/provider';
import { partyAt } from './passkeys/party';
import { holdsPasskey, listOpenAt } from './passkeys/passkey';
import { checkPassword } from './passwords/hashing';
import { signedInPerson } from './person-only';
import { providerMethod } from './sessions';

type TypedWay = 'code' | 'recovery_code' | 'password';

/** How somebody who is signed in may prove it again. */
export interface ProofWay {
  /** What they type: of their strongest means, null for nothing. */
  way: TypedWay | null;
  /** Whether a passkey of theirs works here, and so will do as well. */
  passkey: boolean;
  /** Name of the identity provider where they can prove it, having come from there; else null. */
  provider: string | null;
}

/** A password alone will do for nobody who has a second factor, wherever that works. */
export async function proofWay(ctx: PoolCtx): Promise<ProofWay> {
  const { user, session } = signedInPerson(ctx);
  const provider = await providerOf(ctx, session.loginId);
  return { ...(await typedOrKey(ctx, user.id)), provider };
}

async function typedOrKey(ctx: PoolCtx, id: string): Promise<Omit<ProofWay, 'provider'>> {
  const host = partyAt(ctx)?.host;
  const passkey = host !== undefined && (await listOpenAt(ctx.db, id, host)).length > 0;
  if (await findAuthenticator(ctx.db, id)) return { way: 'code', passkey };
  if (await holdsPasskey(ctx.db, id)) {
    const spare = (await countRecoveryCodes(ctx.db, id)) > 0;
    return { way: spare ? 'recovery_code' : null, passkey };
  }
  const takes = methodsOf(ctx.caller).includes('password');
  return { way: takes && (await passwordOf(ctx, id)) ? 'password' : null, passkey };
}

async function providerOf({ db }: PoolCtx, loginId: string): Promise<string | null> {
  const [login] = await db
    .select({ method: logins.method })
    .from(logins)
    .where(eq(logins.id, loginId));
  return login?.method === providerMethod ? ((await findProvider(db))?.label ?? null) : null;
}

/**
 * Makes the session fresh. Throws `invalid` on `proof` when it is wrong, `limit` after ten tries.
 */
export async function proveAgain(ctx: PoolCtx, proof: string): Promise<void> {
  const { user, session } = signedInPerson(ctx);
  const { way } = await proofWay(ctx);
  const byCode = way === 'code' || way === 'recovery_code';
  const { poolId } = ctx.tenant;
  const guess = byCode
    ? ({ kind: 'code', poolId, email: user.id } as const)
    : ({ kind: 'password', poolId, email: user.email } as const);
  await countGuess({ ...guess, address: ctx.call.address });
  if (!byCode) wantMethod(ctx, 'password');
  if (way === null) throw nothingToType();
  if (!byCode && !(await checkPassword(await passwordOf(ctx, user.id), proof))) {
    throw invalid('proof', 'This is not your password.');
  }
  await ctx.transact(async (db) => {
    if (byCode && !(await proveByCode(db, { poolId, userId: user.id }, proof))) {
      throw invalid('proof', wrongCode().message);
    }
    // It may have been set up meanwhile.
    if (!byCode && (await keepFactors(db, user.id))) throw nothingToType();
    await db.update(sessions).set({ provenAt: databaseNow }).where(eq(sessions.id, session.id));
    ctx.about('login', session.loginId, { way });
  });
  await forgetGuesses(guess);
}

const nothingToType = () =>
  new AppError('precondition', 'You have nothing here to prove it with. Sign out, then in again.');

async function passwordOf(ctx: PoolCtx, userId: string): Promise<string | null> {
  const own = and(eq(credentials.userId, userId), eq(credentials.kind, 'password'));
  const [known] = await ctx.db.select({ secret: credentials.secret }).from(credentials).where(own);
  return known?.secret ?? null;
}
