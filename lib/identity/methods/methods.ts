import { signInMethods } from '@/db/schema/control';
import type { Caller } from '../../doors/caller';
import { AppError } from '../../errors';

export type SignInMethod = (typeof signInMethods)[number];

const off: Record<SignInMethod, string> = {
  password: 'Passwords are switched off in this workspace. Sign in another way.',
  magic_link: 'Links by mail are switched off in this workspace. Sign in another way.',
  passkey: 'Passkeys are switched off in this workspace. Sign in another way.',
};

/** The ways that are open on the host that was asked. */
export const methodsOf = ({ methodsOff }: Pick<Caller, 'methodsOff'>): SignInMethod[] =>
  signInMethods.filter((method) => !methodsOff.includes(method));

/**
 * Refuses a way in that the tenant has switched off, before anything is looked up, so that the answer
 * is the same for everybody. Any other proof (an invitation, a hand-off) passes. Throws `precondition`.
 */
export function wantMethod({ caller }: { caller: Caller }, method: string): void {
  const known = signInMethods.find((one) => one === method);
  if (known && caller.methodsOff.includes(known)) throw new AppError('precondition', off[known]);
}
