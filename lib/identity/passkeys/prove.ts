import { and, eq, gte, isNull, lt, or } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { logins, passkeys } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { tellOwner } from '../factors/tell';
import { type Ceremony, mintChallenge, spendChallenge, timeoutMs } from './challenges';
import { wantParty } from './party';
import { findPasskey, type Passkey } from './passkey';
import type { Assertion } from './shapes';
import { isTransport } from './transports';
import { readClientData, verifyAssertion } from './verify';

const p = passkeys;

/** What a browser asks its devices with: for any passkey of this host, or for one of these. */
export async function askForPasskey(ctx: PoolCtx, ceremony: Ceremony, among: Passkey[] = []) {
  const { host } = wantParty(ctx);
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  return {
    options: await generateAuthenticationOptions({
      rpID: host,
      challenge: await mintChallenge(ctx, ceremony),
      timeout: timeoutMs,
      userVerification: 'required',
      allowCredentials: among.map(described),
    }),
  };
}

/** A passkey as browsers are told of it. */
export const described = ({ credentialId, transports }: Passkey) => ({
  id: credentialId,
  transports: transports.filter(isTransport),
});

/** Where passkeys are looked up and counted. */
export interface KeptIn {
  run<T>(work: (db: ControlDb) => Promise<T>): Promise<T>;
  /** One audited transaction. */
  transact<T>(work: (db: ControlDb) => Promise<T>): Promise<T>;
}

const ownPool = ({ db, transact }: PoolCtx): KeptIn => ({ run: (work) => work(db), transact });

/**
 * The passkey whose device answered, after equal work for known, foreign, shut and unknown ones; null
 * for all but a right answer by an open one. One whose counter went back is shut here, for good. They
 * are those of the call's own pool, unless it is told of another.
 */
export async function provePasskey(
  ctx: PoolCtx,
  ceremony: Ceremony,
  assertion: Assertion,
  keptIn: KeptIn = ownPool(ctx),
): Promise<Passkey | null> {
  const party = wantParty(ctx);
  const said = readClientData(assertion.clientDataJSON);
  const challenge = said?.challenge ?? '';
  const passkey = await keptIn.run((db) => findPasskey(db, party.host, assertion.credentialId));
  const asked = await spendChallenge(ctx, ceremony, challenge);
  const signed = await verifyAssertion({ party, challenge, assertion, passkey });
  if (!asked || said?.framed || !signed || !passkey || passkey.suspectedAt) return null;
  if (!isTheirs(passkey, ceremony, assertion)) return null;
  return (await takeCounter(ctx, passkey, { ...signed, asked, keptIn })) ? passkey : null;
}

// Who did not say who they are is named by the device.
function isTheirs({ userId }: Passkey, ceremony: Ceremony, { userHandle }: Assertion): boolean {
  const named = userHandle && Buffer.from(userHandle, 'base64url').toString('utf8');
  if (ceremony.userId === null) return named === userId;
  return ceremony.userId === userId && (!named || named === userId);
}

interface Counted {
  counter: number;
  /** When the answer was asked for. */
  asked: Date;
  keptIn: KeptIn;
}

async function takeCounter(ctx: PoolCtx, { id }: Passkey, { counter, asked, keptIn }: Counted) {
  const onward = counter === 0 ? eq(p.counter, 0) : lt(p.counter, counter);
  const taken = await keptIn.run((db) =>
    db
      .update(p)
      .set({ counter, lastUsedAt: databaseNow })
      .where(and(eq(p.id, id), isNull(p.suspectedAt), onward))
      .returning({ id: p.id }),
  );
  if (taken.length > 0) return true;
  await keptIn.transact(async (db) => {
    const [shut] = await db
      .update(p)
      .set({ suspectedAt: databaseNow })
      .where(
        and(eq(p.id, id), isNull(p.suspectedAt), gte(p.counter, counter), answeredBefore(asked)),
      )
      .returning();
    if (!shut) return;
    const ended = await endItsLogins(db, shut.userId);
    ctx.about('user', shut.userId, { passkey: shut.name, shut: 'its counter went back', ended });
    await tellOwner(ctx, db, { userId: shut.userId, what: 'passkey_shut', passkey: shut });
  });
  return false;
}

// Of two answers that overtake each other on the way, the second proves no copy.
const answeredBefore = (asked: Date) => or(isNull(p.lastUsedAt), lt(p.lastUsedAt, asked));

/** Signs out whatever a passkey opened: which answers came from the copy, nobody can tell. */
async function endItsLogins(db: ControlDb, userId: string): Promise<number> {
  const byPasskey = or(eq(logins.method, 'passkey'), eq(logins.secondFactor, 'passkey'));
  const ended = await db
    .update(logins)
    .set({ revokedAt: databaseNow })
    .where(and(eq(logins.userId, userId), isNull(logins.revokedAt), byPasskey))
    .returning({ id: logins.id });
  return ended.length;
}
