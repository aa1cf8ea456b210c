import { countAttempt, forgetAttempts } from '@/db/directory';
import { AppError } from '../errors';
import { peerOf } from '../peer';
import { emailKey } from './email';
import { keyedHash } from './secrets';

const windowSeconds = 15 * 60;

/** Most tries in 15 minutes: on one account, and from one address over all accounts of a pool. */
const limits = {
  password: { account: 10, address: 300 },
  mail: { account: 5, address: 100 },
  /** Codes of a second factor; the account is the user's id. */
  code: { account: 10, address: 300 },
} as const;

/**
 * The same from one address where there is nothing to guess of an account: a count on one would only
 * let strangers shut it. Answers of passkeys, and challenges that are written for them.
 */
const addressLimits = { passkey: 300, challenge: 3_000 } as const;

/** The same for a tenant, whoever asks. */
const lookUpsOfTenant = 60;
const addressesOfTenant = 60;
const looksOfTenant = 600;
/** Mails to addresses at one of its domains: in 15 minutes, and in a day. */
const joinMailsOfDomain = 200;
export const joinMailsOfDay = 1_000;
const daySeconds = 86_400;
/** Invitations that a tenant mails in an hour: to one address, and to all. */
const invitationsToAddress = 5;
export const invitationsOfTenant = 500;
const hourSeconds = 3_600;

export type GuessKind = keyof typeof limits;

export interface Guess {
  kind: GuessKind;
  poolId: string;
  email: string;
  /** Trusted address of the peer, if known. */
  address: string | null;
}

/**
 * Counts a guess before it is evaluated, whether or not the account exists. Throws `limit` with the
 * seconds to wait. The account comes first, since an address can be changed or shared.
 */
export async function countGuess({ kind, poolId, email, address }: Guess): Promise<void> {
  const limit = limits[kind];
  await refuseAfter(keyedHash(kind, poolId, emailKey(email)), limit.account);
  if (address)
    await refuseAfter(keyedHash(`${kind}-address`, poolId, peerOf(address)), limit.address);
}

/** Counts a call from an address. Throws `limit` with the seconds to wait. */
export async function countCall(
  kind: keyof typeof addressLimits,
  { poolId, address }: Pick<Guess, 'poolId' | 'address'>,
): Promise<void> {
  await refuseAfter(keyedHash(kind, poolId, peerOf(address)), addressLimits[kind]);
}

/** Counts a look into DNS that a tenant asks for. Throws `limit` with the seconds to wait. */
export const countLookUp = (tenantId: string): Promise<void> =>
  refuseAfter(keyedHash('look-up', tenantId), lookUpsOfTenant);

/** Counts an address of another tenant that one names. Throws `limit` with the seconds to wait. */
export const countAddress = (tenantId: string): Promise<void> =>
  refuseAfter(keyedHash('partner', tenantId), addressesOfTenant);

/** Counts a look of one tenant into another. Throws `limit` with the seconds to wait. */
export const countLook = (grantorId: string, tenantId: string): Promise<void> =>
  refuseAfter(keyedHash('look', grantorId, tenantId), looksOfTenant);

/** Counts an invitation that a tenant mails. Throws `limit` with the seconds to wait. */
export async function countInvitation(tenantId: string, email: string): Promise<void> {
  const toAddress = keyedHash('invitation', tenantId, emailKey(email));
  await refuseAfter(toAddress, invitationsToAddress, hourSeconds);
  await refuseAfter(keyedHash('invitations', tenantId), invitationsOfTenant, hourSeconds);
}

/**
 * Counts a mail to join with by a domain of a tenant: whether it may go out. `told` where it may not
 * because of the day, for the first time in it.
 */
export async function countJoinMail(
  tenantId: string,
  domain: string,
): Promise<'goes' | 'waits' | 'told'> {
  const within = async (kind: string, limit: number, seconds: number) =>
    (await countAttempt(keyedHash(kind, tenantId, domain), limit, seconds)) === 0;
  if (!(await within('join-mail', joinMailsOfDomain, windowSeconds))) return 'waits';
  const left = await countAttempt(
    keyedHash('join-mail-day', tenantId, domain),
    joinMailsOfDay,
    daySeconds,
  );
  if (left === 0) return 'goes';
  // As long as the day itself, so that the next one is told of as well.
  return (await within('join-mail-told', 1, left)) ? 'told' : 'waits';
}

/** Has the day told of again, where that came to nothing. */
export const forgetTold = (tenantId: string, domain: string): Promise<void> =>
  forgetAttempts(keyedHash('join-mail-told', tenantId, domain));

/** Starts an account's count anew, as after the right password. */
export const forgetGuesses = ({ kind, poolId, email }: Omit<Guess, 'address'>): Promise<void> =>
  forgetAttempts(keyedHash(kind, poolId, emailKey(email)));

async function refuseAfter(key: string, limit: number, window = windowSeconds) {
  const seconds = await countAttempt(key, limit, window);
  if (seconds === 0) return;
  const minutes = Math.ceil(seconds / 60);
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  throw new AppError('limit', `Too many tries. Wait ${wait} and try again.`, {
    retryAfterSeconds: seconds,
  });
}
