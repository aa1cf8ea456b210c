import { handleStripeEvent } from '@/lib/doors/stripe-events';

export const POST = (request: Request) => handleStripeEvent(request);
