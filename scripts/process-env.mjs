import { databaseName, databaseRoles, roleUrl } from './secrets.mjs';

/** What every process of the product may see of our own environment. */
const neutral =
  /^(PATH|HOME|USER|SHELL|TERM|TZ|LANG|LC_\w+|TMPDIR|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|NO_COLOR|FORCE_COLOR|LOG_LEVEL|NEXT_DIST_DIR)$/;

/** Settings that only some processes need: mail for those that send it, a token for the command line, what tenants may choose, where requests may go, who is asked for names, who has certificates. */
const mail = ['SMTP_URL', 'MAIL_FROM'];
const tiers = ['SELF_SERVICE_TIERS'];
const names = ['DNS_SERVERS', 'DOMAINS_TARGET', 'DOMAINS_ADDRESSES'];
const networks = ['EGRESS_NETWORKS', 'WEBHOOK_NETWORKS'];
const vercel = ['VERCEL_TOKEN', 'VERCEL_PROJECT_ID', 'VERCEL_TEAM_ID'];
const outside = {
  web: [...mail, ...tiers, 'SIGN_UP_TIERS', ...networks, ...names, 'TLS_ASK_PORT', 'HOSTER'],
  worker: [...mail, ...names, 'WEBHOOK_NETWORKS'],
  operator: [...tiers, 'DRILLS_PER_DAY', 'MAIL_FROM', ...names, 'HOSTER', ...vercel],
  cli: ['ROWHOUSE_TOKEN', ...tiers],
};

/** How to speak to Stripe, or how to be it. */
const stripe = {
  operator: ['STRIPE_SECRET_KEY', 'STRIPE_API_URL'],
  // To know what Stripe signed, and which links lead to it; no key.
  web: ['STRIPE_WEBHOOK_SECRET', 'STRIPE_API_URL'],
  stripe: ['LOCAL_STRIPE_PORT', 'LOCAL_STRIPE_EVENTS', 'STRIPE_WEBHOOK_SECRET'],
};

/** Which database URLs each process gets, by role: none holds another's credentials. */
const doors = {
  setup: {},
  web: { WEB_DATABASE_URL: 'web', PLATFORM_DATABASE_URL: 'platform' },
  worker: { WORKER_DATABASE_URL: 'worker' },
  // The operator opens copies as everybody opens a tenant: under row security.
  operator: { OPERATOR_DATABASE_URL: 'operator', WORKER_DATABASE_URL: 'worker' },
  stripe: {},
  cli: { WEB_DATABASE_URL: 'web', PLATFORM_DATABASE_URL: 'platform' },
};

/**
 * The whole environment of one process (`setup`, `web`, `worker`, `operator`, `stripe` or
 * `cli`). `product` holds adminUrl, shardAdminUrls, secret, stripe, dataDir, rootDomain, port,
 * listenPort and dev.
 * @param {Record<string, string | undefined>} [env]
 */
export function processEnv(kind, product, env = process.env) {
  const { adminUrl, shardAdminUrls = {}, secret } = product;
  const urls = Object.entries(doors[kind]).map(([name, door]) => [
    name,
    roleUrl(adminUrl, secret, databaseRoles[door]),
  ]);
  return {
    ...neutralEnv(env),
    ...Object.fromEntries(urls),
    ...shardUrls(kind, shardAdminUrls, secret),
    ...(kind === 'setup' ? { ADMIN_DATABASE_URL: adminUrl, DATABASE_NAME: databaseName } : {}),
    ...pick(env, outside[kind] ?? []),
    ...pick(product.stripe ?? {}, stripe[kind] ?? []),
    ROWHOUSE_SECRET: secret,
    DATA_DIR: product.dataDir,
    ROOT_DOMAIN: product.rootDomain,
    PORT: String(product.port),
    ...(kind === 'web' ? { LISTEN_PORT: String(product.listenPort) } : {}),
    NODE_ENV: product.dev ? 'development' : 'production',
  };
}

/** URLs of the further servers with the login of this process; staff's own never leaves the first. */
function shardUrls(kind, adminUrls, secret) {
  const role = databaseRoles[kind === 'cli' ? 'web' : kind];
  const entries = Object.entries(adminUrls).map(([name, url]) => [
    name,
    role ? roleUrl(url, secret, role) : url,
  ]);
  return entries.length > 0 ? { SHARD_URLS: JSON.stringify(Object.fromEntries(entries)) } : {};
}

/** The part of our environment that names no credential: for builds and the like. */
export const neutralEnv = (env = process.env) => ({
  ...pick(
    env,
    Object.keys(env).filter((name) => neutral.test(name)),
  ),
  NEXT_TELEMETRY_DISABLED: '1',
});

const pick = (env, names) =>
  Object.fromEntries(names.filter((name) => env[name]).map((name) => [name, env[name]]));
