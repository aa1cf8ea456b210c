export { handleStripeEvent as POST } from '@/lib/doors/stripe-events';
