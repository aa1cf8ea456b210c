import Stripe from 'stripe';

/** What cannot be done as it was asked for; asking again changes nothing. */
export class Refused extends Error {}

interface Told {
  /** What is shown to who asked. */
  fault: string;
  /** Whether the same would be refused again. */
  final: boolean;
}

const { errors } = Stripe;

/** What went wrong between us and Stripe, in words that name no key. */
export function faultOf(error: unknown): Told {
  if (error instanceof Refused) return { fault: error.message, final: true };
  // The same request is still being answered.
  if (error instanceof errors.StripeError && error.statusCode === 409) return unheard;
  if (
    error instanceof errors.StripeInvalidRequestError ||
    error instanceof errors.StripeCardError ||
    error instanceof errors.StripeIdempotencyError
  ) {
    return { fault: `Stripe: ${error.message}`, final: true };
  }
  if (
    error instanceof errors.StripeAuthenticationError ||
    error instanceof errors.StripePermissionError
  ) {
    return { fault: 'Stripe does not let the platform in.', final: false };
  }
  return unheard;
}

const unheard: Told = { fault: 'Stripe does not answer.', final: false };

/** Null for what Stripe does not have; throws everything else. */
export function absent(error: unknown): null {
  if (error instanceof errors.StripeInvalidRequestError && error.statusCode === 404) return null;
  throw error;
}
