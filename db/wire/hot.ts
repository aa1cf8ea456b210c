import type { PgPreparedQuery, PreparedQueryConfig } from 'drizzle-orm/pg-core';
import { runnerOf, type WireDb, type WireSchema } from './database';
import type { WirePreparedQuery } from './session';

type Schema = Record<string, unknown>;

/** A query built once and run on any handle of its schema. */
export type HotQuery<S extends Schema, Args, Result> = (
  db: WireDb<S>,
  args: Args,
) => Promise<Result>;

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
    return (db, args) => {
      prepared ??= build(schema().handle(undefined)) as WirePreparedQuery<T>;
      return prepared.executeOn(runnerOf(db), args);
    };
  };
