import type pg from 'pg';
import type { PlaneTable } from '../copy/plane';
import { copyRows, quietly, rowHash, tableAt } from '../copy/rows';
import type { Ends } from './ends';

/** Ids of rows that may differ between the two ends, by table. */
export type Keys = Map<string, string[]>;

/** What a copy holds: everything that `snapshot` saw. */
export interface Held {
  snapshot: string;
  /** No transaction that the snapshot did not see began before this moment, unless clocks jumped. */
  horizon: string;
}

/** Tables that only grow, with the column that tells when. Their newest rows are compared. */
const growing: Record<string, string> = { audit_events: 'at', usage_events: 'at' };

/** Tables that nobody logs: told apart by comparing sums of parts. */
const compared = ['counters', 'idempotency_keys', 'job_runs', 'outbox'];

const keysAtOnce = 20_000;

/** A moment before every transaction that now runs; asked before the snapshot is taken. */
export async function horizonOf(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ horizon: string }>(
    `select (least(now(), min(xact_start)) - interval '5 seconds')::text as horizon
     from pg_stat_activity where datname = current_database()`,
  );
  return rows[0]?.horizon ?? '-infinity';
}

/** The snapshot of the client's open transaction. */
export async function snapshotOf(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ snapshot: string }>(
    'select pg_current_snapshot()::text as snapshot',
  );
  return rows[0]?.snapshot ?? '';
}

/** Rows of the source that changed after what the copy holds. In a transaction at one moment. */
export async function changedKeys(ends: Ends, { snapshot, horizon }: Held): Promise<Keys> {
  const keys = await loggedKeys(ends, snapshot);
  for (const table of ends.tables) {
    const at = growing[table.name];
    if (at) keys.set(table.name, await newestIds(ends, table, { at, horizon }));
    else if (compared.includes(table.name)) keys.set(table.name, await differingIds(ends, table));
  }
  for (const [name, ids] of keys) if (ids.length === 0) keys.delete(name);
  return keys;
}

async function loggedKeys({ source, route }: Ends, snapshot: string): Promise<Keys> {
  const { rows } = await source.query<{ name: string; ids: string[] }>(
    `with news as materialized (
       select id, table_name, row_id from ${tableAt(route.source, { name: 'change_log' })}
       where tenant_id = $1 and transaction_id >= pg_snapshot_xmin($2::pg_snapshot)::text::bigint
         and not pg_visible_in_snapshot(transaction_id::text::xid8, $2::pg_snapshot))
     select table_name as name, array_agg(distinct row_id::text) as ids from news group by 1
     union all select 'change_log', array_agg(id::text) from news having count(*) > 0`,
    [route.tenantId, snapshot],
  );
  return new Map(rows.map(({ name, ids }) => [name, ids]));
}

async function newestIds(
  { source, route }: Ends,
  table: PlaneTable,
  { at, horizon }: { at: string; horizon: string },
): Promise<string[]> {
  const { rows } = await source.query<{ id: string }>(
    `select id from ${tableAt(route.source, table)} where tenant_id = $1 and ${at} >= $2`,
    [route.tenantId, horizon],
  );
  return rows.map(({ id }) => id);
}

/** Ids of rows that are not the same on both sides, found by the sums of 4,096 parts. */
export async function differingIds(ends: Ends, table: PlaneTable): Promise<string[]> {
  const part = 'right(id::text, 3)';
  const sums = `select ${part} as key, sum(${rowHash(table)})::text as value`;
  const parts = await differing(ends, table, `${sums} from $table where tenant_id = $1 group by 1`);
  if (parts.length === 0) return [];
  const rows = `select id::text as key, ${rowHash(table)}::text as value`;
  return await differing(
    ends,
    table,
    `${rows} from $table where tenant_id = $1 and ${part} = any($2)`,
    [parts],
  );
}

async function differing(
  { source, target, route }: Ends,
  table: PlaneTable,
  text: string,
  values: unknown[] = [],
): Promise<string[]> {
  const ask = async (client: pg.ClientBase, schemaName: string) => {
    const { rows } = await client.query<{ key: string; value: string }>(
      text.replace('$table', tableAt({ schemaName }, table)),
      [route.tenantId, ...values],
    );
    return new Map(rows.map(({ key, value }) => [key, value]));
  };
  const [here, there] = await Promise.all([
    ask(source, route.source.schemaName),
    ask(target, route.target.schemaName),
  ]);
  const keys = new Set([...here.keys(), ...there.keys()]);
  return [...keys].filter((key) => here.get(key) !== there.get(key));
}

/** Brings rows of the target to the source's present state, in one transaction. Answers how many. */
export async function bringOver({ source, target, route, tables }: Ends, keys: Keys) {
  const count = [...keys.values()].reduce((sum, ids) => sum + ids.length, 0);
  if (count === 0) return 0;
  const place = { ...route.target, tenantId: route.tenantId };
  const origin = { ...route.source, tenantId: route.tenantId };
  await quietly(target, async () => {
    for (const table of tables) {
      const ids = keys.get(table.name) ?? [];
      for (let at = 0; at < ids.length; at += keysAtOnce) {
        const some = ids.slice(at, at + keysAtOnce);
        await target.query(
          `delete from ${tableAt(place, table)} where tenant_id = $1 and id = any($2::uuid[])`,
          [route.tenantId, some],
        );
        await copyRows([source, origin], [target, place], table, some);
      }
    }
  });
  return count;
}
