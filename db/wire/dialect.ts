import { and, Column, eq, is, type Placeholder, type Query, type SQL, sql } from 'drizzle-orm';
import { PgDialect, PgTable } from 'drizzle-orm/pg-core';
import { accessOf, setAccess } from './access';

/** Filled by the session from its scope, never from a caller's values. */
export const tenantPlaceholder = '$tenant';

type SelectConfig = Parameters<PgDialect['buildSelectQuery']>[0];
type Join = NonNullable<SelectConfig['joins']>[number];

/** Carries the access mark of a statement over to the built query. */
export class WireDialect extends PgDialect {
  override buildSelectQuery(config: SelectConfig): SQL {
    const built = super.buildSelectQuery({ ...config, limit: literal(config.limit) });
    return config.lockingClause ? setAccess(built, 'write') : built;
  }

  override sqlToQuery(statement: SQL, invokeSource?: 'indexes') {
    const query = super.sqlToQuery(statement, invokeSource);
    const access = accessOf(statement);
    return access ? setAccess(query as Query & typeof query, access) : query;
  }
}

/**
 * Adds `tenant_id = $tenant` to every tenant table a builder touches. Row security already hides
 * foreign rows; the visible predicate lets the planner use its statistics and indexes.
 */
export class TenantDialect extends WireDialect {
  override buildSelectQuery(config: SelectConfig): SQL {
    const outer = config.joins?.some(({ joinType }) => joinType === 'right' || joinType === 'full');
    const crossed = outer ? [] : (config.joins ?? []).filter(({ on }) => !on);
    const tables = outer ? [] : [config.table, ...crossed.map(({ table }) => table)];
    return super.buildSelectQuery({
      ...config,
      joins: config.joins?.map(narrowJoin),
      where: and(...tables.map(ofTenant), config.where),
    });
  }

  override buildUpdateQuery(config: Parameters<PgDialect['buildUpdateQuery']>[0]): SQL {
    const where = and(ofTenant(config.table), config.where);
    return super.buildUpdateQuery({ ...config, joins: config.joins.map(narrowJoin), where });
  }

  override buildDeleteQuery(config: Parameters<PgDialect['buildDeleteQuery']>[0]): SQL {
    return super.buildDeleteQuery({ ...config, where: and(ofTenant(config.table), config.where) });
  }
}

// A kept plan that does not know its limit is made for a tenth of all rows: it sorts them.
const literal = (limit: SelectConfig['limit']) =>
  typeof limit === 'number' && Number.isSafeInteger(limit) && limit >= 0
    ? (sql.raw(String(limit)) as unknown as Placeholder)
    : limit;

/** `tenant_id = $tenant` when the source is a table with that column. */
export function ofTenant(source: unknown): SQL | undefined {
  if (!is(source, PgTable)) return undefined;
  const column: unknown = Reflect.get(source, 'tenantId');
  if (!is(column, Column) || column.name !== 'tenant_id') return undefined;
  return eq(column, sql.placeholder(tenantPlaceholder));
}

// A join keeps its meaning when its own condition is narrowed, on either side of an outer join.
function narrowJoin<T extends Join>(join: T): T {
  const own = join.on ? ofTenant(join.table) : undefined;
  return own ? { ...join, on: and(own, join.on) } : join;
}
