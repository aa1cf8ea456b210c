import pg from 'pg';
import { connectionUrl } from '../bootstrap';
import type { Home } from '../homes/home';

type Place = Pick<Home, 'databaseName' | 'schemaName'>;

/** Superuser lines into the schemas that hold tenant rows, wherever they are. */
export class Planes {
  readonly #cluster: string;
  readonly #pooled: Place;
  readonly #pools = new Map<string, pg.Pool>();

  constructor(clusterUrl: string, databaseName: string) {
    this.#cluster = clusterUrl;
    this.#pooled = { databaseName, schemaName: 'pooled' };
  }

  async query<T extends pg.QueryResultRow>(home: Place | null, text: string, values?: unknown[]) {
    return (await this.#poolOf(home ?? this.#pooled).query<T>(text, values)).rows;
  }

  async end(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.end()));
  }

  #poolOf({ databaseName, schemaName }: Place): pg.Pool {
    const key = `${databaseName}/${schemaName}`;
    const known = this.#pools.get(key);
    if (known) return known;
    const connectionString = connectionUrl(this.#cluster, databaseName);
    const options = `-c search_path="${schemaName}",ext`;
    const pool = new pg.Pool({ connectionString, options, max: 1, idleTimeoutMillis: 1_000 });
    pool.on('error', () => undefined);
    this.#pools.set(key, pool);
    return pool;
  }
}
