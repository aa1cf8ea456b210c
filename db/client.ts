import { hkdfSync } from 'node:crypto';
import { DbError } from './errors';
import { openNeonLine, openPgLine, pointAtNeonRelay } from './wire/connect';
import { HttpWire } from './wire/http-wire';
import type { Wire } from './wire/line';
import { LineBudget } from './wire/line-budget';
import { LinePool, type LinePoolOptions } from './wire/line-pool';

export interface DatabaseConfig {
  /** Connection URLs of the control database, one per kind of process that may use it. */
  web?: string;
  worker?: string;
  platform?: string;
  /** Base URLs of the shards by the name of their connection; `primary` is the control server. */
  shards?: Record<string, string>;
  /** Secret from which passwords of tenants' own roles are derived: see `rolePassword`. */
  roleSecret?: string;
  driver?: 'pg' | 'neon-ws' | 'neon-http';
  /** Local stand-in for Neon's proxy: URL with its secret as path. */
  neonRelay?: string;
  /** Named statements save parsing; turn off behind a transaction pooler. Off for `-pooler` hosts. */
  namedStatements?: boolean;
  /** Per statement, milliseconds; default 15,000. */
  statementTimeoutMs?: number;
  /** Per lock, milliseconds; default 5,000. */
  lockTimeoutMs?: number;
  /** How long a unit waits for a move to end, milliseconds; default 5,000. */
  fenceWaitMs?: number;
  pools?: Partial<LinePoolOptions> & {
    /** Connections of this process over all pools; default 40. */
    total?: number;
  };
}

/** One database as one role. Absent parts are those of the process's own URL. */
export interface WireTarget {
  login: 'app' | 'platform';
  shard?: string | null;
  database?: string | null;
  role?: string | null;
}

// Pools may have been made by another copy of this module: told apart by what they can do.
type Closable = Wire & Partial<Pick<LinePool, 'close' | 'reap' | 'figures'>>;

interface State {
  config: DatabaseConfig;
  budget: LineBudget;
  wires: Map<string, Closable>;
  /** Connection URLs by target, since taking a URL apart costs more than a query's share. */
  urls: Map<string, string>;
  sweeper: NodeJS.Timeout;
}

const poolDefaults: LinePoolOptions = {
  max: 8,
  idleMs: 30_000,
  lifetimeMs: 30 * 60_000,
  maxUses: 20_000,
  acquireMs: 3_000,
  maxWaiting: 500,
};

const maxUrls = 5_000;

// Next's bundles load this module twice in one process; the pools must stay one set.
const key = Symbol.for('rowhouse.pools');
const store = globalThis as { [key]?: State };

/**
 * Tells the floor where its databases are. Calling it again with the same settings changes nothing;
 * with others it closes the pools first.
 */
export function configureDatabase(config: DatabaseConfig): void {
  if (store[key] && JSON.stringify(store[key].config) === JSON.stringify(config)) return;
  if (store[key]) void closePools();
  if (config.neonRelay) pointAtNeonRelay(config.neonRelay);
  const sweeper = setInterval(sweep, 10_000);
  sweeper.unref();
  store[key] = {
    config,
    budget: new LineBudget(config.pools?.total ?? 40),
    wires: new Map(),
    urls: new Map(),
    sweeper,
  };
}

/** Closes every connection and forgets the configuration. For shutdown and tests. */
export async function closePools(): Promise<void> {
  const state = store[key];
  if (!state) return;
  delete store[key];
  clearInterval(state.sweeper);
  await Promise.all([...state.wires.values()].map((wire) => wire.close?.()));
}

/** Open, idle and waiting counts by pool (host/database/role), for metrics. */
export function poolFigures(): Record<string, { open: number; idle: number; waiting: number }> {
  const figures: ReturnType<typeof poolFigures> = {};
  for (const [url, wire] of store[key]?.wires ?? []) {
    const { host, pathname, username } = new URL(url);
    if (wire.figures) figures[`${host}${pathname}/${username}`] = wire.figures;
  }
  return figures;
}

/** Password of a login role, hex: HKDF-SHA256 of the secret, the same as at bootstrap. */
export const rolePassword = (roleSecret: string, role: string) =>
  Buffer.from(hkdfSync('sha256', roleSecret, '', `db:${role}`, 32)).toString('hex');

/** The settings given to `configureDatabase`. Throws `DbError('unavailable')` before that. */
export const databaseConfig = (): DatabaseConfig => current().config;

/** The wire to a database as a role, opened at first use. Only the files of `db/` call this. */
export function wireFor(target: WireTarget): Wire {
  const { config, wires, urls, budget } = current();
  const name = `${target.login} ${target.shard} ${target.database} ${target.role}`;
  const url = urls.get(name) ?? urlFor(target, config);
  if (urls.size > maxUrls) urls.clear();
  urls.set(name, url);
  const known = wires.get(url);
  if (known) return known;
  const wire = makeWire(url, config, budget);
  wires.set(url, wire);
  return wire;
}

function current(): State {
  const state = store[key];
  if (!state) throw new DbError('unavailable', 'The database is not configured.');
  return state;
}

function urlFor({ login, shard, database, role }: WireTarget, config: DatabaseConfig): string {
  const own = login === 'platform' ? config.platform : (config.web ?? config.worker);
  if (!own) throw new DbError('unavailable', `This process has no ${login} login.`);
  const elsewhere = shard && shard !== 'primary' ? config.shards?.[shard] : undefined;
  if (shard && shard !== 'primary' && config.shards && !elsewhere) {
    throw new DbError('unavailable', `No connection named ${shard} is configured.`);
  }
  const url = new URL(elsewhere ?? own);
  if (database) url.pathname = `/${encodeURIComponent(database)}`;
  if (role && role !== url.username) {
    if (!config.roleSecret) throw new DbError('unavailable', 'No secret for the tenant role.');
    url.username = role;
    url.password = rolePassword(config.roleSecret, role);
  }
  return url.href;
}

function makeWire(url: string, config: DatabaseConfig, budget: LineBudget): Wire {
  if (config.driver === 'neon-http') return new HttpWire(url);
  const named = config.namedStatements ?? !new URL(url).hostname.includes('-pooler');
  const open = config.driver === 'neon-ws' ? openNeonLine : openPgLine;
  const { total: _total, ...options } = config.pools ?? {};
  return new LinePool(() => open(url, named), { ...poolDefaults, ...options }, budget);
}

// Pools of tenants that nobody visits any more are dropped once their last line is closed.
function sweep() {
  const { wires } = store[key] ?? {};
  for (const [url, wire] of wires ?? []) {
    if (!wire.reap || wire.reap()) continue;
    wires?.delete(url);
    void wire.close?.();
  }
}
