import type { PreparedQueryConfig } from 'drizzle-orm/pg-core';
import type { WirePreparedQuery } from './session';

/** A query that was built before, with the values of one call. */
export class HotItem<T extends PreparedQueryConfig = PreparedQueryConfig> {
  declare readonly _: { readonly dialect: 'pg'; readonly result: T['execute'] };
  readonly prepared: WirePreparedQuery<T>;
  readonly values: Record<string, unknown>;

  constructor(prepared: WirePreparedQuery<T>, values: Record<string, unknown>) {
    this.prepared = prepared;
    this.values = values;
  }
}
