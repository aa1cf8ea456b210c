import type { PoolCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { signedInPerson } from '../person-only';
import { type Ceremony, mintChallenge, timeoutMs } from './challenges';
import { wantParty } from './party';
import { listPasskeys, mostPasskeys, type Passkey } from './passkey';
import { described } from './prove';
import { algorithms } from './verify';

/** What adding one is bound to: the person, and the session in which it was begun. */
export function ceremonyOfAdding(ctx: PoolCtx): Ceremony {
  const { user, session } = signedInPerson(ctx);
  return { purpose: 'add', browser: session.id, userId: user.id };
}

/** What a browser has a new key made with. Throws `limit`, or `precondition` on another host. */
export async function beginPasskey(ctx: PoolCtx) {
  const { host } = wantParty(ctx);
  const { user } = signedInPerson(ctx);
  const held = await listPasskeys(ctx.db, user.id);
  if (held.length >= mostPasskeys) throw tooMany();
  return await creationOptions(ctx, { host, user, held, ceremony: ceremonyOfAdding(ctx) });
}

interface Creation {
  host: string;
  user: { id: string; email: string; name: string };
  /** What the person has already. */
  held: Passkey[];
  ceremony: Ceremony;
}

/** Options for a key of a person at a host, with a challenge of this ceremony. */
export async function creationOptions(ctx: PoolCtx, { host, user, held, ceremony }: Creation) {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  return {
    options: await generateRegistrationOptions({
      rpID: host,
      rpName: ctx.tenant.name,
      userID: new Uint8Array(Buffer.from(user.id)),
      userName: user.email,
      userDisplayName: user.name,
      challenge: await mintChallenge(ctx, ceremony),
      timeout: timeoutMs,
      attestationType: 'none',
      excludeCredentials: held.filter((one) => one.host === host).map(described),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: algorithms,
    }),
  };
}

export const tooMany = () =>
  new AppError('limit', `At most ${mostPasskeys} passkeys. Remove one that you no longer use.`);
