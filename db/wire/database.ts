import {
  and,
  createTableRelationsHelpers,
  type ExtractTablesWithRelations,
  extractTablesRelationalConfig,
  type Query,
  type SQL,
  type TablesRelationalConfig,
} from 'drizzle-orm';
import type { BatchItem, BatchResponse } from 'drizzle-orm/batch';
import { PgDatabase, type PgDialect, type PgTable } from 'drizzle-orm/pg-core';
import { RelationalQueryBuilder } from 'drizzle-orm/pg-core/query-builders/query';
import type { PgViewBase } from 'drizzle-orm/pg-core/view-base';
import { DbError } from '../errors';
import { ofTenant, TenantDialect } from './dialect';
import { HotItem } from './hot-item';
import type { Runner, TransactionOptions } from './runner';
import { WirePreparedQuery, type WireResultKind, WireSession } from './session';

type Schema = Record<string, unknown>;
type Builders<S extends Schema> = PgDatabase<WireResultKind, S, ExtractTablesWithRelations<S>>;

/**
 * A Drizzle handle of one unit of work. Builders, relational queries, `$count`, `.prepare()` and
 * `execute` work as in Drizzle; each awaited query is one round trip. Every method throws `DbError`.
 */
export interface WireDb<S extends Schema>
  extends Omit<
    Builders<S>,
    '_' | '$cache' | 'transaction' | 'refreshMaterializedView' | typeof Symbol.toStringTag
  > {
  /** Runs several queries in one round trip and one transaction, answering in their order. */
  batch<U extends BatchItem<'pg'>, const T extends readonly [U, ...U[]]>(
    queries: T,
  ): Promise<BatchResponse<T>>;
  /** An interactive transaction; nested, a savepoint. Rolled back when `work` throws. */
  transaction<T>(work: (tx: WireDb<S>) => Promise<T>, options?: TransactionOptions): Promise<T>;
}

/** A schema made ready once, since a handle is made for each unit. */
export class WireSchema<S extends Schema> {
  readonly dialect: PgDialect;
  readonly full: S;
  readonly tables: TablesRelationalConfig;
  readonly tableNames: Record<string, string>;

  constructor(schema: S, dialect: PgDialect) {
    const { tables, tableNamesMap } = extractTablesRelationalConfig(
      schema,
      createTableRelationsHelpers,
    );
    this.dialect = dialect;
    this.full = schema;
    this.tables = tables;
    this.tableNames = tableNamesMap;
  }

  /** A handle over a runner; without one it only builds queries. */
  handle(runner: Runner | undefined): WireDb<S> {
    return Object.freeze(new WireDatabase(this, runner)) as unknown as WireDb<S>;
  }
}

// By a registered symbol, since a process may hold two copies of this module.
const runnerKey = Symbol.for('rowhouse.runner');

/** The runner behind a handle. Throws `DbError('closed')` for a handle that only builds. */
export function runnerOf(handle: object): Runner {
  const runner = (handle as { [runnerKey]?: Runner })[runnerKey];
  if (!runner) throw new DbError('closed', 'This handle has no connection.');
  return runner;
}

class WireDatabase extends PgDatabase<WireResultKind, Schema, TablesRelationalConfig> {
  readonly #schema: WireSchema<Schema>;
  readonly #session: WireSession;
  readonly [runnerKey]: Runner | undefined;

  constructor(schema: WireSchema<Schema>, runner: Runner | undefined) {
    const session = new WireSession(schema.dialect, runner);
    super(schema.dialect, session, undefined);
    this.#schema = schema;
    this.#session = session;
    this[runnerKey] = runner;
    this.query = lazyQueries(schema, session) as typeof this.query;
  }

  async batch(queries: readonly BatchItem<'pg'>[]): Promise<unknown[]> {
    const runner = runnerOf(this);
    const items = queries.map((query) => this.#prepare(query));
    const access = items.some(({ prepared }) => prepared.access === 'write') ? 'write' : 'read';
    const statements = items.map(({ prepared, values }) => prepared.statement(values, runner));
    const results = await runner.run(statements, access);
    return results.map((result, i) => items[i]?.prepared.mapResult(result));
  }

  override $count(source: PgTable | PgViewBase | SQL, filters?: SQL) {
    const narrowed = this.#schema.dialect instanceof TenantDialect ? ofTenant(source) : undefined;
    return super.$count(source, and(narrowed, filters));
  }

  override transaction<T>(
    work: (tx: never) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T> {
    const within = (inner: Runner) => work(this.#schema.handle(inner) as never);
    return runnerOf(this).transaction(within, options);
  }

  #prepare(item: BatchItem<'pg'>): Ready {
    if (item instanceof HotItem) return item;
    const prepared = (item as unknown as { _prepare(): WirePreparedQuery | Raw })._prepare();
    if (prepared instanceof WirePreparedQuery) return { prepared };
    return {
      prepared: this.#session.prepareQuery(prepared.getQuery(), undefined, undefined, false),
    };
  }
}

type Raw = { getQuery(): Query };

interface Ready {
  prepared: WirePreparedQuery;
  values?: Record<string, unknown>;
}

/** Builders of relational queries, each made when first asked for. */
function lazyQueries(schema: WireSchema<Schema>, session: WireSession): Record<string, unknown> {
  return new Proxy<Record<string, unknown>>(
    {},
    {
      get(made, name) {
        const table = typeof name === 'string' ? schema.tables[name] : undefined;
        if (!table) return undefined;
        made[table.tsName] ??= new RelationalQueryBuilder(
          schema.full,
          schema.tables,
          schema.tableNames,
          schema.full[table.tsName] as PgTable,
          table,
          schema.dialect,
          session,
        );
        return made[table.tsName];
      },
    },
  );
}
