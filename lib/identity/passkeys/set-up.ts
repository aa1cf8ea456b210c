import { eq } from 'drizzle-orm';
import { users } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { tellOwner } from '../factors/tell';
import { finishFlow, placeOf } from '../flow/finish';
import { openFlow } from '../flow/flows';
import { wantSetUp } from '../flow/set-up';
import { notBelieved } from './add';
import { creationOptions } from './begin-add';
import { type Ceremony, spendChallenge } from './challenges';
import { keepPasskey } from './keep';
import { wantParty } from './party';
import { lockAccount } from './passkey';
import type { Attestation } from './shapes';
import { readClientData, verifyAttestation } from './verify';

const ceremonyOf = (browser: string, userId: string): Ceremony => ({
  purpose: 'set_up',
  browser,
  userId,
});

/**
 * What a browser has the key made with that its sign-in demands: of somebody who has no second factor
 * of any kind, anywhere. Throws `precondition` for anybody else, and on another host.
 */
export async function beginPasskeySetUp(ctx: PoolCtx, token: string) {
  const { host } = wantParty(ctx);
  const flow = await openFlow(ctx.db, token, placeOf(ctx));
  await wantSetUp(ctx, ctx.db, flow);
  const [user] = await ctx.db
    .select({ id: users.id, email: users.email, name: users.name })
    .from(users)
    .where(eq(users.id, flow.userId));
  if (!user) throw new AppError('precondition', 'This account is gone.');
  return await creationOptions(ctx, { host, user, held: [], ceremony: ceremonyOf(token, user.id) });
}

interface SetUp {
  flow: string;
  name: string;
  attestation: Attestation;
}

/**
 * Ends the sign-in with it; answers recovery codes as well. Throws `invalid` on `attestation`, which
 * leaves the sign-in open, and `precondition` where a second factor came up meanwhile.
 */
export async function finishWithNewPasskey(
  ctx: PoolCtx,
  { flow: token, name, attestation }: SetUp,
) {
  const party = wantParty(ctx);
  const { userId } = await openFlow(ctx.db, token, placeOf(ctx));
  const said = readClientData(attestation.clientDataJSON);
  const challenge = said?.challenge ?? '';
  const asked = await spendChallenge(ctx, ceremonyOf(token, userId), challenge);
  if (!asked || said?.framed) throw notBelieved();
  const made = await verifyAttestation(party, challenge, attestation);
  if (!made) throw notBelieved();
  return await ctx.transact(async (db) => {
    // Before the flow, as whoever changes the account's password does.
    await lockAccount(db, userId);
    let recoveryCodes: string[] = [];
    const opened = await finishFlow(ctx, db, {
      token,
      prove: async (flow) => {
        await wantSetUp(ctx, db, flow);
        const { credentialId, transports } = attestation;
        const key = { ...made, host: party.host, credentialId, transports, name };
        const kept = await keepPasskey(db, flow, key);
        recoveryCodes = kept.recoveryCodes;
        await tellOwner(ctx, db, { userId, what: 'passkey_added', passkey: kept.passkey });
        return 'passkey';
      },
    });
    return { ...opened, recoveryCodes };
  });
}
