import { isAppError } from '../../errors';

/** Why a sign-in through the provider did not come through, as the page explains it. */
export const providerRefusals = [
  'off',
  'denied',
  'provider',
  'expired',
  'unreachable',
  'answer',
  'clock',
  'no_email',
  'no_member',
  'no_role',
  'no_seat',
  'other_person',
  'second_factor',
  'again',
] as const;
export type ProviderRefusal = (typeof providerRefusals)[number];

/** Awaits that somebody becomes a member, and says it in these words where every seat is taken. */
export async function seated<T>(joining: Promise<T>): Promise<T> {
  try {
    return await joining;
  } catch (error) {
    throw isAppError(error) && error.code === 'limit' ? new RefusedByProvider('no_seat') : error;
  }
}

/** Carries a refusal to where it is answered, and takes what was written with it back. */
export class RefusedByProvider extends Error {
  readonly why: ProviderRefusal;

  constructor(why: ProviderRefusal, cause?: unknown) {
    super(`Sign-in through the identity provider was refused: ${why}`, { cause });
    this.name = 'RefusedByProvider';
    this.why = why;
  }
}
