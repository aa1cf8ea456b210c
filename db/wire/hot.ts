import type { PgPreparedQuery, PreparedQueryConfig } from 'drizzle-orm/pg-core';
import type { RunnableQuery } from 'drizzle-orm/runnable-query';
import { LRUCache } from 'lru-cache';
import { runnerOf, type WireDb, type WireSchema } from './database';
import { HotItem } from './hot-item';
import type { WirePreparedQuery } from './session';

type Schema = Record<string, unknown>;

/** A query built once and run on any handle of its schema. */
export interface HotQuery<S extends Schema, Args, Result> {
  (db: WireDb<S>, args: Args): Promise<Result>;
  /** The same as one of the queries of `db.batch`. */
  item(args: Args): RunnableQuery<Result, 'pg'>;
}

/**
 * Builds a query once per process instead of once per call, for the few that every request runs:
 *
 *     const recordById = hot<{ id: string }>()((db) =>
 *       db.select().from(records).where(eq(records.id, sql.placeholder('id'))).prepare('record'));
 *     await recordById(db, { id });
 *
 * The tenant predicate is part of it and filled from the handle's scope.
 */
export const hotOver =
  <S extends Schema>(schema: () => WireSchema<S>) =>
  <Args extends Record<string, unknown> = Record<never, never>>() =>
  <T extends PreparedQueryConfig>(
    build: (db: WireDb<S>) => PgPreparedQuery<T>,
  ): HotQuery<S, Args, T['execute']> => {
    let prepared: WirePreparedQuery<T> | undefined;
    const query = () => {
      prepared ??= build(schema().handle(undefined)) as WirePreparedQuery<T>;
      return prepared;
    };
    const run = (db: WireDb<S>, args: Args) => query().executeOn(runnerOf(db), args);
    const item = (args: Args) => new HotItem(query(), args) as RunnableQuery<T['execute'], 'pg'>;
    return Object.assign(run, { item });
  };

/** A query built once for each form that it takes. */
export interface ShapedQuery<Form, Args, Result> {
  /** As one of the queries of `db.batch`. */
  item(form: Form, args: Args): RunnableQuery<Result, 'pg'>;
}

/** Forms kept of each such query, some kilobytes each; the one not asked for longest goes. */
const maxForms = 500;

/**
 * As `hot`, for a query whose text depends on more than values: `form` is plain JSON, and what is built
 * of it may depend on nothing else, since whoever comes with the same form is given the same query.
 */
export const shapedOver =
  <S extends Schema>(schema: () => WireSchema<S>) =>
  <Form, Args extends Record<string, unknown>>() =>
  <T extends PreparedQueryConfig>(
    build: (db: WireDb<S>, form: Form) => PgPreparedQuery<T>,
  ): ShapedQuery<Form, Args, T['execute']> => {
    const built = new LRUCache<string, WirePreparedQuery<T>>({ max: maxForms });
    const query = (form: Form) => {
      const key = JSON.stringify(form);
      const known = built.get(key);
      if (known) return known;
      // From its key alone, so that nothing that the key leaves out can find its way in.
      const made = build(schema().handle(undefined), JSON.parse(key)) as WirePreparedQuery<T>;
      built.set(key, made);
      return made;
    };
    return {
      item: (form, args) =>
        new HotItem(query(form), args) as unknown as RunnableQuery<T['execute'], 'pg'>,
    };
  };
