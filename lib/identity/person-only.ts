import type { Caller, UserFacts } from '../doors/caller';
import { AppError } from '../errors';

/**
 * The signed-in person behind a call. Throws `forbidden` for an API token: those act on data, never
 * on the account of the person who made them.
 */
export function signedInPerson({ caller }: { caller: Caller }): {
  user: UserFacts;
  session: NonNullable<Caller['session']>;
} {
  const { user, session } = caller;
  if (!user || !session) {
    throw new AppError('forbidden', 'An API token cannot do this. Sign in with your password.');
  }
  return { user, session };
}
