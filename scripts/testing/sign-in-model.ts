import type { DeviceKey } from '@/lib/identity/passkeys/testing';

/** What a plain model knows of one person's way in. Everything else about sign-in it leaves out. */
export interface Person {
  email: string;
  userId: string;
  /** The authenticator that counts, if there is one. */
  secret: string | null;
  /** The last interval whose code was taken. */
  lastInterval: number;
  recoveryCodes: Set<string>;
  /** The authenticator that was begun and never confirmed. */
  begun: string | null;
  keys: PasskeyModel[];
  /** Whether their session at the strict place knows them by a proof of long ago. */
  stale: boolean;
}

/** A passkey: the one place where it works, and whether its counter never went back. */
export interface PasskeyModel {
  device: DeviceKey;
  place: number;
  open: boolean;
}

/** What is wrong with an answer of a device. */
export type Lie = 'origin' | 'host' | 'unverified' | 'forged' | 'replayed' | 'back';

/** A sign-in that somebody began: by whom and where, and whether it can still go on. */
export interface FlowModel {
  token: string;
  person: Person;
  place: number;
  open: boolean;
  /** Whether it goes on with the session that they have there. */
  resumed?: true;
}

/** Whether a person needs a second proof at a place, whose rule is given. */
export const owesSecond = (person: Person, demands: boolean) => holdsSecond(person) || demands;

/** A passkey asks for both proofs at every place of the pool, be it open or shut. */
const holdsSecond = ({ secret, keys }: Person) => secret !== null || keys.length > 0;

/** Whether a code finishes this flow there, by what the model knows. */
export function codeFinishes(
  flow: FlowModel | undefined,
  place: number,
  given: { secret: string | null; interval: number; recovery: string | null },
): boolean {
  if (!flow?.open || flow.place !== place || !holdsSecond(flow.person)) return false;
  const { person } = flow;
  if (given.recovery !== null) return person.recoveryCodes.has(given.recovery);
  const own = given.secret !== null && given.secret === person.secret;
  return own && given.interval > person.lastInterval;
}

/** Whether an answer of a passkey opens a place by itself. */
export const passkeyOpens = (key: PasskeyModel, place: number, lie: Lie | null): boolean =>
  key.open && key.place === place && lie === null;

/** Whether it finishes this flow there. */
export function passkeyFinishes(
  flow: FlowModel | undefined,
  place: number,
  { key, lie }: { key: PasskeyModel; lie: Lie | null },
): boolean {
  if (!flow?.open || flow.place !== place || !flow.person.keys.includes(key)) return false;
  return passkeyOpens(key, place, lie);
}

/** Whether a first code of what was begun finishes this flow there. */
export function setUpFinishes(
  flow: FlowModel | undefined,
  place: number,
  given: { demands: boolean; secret: string | null },
): boolean {
  if (!flow?.open || flow.place !== place || holdsSecond(flow.person)) return false;
  // Whoever has an old session, perhaps a stolen one, makes no new proof of it.
  if (flow.resumed && flow.person.stale) return false;
  return given.demands && given.secret !== null && given.secret === flow.person.begun;
}
