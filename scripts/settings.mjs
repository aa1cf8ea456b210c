import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder } from './folder.mjs';
import { readShardSettings } from './shard-settings.mjs';
import { wrongStripe } from './stripe/wrong-settings.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/**
 * What the environment asks for: `{ port, listenPort, rootDomain, dataDir, databaseUrl, postgresPort, shardUrls,
 * embeddedShards, secret, dev }` and `complaints`, one sentence per wrong value.
 */
export function readSettings(env, { dev = false } = {}) {
  const { complaints: wrongShards, ...shards } = readShardSettings(env);
  const settings = {
    dev,
    ...shards,
    port: Number(env.PORT || 3000),
    listenPort: Number(env.LISTEN_PORT || env.PORT || 3000),
    rootDomain: env.ROOT_DOMAIN || 'rowhouse.localhost',
    dataDir: resolve(root, env.DATA_DIR || '.data'),
    databaseUrl: env.DATABASE_URL || undefined,
    postgresPort: env.PGPORT ? Number(env.PGPORT) : undefined,
    secret: env.ROWHOUSE_SECRET || undefined,
  };
  const complaints = [
    wrongPort('PORT', env.PORT, settings.port),
    wrongPort('LISTEN_PORT', env.LISTEN_PORT, settings.listenPort),
    env.DATABASE_URL ? undefined : wrongPort('PGPORT', env.PGPORT, settings.postgresPort),
    wrongDomain(settings.rootDomain),
    wrongFolder(settings.dataDir),
    wrongUrl(settings.databaseUrl),
    ...wrongShards,
    wrongSecret(settings),
    wrongHoster(env),
    wrongStripe(env, { isPublic: !dev && !isLocalDomain(settings.rootDomain) }),
  ].filter(Boolean);
  return { ...settings, complaints };
}

function wrongHoster({ HOSTER, VERCEL_TOKEN, VERCEL_PROJECT_ID }) {
  if (HOSTER && HOSTER !== 'proxy' && HOSTER !== 'vercel') {
    return `HOSTER must be proxy or vercel, but is "${HOSTER}".`;
  }
  if (HOSTER !== 'vercel' || (VERCEL_TOKEN && VERCEL_PROJECT_ID)) return undefined;
  return 'HOSTER=vercel needs VERCEL_TOKEN and VERCEL_PROJECT_ID.';
}

/** Whether the domain only ever means this machine. */
export const isLocalDomain = (domain) => /(^|\.)localhost$/.test(domain);

function wrongPort(name, given, port) {
  if (!given || (/^\d+$/.test(given) && port >= 1 && port <= 65_535)) return undefined;
  return `${name} must be a whole number from 1 to 65535, but is "${given}".`;
}

const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const domainShape = new RegExp(`^(?=.{1,253}$)${label}(\\.${label})*$`);

function wrongDomain(domain) {
  if (domainShape.test(domain) && !/(^|\.)[0-9]+$/.test(domain)) return undefined;
  return `ROOT_DOMAIN must be a bare host name in lower case such as rowhouse.example, but is "${domain}".`;
}

function wrongFolder(folder) {
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return `DATA_DIR must be a folder this account can write to, but ${folder} is not (${error.code}).`;
  }
}

function wrongUrl(url) {
  if (!url) return undefined;
  const shape = 'postgres://user:password@host:port/database';
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    return `DATABASE_URL must look like ${shape}; the value given does not.`;
  const { username, hostname } = new URL(url);
  return username && hostname ? undefined : `DATABASE_URL must name a user and a host: ${shape}.`;
}

const shortestSecret = 32;

function wrongSecret({ secret, rootDomain, dev }) {
  if (secret)
    return secret.length >= shortestSecret
      ? undefined
      : `ROWHOUSE_SECRET must have at least ${shortestSecret} characters, but has ${secret.length}.`;
  if (dev || isLocalDomain(rootDomain)) return undefined;
  return `ROWHOUSE_SECRET must be set (at least ${shortestSecret} characters) when ROOT_DOMAIN is a public name.`;
}
