import type { ControlDb } from '@/db/control';
import { passkeys } from '@/db/schema/control';
import { AppError } from '../../errors';
import { holdsFactor } from '../factors/held';
import { wantNewProofs } from '../factors/proven';
import { countRecoveryCodes, type Owner, renewRecoveryCodes } from '../factors/recovery-codes';
import { tooMany } from './begin-add';
import { countPasskeys, lockAccount, mostPasskeys, type Passkey } from './passkey';

type New = Pick<
  Passkey,
  'host' | 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'synced' | 'name'
>;

export interface Kept {
  passkey: Passkey;
  /** Of who had no second factor before; none for anybody else. */
  recoveryCodes: string[];
}

/**
 * Gives an account a passkey that was verified. Its additions take turns, so that none goes past the
 * limit. Throws `limit`, or `conflict` for one that is there already.
 */
export async function keepPasskey(db: ControlDb, owner: Owner, made: New): Promise<Kept> {
  const { poolId, userId } = owner;
  await lockAccount(db, userId);
  if ((await countPasskeys(db, userId)) >= mostPasskeys) throw tooMany();
  const isFirst = !(await holdsFactor(db, userId));
  const [passkey] = await db
    .insert(passkeys)
    .values({ poolId, userId, ...made })
    .onConflictDoNothing({ target: [passkeys.poolId, passkeys.host, passkeys.credentialId] })
    .returning();
  if (!passkey) throw new AppError('conflict', 'This passkey is set up already.');
  if (isFirst) await wantNewProofs(db, userId);
  const spare = isFirst ? 0 : await countRecoveryCodes(db, userId);
  return { passkey, recoveryCodes: spare > 0 ? [] : await renewRecoveryCodes(db, owner) };
}
