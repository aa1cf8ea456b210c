import { directoryKey, type HostName } from '../hosts';
import type { DirectoryEntry, DirectorySource } from './entry';

export interface DirectoryCacheOptions {
  /** Freshness of an entry while changes are heard of, which evict it. */
  heardFreshMs: number;
  /** The same while the directory does not tell of changes. */
  freshMs: number;
  /** How long an unknown host stays unknown. */
  absentMs: number;
  /** How long a stale entry may still serve while the directory is silent. */
  staleMs: number;
  /** Entries kept; the least recently used goes first. */
  capacity: number;
  /** How often changes are asked for. */
  pollMs: number;
  now(): number;
}

interface Kept {
  entry: DirectoryEntry | null;
  at: number;
  usedAt: number;
}

/** A map keeps a hole for each move until it is rebuilt: a busy host must not move at every hit. */
const touchMs = 1_000;

type TenantHost = Extract<HostName, { zone: 'tenant' }>;

const defaults: DirectoryCacheOptions = {
  heardFreshMs: 5 * 60_000,
  freshMs: 30_000,
  absentMs: 10_000,
  staleMs: 10 * 60_000,
  capacity: 20_000,
  pollMs: 1_000,
  // Never jumps, as the time of day may.
  now: () => performance.now(),
};

/**
 * Bounded cache of directory entries, one in each isolate. Stale entries serve while one refresh
 * runs; changed hosts are evicted about once a second.
 */
export class DirectoryCache {
  readonly #source: DirectorySource;
  readonly #options: DirectoryCacheOptions;
  readonly #kept = new Map<string, Kept>();
  readonly #flights = new Map<string, Promise<DirectoryEntry | null>>();
  /** What was read before then is asked for anew, and serves only where that fails. */
  #changedForAllAt = Number.NEGATIVE_INFINITY;
  /** Right after a failure nobody waits for the next answer who can be served. */
  #failedAt = Number.NEGATIVE_INFINITY;
  #horizon = 0;
  #silent: readonly string[] = [];
  #polledAt = Number.NEGATIVE_INFINITY;
  #heardAt = Number.NEGATIVE_INFINITY;
  #poll: Promise<void> | undefined;

  constructor(source: DirectorySource, options: Partial<DirectoryCacheOptions> = {}) {
    this.#source = source;
    this.#options = { ...defaults, ...options };
  }

  get size() {
    return this.#kept.size;
  }

  /** Rejects only when the host was never seen and the directory cannot be asked. */
  async find(name: TenantHost): Promise<DirectoryEntry | null> {
    await this.#evictChanged();
    const key = directoryKey(name);
    const kept = this.#kept.get(key);
    if (!kept) return await this.#refresh(key, name);
    const now = this.#options.now();
    const age = now - kept.at;
    const isPast = kept.at < this.#changedForAllAt;
    if (!isPast && age < this.#freshMs(kept, now)) {
      if (now - kept.usedAt >= touchMs) this.#keep(key, { ...kept, usedAt: now });
      return kept.entry;
    }
    const refreshed = this.#refresh(key, name);
    if (!kept.entry || age > this.#options.staleMs) return await refreshed;
    if (isPast && now - this.#failedAt >= this.#options.pollMs) {
      return await refreshed.catch(() => kept.entry);
    }
    refreshed.catch(() => undefined);
    return kept.entry;
  }

  /** Whether the server with this tenant's rows did not answer when last heard of. */
  isSilent({ connection }: DirectoryEntry): boolean {
    return connection !== null && this.#silent.includes(connection);
  }

  #freshMs({ entry }: Kept, now: number): number {
    const { heardFreshMs, freshMs, absentMs } = this.#options;
    if (!entry) return absentMs;
    return now - this.#heardAt < freshMs ? heardFreshMs : freshMs;
  }

  #refresh(key: string, { slug, host }: TenantHost) {
    const flying = this.#flights.get(key);
    if (flying) return flying;
    const flight = this.#source
      .find(slug, host)
      .then((entry) => {
        const now = this.#options.now();
        if (this.#flights.get(key) === flight) this.#keep(key, { entry, at: now, usedAt: now });
        return entry;
      })
      .catch((error) => {
        this.#failedAt = this.#options.now();
        throw error;
      })
      .finally(() => {
        if (this.#flights.get(key) === flight) this.#flights.delete(key);
      });
    this.#flights.set(key, flight);
    return flight;
  }

  /** Moves to the young end, and drops from the old one. */
  #keep(key: string, kept: Kept) {
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#options.capacity) break;
      this.#kept.delete(oldest);
    }
  }

  // Awaited, so that the first request after a pause already sees what changed meanwhile.
  async #evictChanged() {
    const { now, pollMs } = this.#options;
    if (now() - this.#polledAt < pollMs) return;
    this.#polledAt = now();
    this.#poll ??= this.#askChanges().finally(() => {
      this.#poll = undefined;
    });
    await this.#poll;
  }

  async #askChanges() {
    try {
      const { horizon, keys, silent } = await this.#source.changesSince(this.#horizon);
      this.#horizon = horizon;
      this.#silent = silent;
      this.#heardAt = this.#options.now();
      // A change that concerns every host.
      if (keys.includes('*')) {
        this.#changedForAllAt = this.#options.now();
        this.#flights.clear();
      }
      for (const key of keys) {
        this.#kept.delete(key);
        // What is under way may have been read before the change.
        this.#flights.delete(key);
      }
    } catch {
      // Silence is survived by freshness: entries age out after freshMs.
    }
  }
}
