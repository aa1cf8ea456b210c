import type pg from 'pg';
import type { PlaneAddress } from '../copy/plane';
import type { HourChange } from './lasting';

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** What came and went of one tenant, by kind. */
export type Changes = Map<string, HourChange[]>;

/** Something that lasts, whose coming and going the change log has whole. */
export interface Source {
  meter: 'storage' | 'seats' | 'backups';
  plane: 'tenant' | 'control';
  /** What is summed apart; the name stands for the module, where there is more than one. */
  kinds: readonly string[];
  /** SQL of what one row of the log adds, by kind; `l` is the row. */
  deltas: Record<string, string>;
  /** Rows of the log that matter, as SQL. */
  where: string;
  /** How much there is at the client's moment. */
  count(client: pg.ClientBase, place: PlaneAddress): Promise<Record<string, bigint>>;
}

/** A row weighs what the log knows of it: a record its document, others all their columns. */
const storage: Source = {
  meter: 'storage',
  plane: 'tenant',
  kinds: ['rows', 'files'],
  deltas: {
    rows: `app.row_bytes(l.table_name, l.after) - app.row_bytes(l.table_name, l.before)`,
    files: `case when l.table_name <> 'files' then 0 else
      case when l.after ->> 'state' = 'ready' then coalesce((l.after ->> 'size_bytes')::bigint, size.bytes, 0)
        else 0 end
      - case when l.before ->> 'state' = 'ready' then coalesce((l.before ->> 'size_bytes')::bigint,
        size.bytes, 0) else 0 end end`,
  },
  where: 'true',
  count: async (client, place) => ({
    rows: await rowBytes(client, place),
    files: await sumOf(
      client,
      `select coalesce(sum(size_bytes), 0) as n from ${quote(place.schemaName)}.files
       where tenant_id = $1 and state = 'ready'`,
      place,
    ),
  }),
};

const logged = (table: string, weight: string): Pick<Source, 'deltas' | 'where'> => ({
  deltas: {
    all: `case l.operation when 'insert' then ${weight.replaceAll('row', 'l.after')}
      when 'delete' then -(${weight.replaceAll('row', 'l.before')}) else 0 end`,
  },
  where: `l.table_name = '${table}' and l.operation <> 'update'`,
});

const seats: Source = {
  ...{ meter: 'seats', plane: 'control', kinds: ['all'] },
  ...logged('memberships', '1'),
  count: async (client, place) => ({
    all: await sumOf(
      client,
      'select count(*) as n from control.memberships where tenant_id = $1',
      place,
    ),
  }),
};

const backups: Source = {
  ...{ meter: 'backups', plane: 'control', kinds: ['all'] },
  ...logged('archives', `(row ->> 'size_bytes')::bigint`),
  count: async (client, place) => ({
    all: await sumOf(
      client,
      `select coalesce(sum(size_bytes), 0) as n from control.archives where tenant_id = $1`,
      place,
    ),
  }),
};

export const sources: readonly Source[] = [storage, seats, backups];

async function sumOf(client: pg.ClientBase, text: string, { tenantId }: PlaneAddress) {
  const { rows } = await client.query<{ n: string }>(text, [tenantId]);
  return BigInt(rows[0]?.n ?? 0);
}

async function rowBytes(client: pg.ClientBase, place: PlaneAddress): Promise<bigint> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_trigger g join pg_class c on c.oid = g.tgrelid
     join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and g.tgname = 'log_insert' order by 1`,
    [place.schemaName],
  );
  let sum = 0n;
  for (const { name } of rows) {
    sum += await sumOf(
      client,
      `select coalesce(sum(app.row_bytes('${name}', ${name === 'records' ? `jsonb_build_object('data', r.data)` : 'to_jsonb(r)'})), 0) as n
       from ${quote(place.schemaName)}.${quote(name)} r where tenant_id = $1`,
      place,
    );
  }
  return sum;
}

/** What came and went since an instant each, of tenants in one schema, by tenant. */
export async function changesOf(
  client: pg.ClientBase,
  source: Source,
  { schemaName, since }: { schemaName: string; since: ReadonlyMap<string, Date> },
): Promise<Map<string, Changes>> {
  const found = new Map<string, Changes>();
  const { rows } = await client.query<Row>(changesText(source, schemaName), [
    [...since.keys()],
    [...since.values()],
  ]);
  for (const { id, hour, kind, sum, moment } of rows) {
    const changes = found.get(id) ?? new Map<string, HourChange[]>();
    const list = changes.get(kind) ?? [];
    list.push({ hour: hour.getTime(), sum: BigInt(sum), moment: BigInt(moment) });
    found.set(id, changes.set(kind, list));
  }
  return found;
}

interface Row {
  id: string;
  hour: Date;
  kind: string;
  sum: string;
  moment: string;
}

function changesText({ kinds, deltas, where, meter }: Source, schemaName: string): string {
  const at = quote(schemaName);
  const parts = kinds.map((kind) => `('${kind}', (${deltas[kind]})::numeric)`).join(', ');
  // Marking a file changes its state alone: its size is asked where it is, or was when it went.
  const size =
    meter === 'storage'
      ? `left join lateral (select coalesce(
          (select f.size_bytes from ${at}.files f where f.tenant_id = l.tenant_id and f.id = l.row_id),
          (select (d.before ->> 'size_bytes')::bigint from ${at}.change_log d
            where d.tenant_id = l.tenant_id and d.row_id = l.row_id and d.table_name = 'files'
              and d.operation = 'delete' order by d.at desc limit 1)) as bytes
        where l.table_name = 'files' and l.operation = 'update') size on true`
      : '';
  return `
    select l.tenant_id as id, date_trunc('hour', l.at, 'UTC') as hour, part.kind,
      sum(part.delta)::text as sum,
      sum(part.delta * trunc(extract(epoch from
        date_trunc('hour', l.at, 'UTC') + interval '1 hour' - l.at) * 1000000))::text as moment
    from unnest($1::uuid[], $2::timestamptz[]) asked(tenant_id, since)
    join ${at}.change_log l on l.tenant_id = asked.tenant_id and l.at >= asked.since
    ${size}
    cross join lateral (values ${parts}) part(kind, delta)
    where ${where} and part.delta <> 0
    group by 1, 2, 3`;
}
