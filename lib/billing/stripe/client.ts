import { createHash } from 'node:crypto';
import Stripe from 'stripe';
import { type Env, env } from '../../env';

type Settings = Pick<Env, 'STRIPE_SECRET_KEY' | 'STRIPE_API_URL'>;

export interface StripeAccess {
  sdk: Stripe;
  /** Tells one account from another; says nothing of the key. */
  account: string;
  /** Where a Stripe on this machine shows its pages; Stripe's own are at its own addresses. */
  pagesAt?: string | undefined;
}

const timeoutMs = 20_000;

/** Stripe as the settings name it; null where they name none, and nothing is charged. */
export function stripeOf(settings: Settings = env()): StripeAccess | null {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_URL: url } = settings;
  if (!key) return null;
  const { protocol, hostname: host, port } = new URL(url);
  const sdk = new Stripe(key, {
    ...{ host, protocol: protocol === 'http:' ? 'http' : 'https', telemetry: false },
    ...(port && { port }),
    ...{ timeout: timeoutMs, maxNetworkRetries: 2, appInfo: { name: 'Rowhouse' } },
  });
  const account = createHash('sha256').update(`${url} ${key}`).digest('hex').slice(0, 32);
  return { sdk, account, ...(protocol === 'http:' && { pagesAt: new URL(url).origin }) };
}
