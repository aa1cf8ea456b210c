import { join } from 'node:path';
import { openLocalStripe } from '@/lib/billing/stripe/local/serve';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { atShutdown, endOnSignals } from './shutdown';

const { LOCAL_STRIPE_PORT: port, DATA_DIR } = env();
if (!port) throw new Error('The local Stripe needs LOCAL_STRIPE_PORT.');
endOnSignals();

const path = join(DATA_DIR, 'stripe', 'journal.jsonl');
const { url, close } = await openLocalStripe({ port, path });
atShutdown(close);
log.info({ url }, 'local Stripe ready');
