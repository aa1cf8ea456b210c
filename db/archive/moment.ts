import pg from 'pg';
import type { Standing } from '../copy/plane';
import { columnList, tableAt } from '../copy/rows';
import { type Stage, StageRefusal } from './stage';
import { goesIntoCopies, isOnlyAdded } from './tables';

/** How far back the log of changes is asked for, days. */
const windowDays = 7;

/**
 * Lays a tenant's rows on the stage as they were at a moment: those of now, with every transaction
 * undone whose last write came at that moment or later. Only whole transactions are undone, and with
 * one all that built on it. Throws `StageRefusal` for a moment outside the window.
 */
export async function loadMoment(stage: Stage, source: Standing, at: Date): Promise<void> {
  const { standing, client } = stage;
  if (source.connection !== standing.connection || source.databaseName !== standing.databaseName) {
    throw new StageRefusal('a moment can only be copied inside one database');
  }
  const age = Date.now() - at.getTime();
  if (age < 0 || age > windowDays * 86_400_000) {
    throw new StageRefusal(`its moment is not within the last ${windowDays} days`);
  }
  await client.query('begin isolation level repeatable read');
  try {
    await noteLate(stage, source, at);
    for (const table of stage.tables.filter(goesIntoCopies)) {
      await stage.adopt(table, async () => await layTable(stage, source, table));
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

type Table = Stage['tables'][number];

const lateIn = ({ schema }: Stage) => `${pg.escapeIdentifier(schema)}.late`;

async function noteLate(stage: Stage, source: Standing, at: Date) {
  await stage.client.query(
    `create unlogged table ${lateIn(stage)} (transaction_id bigint, at timestamptz)`,
  );
  await stage.client.query(
    `insert into ${lateIn(stage)} select distinct transaction_id, at
     from ${tableAt(source, { name: 'change_log' })} where tenant_id = $1 and id >= $2`,
    [source.tenantId, firstIdAt(at)],
  );
}

async function layTable(stage: Stage, source: Standing, table: Table) {
  const { client, schema } = stage;
  const staged = tableAt({ schemaName: schema }, table);
  const own = tableAt(source, table);
  const columns = columnList(table);
  const of = [source.tenantId, table.name];
  await client.query(
    `insert into ${staged} (${columns}) select ${columns} from ${own} where tenant_id = $1`,
    [source.tenantId],
  );
  // Their present state is what counts at any moment.
  if (isOnlyAdded(table)) return;
  const undo = undoText(stage, source);
  const was = tableAt({ schemaName: schema }, { name: `was_${table.name}` });
  await client.query(`create unlogged table ${was} as ${undo}`, of);
  await client.query(`delete from ${staged} where id in (select row_id from ${was})`);
  const taken = table.columns.map((name) => `r.${pg.escapeIdentifier(name)}`).join(', ');
  await client.query(
    `insert into ${staged} (${columns}) select ${taken} from ${was} w
     left join ${own} p on p.tenant_id = $1 and p.id = w.row_id
     cross join lateral jsonb_populate_record(null::${own}, coalesce(to_jsonb(p), '{}') || w.row) r
     where w.row is not null`,
    [source.tenantId],
  );
}

// Of each row the first late entry decides whether it was there; of each column the first value.
// What a row was before its first deletion is whole, so nothing after that matters.
const undoText = (stage: Stage, source: Standing) => `
  with ranked as (
    select l.row_id, l.operation, l.before,
      row_number() over (partition by l.row_id order by l.id) as n
    from ${tableAt(source, { name: 'change_log' })} l
    join ${lateIn(stage)} t on t.transaction_id = l.transaction_id and t.at = l.at
    where l.tenant_id = $1 and l.table_name = $2
  ), firsts as (
    select row_id, min(n) filter (where operation = 'delete') as gone,
      bool_or(n = 1 and operation = 'insert') as made from ranked group by row_id
  ), pieces as (
    select r.row_id, r.n, e.key, e.value from ranked r join firsts f on f.row_id = r.row_id
    cross join lateral jsonb_each(r.before) e
    where not f.made and (f.gone is null or r.n <= f.gone)
  )
  select row_id, jsonb_object_agg(key, value order by n desc) as row from pieces group by row_id
  union all select row_id, null from firsts where made`;

/** The smallest id that the log can have given at a moment. */
function firstIdAt(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
