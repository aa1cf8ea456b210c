import { AppError } from '../errors';
import type { Caller } from './facts';
import { isWithin } from './networks';

/** What the tenant's own rules of sign-in have against a caller; null when nothing. */
export type Objection = 'network' | 'second_factor';

export function objectionTo(caller: Caller, address: string | null): Objection | null {
  if (caller.networks.length > 0 && !isWithin(caller.networks, address)) return 'network';
  const { session } = caller;
  return session?.secondFactorDue && !session.secondFactor ? 'second_factor' : null;
}

/** Refuses members who come from elsewhere, or without the second factor they owe. */
export function checkStanding(caller: Caller, address: string | null): void {
  const objection = objectionTo(caller, address);
  if (objection === 'network') throw fromElsewhere(address);
  if (objection) {
    throw new AppError('unauthenticated', 'Sign in with your second factor: it is asked for here.');
  }
}

/** Refuses to let anybody in from another network. */
export function checkNetwork({ networks }: Caller, address: string | null): void {
  if (networks.length > 0 && !isWithin(networks, address)) throw fromElsewhere(address);
}

const fromElsewhere = (address: string | null) =>
  new AppError(
    'forbidden',
    `This workspace opens from its own networks only, and your address is ${address ?? 'unknown'}. An admin can add it.`,
  );

/** Wants a proof of the last 15 minutes. Throws `proof_required`, or `forbidden` for a token. */
export function checkFresh({ session }: Caller): void {
  if (!session) {
    throw new AppError('forbidden', 'An API token cannot do this. Sign in with your password.');
  }
  if (!session.fresh) {
    throw new AppError('proof_required', 'Confirm that it is you, then this goes on.');
  }
}

/** Refuses what reaches beyond this tenant to who came in through its identity provider. */
export function checkWholeAccount({ session }: Caller): void {
  if (!session?.confined) return;
  throw new AppError(
    'forbidden',
    'You came in through single sign-on, which opens this workspace alone. Sign in with a link by mail to change your account.',
  );
}
