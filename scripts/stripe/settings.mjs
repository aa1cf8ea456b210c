import { hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../folder.mjs';
import { freePort } from '../ports.mjs';
import { isLocalDomain } from '../settings.mjs';

/**
 * How the product speaks to Stripe: `{ STRIPE_SECRET_KEY, STRIPE_API_URL, LOCAL_STRIPE_PORT }`. As the
 * environment says; where it names no key a Stripe of our own on a developer's machine, and none where
 * the domain is public.
 */
export async function stripeSettings({ dataDir, rootDomain, secret }, env = process.env) {
  const { STRIPE_SECRET_KEY, STRIPE_API_URL } = env;
  if (STRIPE_SECRET_KEY) {
    return { STRIPE_SECRET_KEY, ...(STRIPE_API_URL && { STRIPE_API_URL }) };
  }
  if (!isLocalDomain(rootDomain)) return {};
  const port = await keptPort(dataDir);
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'local stripe', 16)).toString('hex');
  return {
    STRIPE_SECRET_KEY: `sk_test_${key}`,
    STRIPE_API_URL: `http://127.0.0.1:${port}`,
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
