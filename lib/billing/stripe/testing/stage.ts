import Stripe from 'stripe';
import { type LocalStripe, openLocalStripe } from '../local/serve';

/** A local Stripe in memory and the SDK that speaks to it; time and events go on only when told to. */
export interface StripeStage {
  server: LocalStripe;
  url: string;
  sdk: Stripe;
  /** The SDK with other wishes, such as how often it tries again. */
  sdkWith(wishes: Partial<Stripe.StripeConfig>): Stripe;
  end(): Promise<void>;
}

const never = 2 ** 30;
const testKey = 'sk_test_localstripe';

export async function openStripeStage(options: { path?: string } = {}): Promise<StripeStage> {
  const { path = null } = options;
  const server = await openLocalStripe({ port: 0, path, everyMs: never });
  const { hostname: host, port } = new URL(server.url);
  const sdkWith = (wishes: Partial<Stripe.StripeConfig>) =>
    new Stripe(testKey, { host, port, protocol: 'http', telemetry: false, ...wishes });
  return {
    server,
    url: server.url,
    sdkWith,
    sdk: sdkWith({ maxNetworkRetries: 0 }),
    end: server.close,
  };
}
