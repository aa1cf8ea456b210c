import Stripe from 'stripe';
import { type Env, env } from '../../env';

type Settings = Pick<Env, 'STRIPE_SECRET_KEY' | 'STRIPE_API_URL'>;

interface Connection {
  sdk: Stripe;
  /** Whether real money moves. */
  isLive: boolean;
  /** Where a Stripe on this machine shows its pages; Stripe's own are at its own addresses. */
  pagesAt?: string | undefined;
}

export interface StripeAccess extends Pick<Connection, 'sdk' | 'pagesAt'> {
  /** Tells one account from another, whichever of its keys is used. */
  account: string;
}

const timeoutMs = 20_000;

/** Stripe as the settings name it; null where they name none, and nothing is charged. */
export function stripeOf(settings: Settings = env()): Connection | null {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_URL: url } = settings;
  if (!key) return null;
  const { protocol, hostname: host, port } = new URL(url);
  const sdk = new Stripe(key, {
    ...{ host, protocol: protocol === 'http:' ? 'http' : 'https', telemetry: false },
    ...(port && { port }),
    ...{ timeout: timeoutMs, maxNetworkRetries: 2, appInfo: { name: 'Rowhouse' } },
  });
  const isLive = /^[a-z]+_live_/.test(key);
  return { sdk, isLive, ...(protocol === 'http:' && { pagesAt: new URL(url).origin }) };
}

/**
 * Asks Stripe whose key this is. The test mode of an account has the same id and knows nobody of the live
 * one, so it counts as an account of its own. Throws what the SDK throws where Stripe does not say.
 */
export async function accessOf({ sdk, isLive, pagesAt }: Connection): Promise<StripeAccess> {
  const id = await sdk.accounts.retrieveCurrent().then((own) => own.id, namedIn);
  return { sdk, account: isLive ? id : `${id} test`, ...(pagesAt && { pagesAt }) };
}

/** A restricted key that may not read its account is refused with the name of it. */
function namedIn(error: unknown): string {
  const isBarred = error instanceof Stripe.errors.StripePermissionError;
  const id = isBarred && /\bacct_\w+/.exec(error.message)?.[0];
  if (!id) throw error;
  return id;
}
