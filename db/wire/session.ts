import { is, Param, Placeholder, type Query, type SQL } from 'drizzle-orm';
import {
  type PgDialect,
  PgPreparedQuery,
  type PgQueryResultHKT,
  PgSession,
  type PreparedQueryConfig,
  type SelectedFieldsOrdered,
} from 'drizzle-orm/pg-core';
import { DbError } from '../errors';
import { type Access, accessOf } from './access';
import { tenantPlaceholder } from './dialect';
import { type Rows, type Statement, toObjects } from './line';
import { type Joined, type RowMapper, rowMapper } from './row-mapper';
import type { Runner } from './runner';

/** What `db.execute(sql)` and builders without `returning` answer. */
export interface WireResult<T> {
  rows: T[];
  rowCount: number;
}

export interface WireResultKind extends PgQueryResultHKT {
  type: WireResult<this['row']>;
}

type RelationalMapper = (rows: unknown[][]) => unknown;
type Metadata = { type: 'select' | 'update' | 'delete' | 'insert'; tables: string[] };
type Values = Record<string, unknown>;

/** A built statement with its mapper. It can be run on any runner: see `hot`. */
export class WirePreparedQuery<
  T extends PreparedQueryConfig = PreparedQueryConfig,
> extends PgPreparedQuery<T> {
  readonly access: Access;
  // Drizzle's builders set it after construction.
  declare joinsNotNullableMap?: Joined;
  readonly #runner: Runner | undefined;
  readonly #fields: SelectedFieldsOrdered | undefined;
  readonly #relational: RelationalMapper | undefined;
  #mapper: RowMapper | undefined;

  constructor(
    query: Query,
    access: Access,
    shape: {
      runner: Runner | undefined;
      fields: SelectedFieldsOrdered | undefined;
      relational: RelationalMapper | undefined;
    },
  ) {
    super(query, undefined, undefined);
    this.access = access;
    this.#runner = shape.runner;
    this.#fields = shape.fields;
    this.#relational = shape.relational;
  }

  /** Throws `DbError('value')` when a placeholder has no value. */
  statement(values: Values | undefined, runner: Runner): Statement {
    const { sql: text, params } = this.query;
    return { text, values: params.map((param) => fill(param, values, runner)) };
  }

  override mapResult(response: unknown): T['execute'] {
    const result = response as Rows;
    if (this.#relational) return this.#relational(result.rows);
    if (!this.#fields) return { rows: toObjects(result), rowCount: result.rowCount };
    this.#mapper ??= rowMapper(this.#fields, this.joinsNotNullableMap);
    return result.rows.map(this.#mapper);
  }

  async executeOn(runner: Runner, values?: Values): Promise<T['execute']> {
    const [result] = await runner.run([this.statement(values, runner)], this.access);
    return this.mapResult(result);
  }

  override execute(values?: Values): Promise<T['execute']> {
    if (!this.#runner) {
      return Promise.reject(new DbError('closed', 'This query was built without a connection.'));
    }
    return this.executeOn(this.#runner, values);
  }
}

/** Drizzle's session over a runner. Without one it only builds, for `hot`. */
export class WireSession extends PgSession<WireResultKind> {
  readonly runner: Runner | undefined;

  constructor(dialect: PgDialect, runner: Runner | undefined) {
    super(dialect);
    this.runner = runner;
  }

  override prepareQuery<T extends PreparedQueryConfig = PreparedQueryConfig>(
    query: Query,
    fields: SelectedFieldsOrdered | undefined,
    _name: string | undefined,
    _arrayMode: boolean,
    relational?: RelationalMapper,
    metadata?: Metadata,
  ): WirePreparedQuery<T> {
    const reads = metadata ? metadata.type === 'select' : relational !== undefined;
    const access = accessOf(query) ?? (reads ? 'read' : 'write');
    return new WirePreparedQuery<T>(query, access, { runner: this.runner, fields, relational });
  }

  override async all<T = unknown>(statement: SQL): Promise<T[]> {
    const { rows } = await this.execute<WireResult<T>>(statement);
    return rows;
  }

  override async count(statement: SQL): Promise<number> {
    const query = this.dialect.sqlToQuery(statement);
    const shape = { runner: this.runner, fields: undefined, relational: undefined };
    const { rows } = (await new WirePreparedQuery(query, 'read', shape).execute()) as WireResult<{
      count: string;
    }>;
    return Number(rows[0]?.count);
  }

  override transaction<T>(): Promise<T> {
    throw new DbError('unsupported', 'Open a transaction on the handle.');
  }
}

function fill(param: unknown, values: Values | undefined, runner: Runner): unknown {
  if (is(param, Placeholder)) return placeholderValue(param, values, runner);
  if (is(param, Param) && is(param.value, Placeholder)) {
    const value = placeholderValue(param.value, values, runner);
    return value === null ? null : param.encoder.mapToDriverValue(value);
  }
  return param;
}

function placeholderValue(
  { name }: Placeholder,
  values: Values | undefined,
  { tenantId }: Runner,
): unknown {
  const value = name === tenantPlaceholder ? tenantId : values?.[name];
  if (value === undefined) throw new DbError('value', `Placeholder "${name}" has no value.`);
  return value;
}
