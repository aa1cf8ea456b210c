import type { PoolCtx } from '../../doors/ctx';
import { invalid } from '../../errors';
import { markProven } from '../factors/proven';
import { tellOwner } from '../factors/tell';
import { signedInPerson } from '../person-only';
import { ceremonyOfAdding } from './begin-add';
import { spendChallenge } from './challenges';
import { keepPasskey } from './keep';
import { wantParty } from './party';
import type { Attestation } from './shapes';
import { readClientData, verifyAttestation } from './verify';

/**
 * Adds the key that a device has made, for the host it was made on. Answers recovery codes to who had
 * no second factor. Throws `invalid` on `attestation`, `limit` after twenty, `conflict`.
 */
export async function addPasskey(
  ctx: PoolCtx,
  { name, attestation }: { name: string; attestation: Attestation },
): Promise<{ id: string; recoveryCodes: string[] }> {
  const party = wantParty(ctx);
  const { user, session } = signedInPerson(ctx);
  const said = readClientData(attestation.clientDataJSON);
  const challenge = said?.challenge ?? '';
  const asked = await spendChallenge(ctx, ceremonyOfAdding(ctx), challenge);
  if (!asked || said?.framed) throw notBelieved();
  const made = await verifyAttestation(party, challenge, attestation);
  if (!made) throw notBelieved();
  return await ctx.transact(async (db) => {
    const { credentialId, transports } = attestation;
    const owner = { poolId: ctx.tenant.poolId, userId: user.id };
    const key = { ...made, host: party.host, credentialId, transports, name };
    const { passkey, recoveryCodes } = await keepPasskey(db, owner, key);
    await markProven(db, session, 'passkey');
    ctx.about('user', user.id, { passkey: name, host: party.host });
    await tellOwner(ctx, db, { userId: user.id, what: 'passkey_added', passkey });
    return { id: passkey.id, recoveryCodes };
  });
}

export const notBelieved = () =>
  invalid('attestation', 'This passkey could not be set up. Begin again on this page.');
