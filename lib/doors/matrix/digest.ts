import type { TestTenant, World } from '../testing';

/** Tables that a visit may write to although it was refused: who knocked, and how often. */
const records = new Set([
  'audit_events',
  'idempotency_keys',
  'outbox',
  'one_time_tokens',
  'sign_in_flows',
  'passkey_challenges',
  'provider_requests',
  'provider_arrivals',
  'pool_claims',
]);

interface TableRow extends Record<string, unknown> {
  name: string;
  column: string;
}

/** Tables that note when somebody was last there, once a minute, whatever they asked for. */
const seen = new Set(['control.sessions', 'control.api_tokens', 'control.workspace_tokens']);

/** What a tenant's own people use is counted as it comes; only what others put on its bill is a change. */
const notByItsOwn = `and not exists (select from control.memberships m
  where m.tenant_id = t.tenant_id and m.user_id = t.actor_id)`;

export type Digest = Map<string, string>;

/** Sums over every row of a tenant and its pool, by table. */
export type Digester = (owner: TestTenant) => Promise<Digest>;

/** Finds all tables of both planes whose rows belong to a tenant or a pool. */
export async function openDigester(world: World): Promise<Digester> {
  const control = sumsOf(await tablesIn(world, 'control'));
  const plane = sumsOf(await tablesIn(world, 'pooled'));
  return async (tenant) => {
    const owner = [tenant.tenantId, tenant.poolId];
    const rows = [
      ...(await world.database.query<Sum>(control, owner)),
      ...(await world.rowsOf<Sum>(tenant, plane, owner)),
    ];
    return new Map(rows.map(({ name, sum }) => [name, sum]));
  };
}

interface Sum extends Record<string, unknown> {
  name: string;
  sum: string;
}

/** Tables of the tenant plane are the same in every home, and named without their schema. */
const tablesIn = ({ database }: World, schema: 'control' | 'pooled') =>
  database.query<TableRow>(
    `select distinct on (c.oid) case n.nspname when 'control' then 'control.' else '' end
       || quote_ident(c.relname) as name, a.attname as column
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and not a.attisdropped and
       (a.attname in ('tenant_id', 'pool_id') or (a.attname = 'id' and c.relname in ('tenants', 'pools')))
     where n.nspname = $1 and c.relkind in ('r', 'p')
     order by c.oid, a.attname = 'tenant_id' desc, a.attname = 'pool_id'`,
    [schema],
  );

function sumsOf(tables: TableRow[]): string {
  const parts = tables.map(({ name, column }) => {
    const owner = column === 'pool_id' || name === 'control.pools' ? '$2' : '$1';
    const row = seen.has(name)
      ? `(to_jsonb(t) - 'last_seen_at' - 'last_used_at')::text`
      : 't::text';
    return `select '${name}' as name, md5(coalesce(string_agg(${row}, ',' order by ${row}), '')) as sum
            from ${name} t where t.${column} = ${owner}::uuid
            ${name === 'control.usage_events' ? notByItsOwn : ''}`;
  });
  return `select * from (${parts.join(' union all ')}) sums where $1 <> $2`;
}

/** Tables that tell what happened, which nothing that is asked of a tenant begins with. */
const logs = new Set(['audit_events', 'change_log', 'idempotency_keys', 'outbox']);

/** One sum over a tenant but for its logs: the same where it can be asked as before. */
export const sumOf = (digest: Digest): string =>
  [...digest]
    .filter(([name]) => !logs.has(bare(name)))
    .map(([name, sum]) => `${name}=${sum}`)
    .join();

const bare = (name: string) => name.split('.').at(-1) ?? name;

/** Names of the tables that differ, those that record visits left out when `visited`. */
export const changed = (before: Digest, after: Digest, visited = false): string[] =>
  [...before.keys()].filter(
    (name) => before.get(name) !== after.get(name) && !(visited && records.has(bare(name))),
  );
