import { hkdfSync } from 'node:crypto';
import { DbError, isDbError } from './errors';
import type { ClientLine } from './wire/client-line';
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
type Closable = Wire & Partial<Pick<LinePool, 'close' | 'reap' | 'figures' | 'cut' | 'server'>>;

interface State {
  config: DatabaseConfig;
  budget: LineBudget;
  wires: Map<string, Closable>;
  /** Shards that are not spoken to, and how to ask again; see db/shards/watch.ts. */
  silent: Map<string, string>;
  suspect?: ((connection: string) => void) | undefined;
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

// Others wait while one server says nothing, so a shard gets less time than what all depend on.
const shardConnectMs = 2_000;
const primaryConnectMs = 5_000;

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
    silent: new Map(),
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
  const { config, wires, urls, silent } = current();
  const refused = silent.size > 0 ? silent.get(target.shard ?? 'primary') : undefined;
  if (refused) throw new DbError('unavailable', refused);
  const name = `${target.login} ${target.shard} ${target.database} ${target.role}`;
  const url = urls.get(name) ?? urlFor(target, config);
  if (urls.size > maxUrls) urls.clear();
  urls.set(name, url);
  const known = wires.get(url);
  if (known) return known;
  const wire = makeWire(url, shardOf(target));
  wires.set(url, wire);
  return wire;
}

/** Connections that lead to tenants: the control database's own and those of `shards`. */
export const connectionNames = (): string[] => [
  'primary',
  ...Object.keys(current().config.shards ?? {}),
];

/**
 * Opens a connection of its own to a shard, outside every pool, with the login of this process.
 * Throws `DbError`.
 */
export const openLineTo = (connection: string): Promise<ClientLine> => {
  const { config } = current();
  return openLine(urlFor({ login: 'app', shard: connection }, config), connection);
};

/** Refuses a shard at once from now on, in these words, and drops what was said to it. */
export function silence(connection: string, reason: string): void {
  const state = current();
  const first = !state.silent.has(connection);
  state.silent.set(connection, reason);
  if (!first) return;
  for (const wire of state.wires.values()) if (wire.server === connection) wire.cut?.();
}

/** Speaks to a shard again. */
export function unsilence(connection: string): void {
  store[key]?.silent.delete(connection);
}

/** Connections that are refused at the moment. */
export const silentConnections = (): string[] => [...(store[key]?.silent.keys() ?? [])];

/** Who hears of a shard that a connection could not be opened to. */
export function onSuspicion(heard: ((connection: string) => void) | undefined): void {
  current().suspect = heard;
}

function current(): State {
  const state = store[key];
  if (!state) throw new DbError('unavailable', 'The database is not configured.');
  return state;
}

function urlFor({ login, shard, database, role }: WireTarget, config: DatabaseConfig): string {
  const own = login === 'platform' ? config.platform : (config.web ?? config.worker);
  if (!own) throw new DbError('unavailable', `This process has no ${login} login.`);
  const elsewhere = shardOf({ shard }) ? config.shards?.[shard ?? ''] : undefined;
  if (shardOf({ shard }) && !elsewhere) {
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

/** Name of a further server; none for the control database's own. */
const shardOf = ({ shard }: Pick<WireTarget, 'shard'>) =>
  shard && shard !== 'primary' ? shard : undefined;

function makeWire(url: string, server: string | undefined): Wire {
  const { config, budget } = current();
  if (config.driver === 'neon-http') return new HttpWire(url);
  const { total: _total, ...options } = config.pools ?? {};
  const open = () => openLine(url, server);
  return new LinePool(open, { ...poolDefaults, ...options, server }, budget);
}

async function openLine(url: string, server: string | undefined): Promise<ClientLine> {
  const { config, suspect } = current();
  const named = config.namedStatements ?? !new URL(url).hostname.includes('-pooler');
  const connectTimeoutMs = server ? shardConnectMs : primaryConnectMs;
  const open = config.driver === 'neon-ws' ? openNeonLine : openPgLine;
  try {
    return await open({ url, named, connectTimeoutMs });
  } catch (error) {
    if (server && isSilence(error)) suspect?.(server);
    throw error;
  }
}

/** No answer at all, or one that says the server is starting or stopping. */
const isSilence = (error: unknown) =>
  isDbError(error) &&
  error.kind === 'unavailable' &&
  !/^(?!57P)[0-9A-Z]{5}$/.test(error.code ?? '');

// Pools of tenants that nobody visits any more are dropped once their last line is closed.
function sweep() {
  const { wires } = store[key] ?? {};
  for (const [url, wire] of wires ?? []) {
    if (!wire.reap || wire.reap()) continue;
    wires?.delete(url);
    void wire.close?.();
  }
}
