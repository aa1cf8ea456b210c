import type { World } from '../testing';

/** Tables that a visit may write to although it was refused: who knocked, and how often. */
const records = new Set(['audit_events', 'idempotency_keys', 'outbox', 'one_time_tokens']);

interface TableRow extends Record<string, unknown> {
  name: string;
  column: string;
}

export type Digest = Map<string, string>;

/** Sums over every row of a tenant and its pool, by table. */
export type Digester = (owner: { tenantId: string; poolId: string }) => Promise<Digest>;

/** Finds all tables of both planes whose rows belong to a tenant or a pool. */
export async function openDigester({ database }: World): Promise<Digester> {
  const tables = await database.query<TableRow>(
    `select distinct on (c.oid) c.oid::regclass::text as name, a.attname as column
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and not a.attisdropped and
       (a.attname in ('tenant_id', 'pool_id') or (a.attname = 'id' and c.relname in ('tenants', 'pools')))
     where n.nspname in ('control', 'pooled') and c.relkind in ('r', 'p')
     order by c.oid, a.attname = 'tenant_id' desc, a.attname = 'pool_id'`,
  );
  const parts = tables.map(({ name, column }) => {
    const owner = column === 'pool_id' || name === 'control.pools' ? '$2' : '$1';
    return `select '${name}' as name, md5(coalesce(string_agg(r, ',' order by r), '')) as sum
            from ${name} t, lateral (select (to_jsonb(t) - 'last_seen_at')::text as r) rows
            where t.${column} = ${owner}::uuid`;
  });
  const text = `select * from (${parts.join(' union all ')}) sums where $1 <> $2`;
  return async ({ tenantId, poolId }) => {
    const rows = await database.query<{ name: string; sum: string }>(text, [tenantId, poolId]);
    return new Map(rows.map(({ name, sum }) => [name, sum]));
  };
}

/** Names of the tables that differ, those that record visits left out when `visited`. */
export const changed = (before: Digest, after: Digest, visited = false): string[] =>
  [...before.keys()].filter(
    (name) =>
      before.get(name) !== after.get(name) &&
      !(visited && records.has(name.split('.').at(-1) ?? name)),
  );
