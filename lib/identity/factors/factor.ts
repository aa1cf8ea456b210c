import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { secondFactors } from '@/db/schema/control';
import { AppError, invalid } from '../../errors';
import { sealer } from '../../sealing';
import { holdsPasskey, lockAccount } from '../passkeys/passkey';
import { wantNewProofs } from './proven';
import {
  countRecoveryCodes,
  type Owner,
  renewRecoveryCodes,
  spendRecoveryCode,
} from './recovery-codes';
import { intervalOf, newTotpSecret, totpUri } from './totp';

const f = secondFactors;
const { seal, unseal } = sealer('second-factor');
const bound = ({ poolId, userId }: Owner) => `${poolId}:${userId}`;
const ofUser = (userId: string) => and(eq(f.userId, userId), eq(f.kind, 'totp'));

/** What a second factor was proven with. */
export type SecondProof = 'totp' | 'recovery_code' | 'provider' | 'passkey';

/** The authenticator of an account that counts, if it has one. */
export async function findAuthenticator(
  db: ControlDb,
  userId: string,
): Promise<{ confirmedAt: Date; lastUsedAt: Date | null } | null> {
  const [found] = await db
    .select({ confirmedAt: f.confirmedAt, lastUsedAt: f.lastUsedAt })
    .from(f)
    .where(and(ofUser(userId), isNotNull(f.confirmedAt)));
  return found?.confirmedAt ? { ...found, confirmedAt: found.confirmedAt } : null;
}

/**
 * Begins to set up an authenticator, in place of a beginning that was not finished. Throws `conflict`
 * when there is one already.
 */
export async function beginAuthenticator(
  db: ControlDb,
  owner: Owner,
  about: { issuer: string; label: string },
): Promise<{ secret: string; uri: string }> {
  if (await findAuthenticator(db, owner.userId)) throw alreadyThere();
  const secret = newTotpSecret();
  const { poolId, userId } = owner;
  const fresh = { secret: seal(secret, bound(owner)), lastInterval: 0 };
  await db
    .insert(f)
    .values({ poolId, userId, kind: 'totp', ...fresh })
    .onConflictDoUpdate({
      target: [f.poolId, f.userId, f.kind],
      set: fresh,
      setWhere: isNull(f.confirmedAt),
    });
  return { secret, uri: totpUri(secret, about) };
}

/**
 * Finishes it with a first code and answers recovery codes, unless there are some of a passkey. Throws
 * `invalid` on `code`.
 */
export async function confirmAuthenticator(
  db: ControlDb,
  owner: Owner,
  code: string,
): Promise<string[]> {
  await lockAccount(db, owner.userId);
  const [begun] = await db
    .select({ id: f.id, secret: f.secret, confirmedAt: f.confirmedAt })
    .from(f)
    .where(ofUser(owner.userId))
    .for('update');
  if (!begun) throw new AppError('precondition', 'Begin anew: the set-up was not begun here.');
  if (begun.confirmedAt) throw alreadyThere();
  const interval = intervalOf(unseal(begun.secret, bound(owner)), code);
  if (interval === null) throw wrongCode();
  await db
    .update(f)
    .set({ confirmedAt: databaseNow, lastUsedAt: databaseNow, lastInterval: interval })
    .where(eq(f.id, begun.id));
  const beside = await holdsPasskey(db, owner.userId);
  if (!beside) await wantNewProofs(db, owner.userId);
  const spare = beside ? await countRecoveryCodes(db, owner.userId) : 0;
  return spare > 0 ? [] : await renewRecoveryCodes(db, owner);
}

/** Takes the authenticator away, under the account's lock. False when there was none. */
export async function removeAuthenticator(db: ControlDb, userId: string): Promise<boolean> {
  await lockAccount(db, userId);
  const gone = await db.delete(f).where(eq(f.userId, userId)).returning({ id: f.id });
  return gone.length > 0;
}

/**
 * Whether a code proves the account: of the authenticator, each once, or a recovery code, which it
 * spends. Null when it is wrong.
 */
export async function proveByCode(
  db: ControlDb,
  owner: Owner,
  code: string,
): Promise<SecondProof | null> {
  if (/^[\d\s]{6,8}$/.test(code)) return (await takeInterval(db, owner, code)) ? 'totp' : null;
  return (await spendRecoveryCode(db, owner, code)) ? 'recovery_code' : null;
}

async function takeInterval(db: ControlDb, owner: Owner, code: string): Promise<boolean> {
  const own = and(ofUser(owner.userId), isNotNull(f.confirmedAt));
  const [known] = await db.select({ id: f.id, secret: f.secret }).from(f).where(own);
  const interval = known ? intervalOf(unseal(known.secret, bound(owner)), code) : null;
  if (!known || interval === null) return false;
  const taken = await db
    .update(f)
    .set({ lastInterval: interval, lastUsedAt: databaseNow })
    .where(and(eq(f.id, known.id), lt(f.lastInterval, interval)))
    .returning({ id: f.id });
  return taken.length > 0;
}

export const wrongCode = () => invalid('code', 'This code is wrong or was used. Try the next one.');

const alreadyThere = () =>
  new AppError('conflict', 'An authenticator is set up already. Remove it first.');
