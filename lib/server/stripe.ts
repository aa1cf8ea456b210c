import { join } from 'node:path';
import { openLocalStripe } from '@/lib/billing/stripe/local/serve';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { atShutdown, endOnSignals } from './shutdown';

const { LOCAL_STRIPE_PORT: port, LOCAL_STRIPE_EVENTS: url, DATA_DIR } = env();
const [secret] = env().STRIPE_WEBHOOK_SECRET;
if (!port) throw new Error('The local Stripe needs LOCAL_STRIPE_PORT.');
endOnSignals();

const path = join(DATA_DIR, 'stripe', 'journal.jsonl');
const events = url && secret ? { events: { url, secret } } : {};
const { url: at, close } = await openLocalStripe({ port, path, ...events });
atShutdown(close);
log.info({ url: at }, 'local Stripe ready');
