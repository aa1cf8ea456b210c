import type { DueAsk } from '@/db/billing/stripe-asks';
import type { Servers } from '@/db/homes/servers';
import type { StripeAccess } from './client';

/** What is at hand for a wish. */
export interface Asking {
  servers: Servers;
  access: StripeAccess;
  ask: DueAsk;
}
