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
  'other_person',
  'second_factor',
  'again',
] as const;
export type ProviderRefusal = (typeof providerRefusals)[number];

/** Carries a refusal to where it is answered, and takes what was written with it back. */
export class RefusedByProvider extends Error {
  readonly why: ProviderRefusal;

  constructor(why: ProviderRefusal, cause?: unknown) {
    super(`Sign-in through the identity provider was refused: ${why}`, { cause });
    this.name = 'RefusedByProvider';
    this.why = why;
  }
}
