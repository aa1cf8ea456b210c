import { hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../folder.mjs';
import { freePort } from '../ports.mjs';
import { isLocalDomain } from '../settings.mjs';

/**
 * How the product speaks to Stripe and knows it: `{ STRIPE_SECRET_KEY, STRIPE_API_URL,
 * STRIPE_WEBHOOK_SECRET, LOCAL_STRIPE_PORT, LOCAL_STRIPE_EVENTS }`. As the environment says; where it names
 * no key a Stripe of our own on a developer's machine, and none where the domain is public.
 * @param {{ dataDir: string, rootDomain: string, secret: string, listenPort?: number }} product
 * @param {Record<string, string | undefined>} [env]
 */
export async function stripeSettings(
  { dataDir, rootDomain, secret, listenPort },
  env = process.env,
) {
  const { STRIPE_SECRET_KEY, STRIPE_API_URL, STRIPE_WEBHOOK_SECRET } = env;
  if (STRIPE_SECRET_KEY) {
    return {
      STRIPE_SECRET_KEY,
      ...(STRIPE_API_URL && { STRIPE_API_URL }),
      ...(STRIPE_WEBHOOK_SECRET && { STRIPE_WEBHOOK_SECRET }),
    };
  }
  if (!isLocalDomain(rootDomain)) return {};
  const port = await keptPort(dataDir);
  const derived = (what) => Buffer.from(hkdfSync('sha256', secret, '', what, 16)).toString('hex');
  return {
    STRIPE_SECRET_KEY: `sk_test_${derived('local stripe')}`,
    STRIPE_API_URL: `http://127.0.0.1:${port}`,
    STRIPE_WEBHOOK_SECRET: `whsec_${derived('events of the local stripe')}`,
    LOCAL_STRIPE_EVENTS: `http://${rootDomain}:${listenPort}/api/stripe/events`,
    LOCAL_STRIPE_PORT: String(port),
  };
}

/** The port of the last start where it is free, since links to its pages name it. */
async function keptPort(dataDir) {
  const folder = join(dataDir, 'stripe');
  const path = join(folder, 'port');
  makeFolder(folder);
  const port = await freePort(readPort(path));
  await writeFile(path, `${port}\n`);
  return port;
}

function readPort(path) {
  try {
    return Number(readFileSync(path, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}
