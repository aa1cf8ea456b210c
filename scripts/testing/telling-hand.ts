import { join } from 'node:path';
import Stripe from 'stripe';
import { enterUsage } from '@/db/billing/stripe-usage';
import { onControl } from '@/db/homes/prepare';
import type { Servers } from '@/db/homes/servers';
import { tellUsage } from '@/lib/billing/stripe/tell-usage';
import { env } from '@/lib/env';

/** Tells Stripe of usage without a pause and without patience, until it is killed. */
const {
  OPERATOR_DATABASE_URL: primary = '',
  ROWHOUSE_SECRET: roleSecret,
  STRIPE_API_URL: url,
} = env();
const folder = join(process.cwd(), 'db/migrations');
const servers: Servers = { urls: { primary }, roleSecret, folder };
const { hostname: host, port } = new URL(url);
const sdk = new Stripe('sk_test_localstripe', {
  ...{ host, port, protocol: 'http', telemetry: false, maxNetworkRetries: 0, timeout: 300 },
});
const account = 'one';
for (;;) {
  // As if the pauses between tries had gone by, and the time that whoever died held something.
  await onControl(servers, (control) =>
    control.query('update control.stripe_usage set next_at = now() where next_at is not null'),
  );
  await enterUsage(servers, { account, withinHours: 2 });
  await tellUsage(servers, { sdk, account });
}
