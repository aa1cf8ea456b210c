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

/** The same with the session's own token: throws `forbidden` for a JWT as well, which is handed around. */
export function signedInHere(ctx: { caller: Caller }) {
  const found = signedInPerson(ctx);
  if (!found.session.byAccessToken) return found;
  throw new AppError('forbidden', 'An access token cannot do this. Use the token from sign-in.');
}
