import type pg from 'pg';
import { onControl } from '../homes/prepare';
import { onServer, operatorUrl, type Servers } from '../homes/servers';
import type { HotTenant } from '../schema/control';

const hottest = 10;

/** One that takes longer to answer is down for whoever wants to be served. */
const answerMs = 10_000;

interface Shard {
  id: string;
  name: string;
  connection: string;
  /** When its tenants' writes were last counted, and what the server had counted by home then. */
  hotAt: Date | null;
  written: Record<string, number>;
}

/**
 * Notes of every shard whether it answers, its connections and how many tenants it holds; with
 * `thorough` also its size and which tenants write most. Answers the names of those that are silent.
 */
export async function lookAtShards(
  servers: Servers,
  options: { thorough?: boolean } = {},
): Promise<string[]> {
  const shards = await onControl(servers, async (control) => {
    const { rows } = await control.query<Shard>(
      `select s.id, s.name, s.connection, l.hot_at as "hotAt", coalesce(l.written, '{}') as written
       from control.shards s left join control.shard_loads l on l.shard_id = s.id`,
    );
    return rows;
  });
  const looked = await Promise.all(shards.map((shard) => lookAt(servers, shard, options)));
  return shards.filter((_, index) => !looked[index]).map(({ name }) => name);
}

async function lookAt(servers: Servers, shard: Shard, { thorough }: { thorough?: boolean }) {
  try {
    const see = async (client: pg.Client) => ({
      ...(await readConnections(client)),
      ...(thorough && (await readSize(client))),
      ...(thorough && (await readWrites(client, shard))),
    });
    const seen = await onServer(operatorUrl(servers, shard.connection), see, { answerMs });
    const { counts, ...facts } = seen as typeof seen & Partial<Writes>;
    const lookedAt = facts.hot_at ?? new Date();
    const hot = counts && { hot: await nameTenants(servers, { counts, lookedAt }, shard) };
    await note(servers, shard.id, { ...facts, ...hot });
    return true;
  } catch (error) {
    await noteSilence(servers, shard.id, error);
    return false;
  }
}

async function readConnections(client: pg.Client) {
  const { rows } = await client.query<{ connections: number; max_connections: number }>(
    `select (select count(*)::int from pg_stat_activity where backend_type = 'client backend')
       as connections, current_setting('max_connections')::int as max_connections`,
  );
  return { connections: 0, max_connections: 0, ...rows[0] };
}

async function readSize(client: pg.Client) {
  const { rows } = await client.query<{ size: string }>(
    `select coalesce(sum(pg_database_size(oid)), 0)::text as size from pg_database
     where not datistemplate and has_database_privilege(oid, 'connect')`,
  );
  return { size_bytes: Number(rows[0]?.size ?? 0) };
}

/** Rows written since the look before, by tenant id or by name of a home. */
interface Writes {
  counts: Map<string, number>;
  written: Record<string, number>;
  hot_at: Date;
}

async function readWrites(client: pg.Client, { hotAt, written: before }: Shard): Promise<Writes> {
  const [{ now } = { now: new Date() }] = (
    await client.query<{ now: Date }>('select clock_timestamp() as now')
  ).rows;
  const pooled = await client.query<{ name: string; n: number }>(
    `select p.tenant_id as name, c.n from app.placements p cross join lateral (
       select count(*)::int as n from pooled.change_log
       where tenant_id = p.tenant_id and at > coalesce($1, now() - interval '1 minute')) c
     where p.schema_name = 'pooled' and p.state = 'active' and c.n > 0
     order by c.n desc limit ${hottest}`,
    [hotAt],
  );
  const homes = await client.query<{ name: string; n: string }>(
    `select schemaname as name, n_tup_ins::text as n from pg_stat_user_tables
     where schemaname like 'home\\_%' and relname = 'change_log'
     union all
     select datname, (tup_inserted + tup_updated + tup_deleted)::text from pg_stat_database
     where datname like 'home\\_%'`,
  );
  const written = Object.fromEntries(homes.rows.map(({ name, n }) => [name, Number(n)]));
  const counts = new Map(pooled.rows.map(({ name, n }) => [name, n]));
  for (const [name, n] of Object.entries(written)) {
    const more = n - (before[name] ?? n);
    if (more > 0) counts.set(name, more);
  }
  return { counts, written, hot_at: now };
}

/** The hottest by what stands in `counts`, as tenants. */
async function nameTenants(
  servers: Servers,
  { counts, lookedAt }: { counts: Map<string, number>; lookedAt: Date },
  { id, hotAt }: Shard,
): Promise<HotTenant[]> {
  const minutes = hotAt ? Math.max(0.1, (lookedAt.getTime() - hotAt.getTime()) / 60_000) : 1;
  const top = [...counts].sort(([, a], [, b]) => b - a).slice(0, hottest);
  const found = await onControl(servers, async (control) => {
    const { rows } = await control.query<{ id: string; name: string; tier: HotTenant['tier'] }>(
      `select tenant_id as id, tier, case when tier = 'pooled' then tenant_id::text else role_name end as name
       from control.placements where shard_id = $1
         and (tenant_id::text = any($2) or role_name = any($2))`,
      [id, top.map(([name]) => name)],
    );
    return new Map(rows.map((row) => [row.name, row]));
  });
  return top.flatMap(([name, n]) => {
    const tenant = found.get(name);
    const writesPerMinute = Math.round(n / minutes);
    return tenant ? [{ tenantId: tenant.id, tier: tenant.tier, writesPerMinute }] : [];
  });
}

/** Tenants are counted in the statement that sets the time, so that none falls between. */
async function note(servers: Servers, id: string, facts: Record<string, unknown>) {
  const columns = Object.keys(facts);
  const values = Object.values(facts).map((value) =>
    typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value,
  );
  await onControl(servers, (control) =>
    control.query(
      `insert into control.shard_loads as l (shard_id, sampled_at, pooled, schema, database${columns
        .map((column) => `, ${column}`)
        .join('')})
       select $1, now(), count(*) filter (where tier = 'pooled'),
         count(*) filter (where tier = 'schema'), count(*) filter (where tier = 'database')${columns
           .map((_, index) => `, $${index + 2}`)
           .join('')}
       from control.placements where shard_id = $1
       on conflict (shard_id) do update set sampled_at = excluded.sampled_at,
         pooled = excluded.pooled, schema = excluded.schema, database = excluded.database,
         down_since = null, fault = null${columns
           .map((column) => `, ${column} = excluded.${column}`)
           .join('')}`,
      [id, ...values],
    ),
  );
}

async function noteSilence(servers: Servers, id: string, error: unknown) {
  const fault = (error instanceof Error && error.message) || 'It does not answer';
  await onControl(servers, (control) =>
    control.query(
      `insert into control.shard_loads as l (shard_id, down_since, fault) values ($1, now(), $2)
       on conflict (shard_id) do update set fault = excluded.fault,
         down_since = coalesce(l.down_since, now())`,
      [id, fault.slice(0, 300)],
    ),
  );
}
