import pg from 'pg';
import { type Standing, standingOf } from '../copy/plane';
import { columnList, readRows, tableAt } from '../copy/rows';
import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';
import { type Stage, StageRefusal, withStage } from './stage';
import { goesIntoCopies, isOnlyAdded } from './tables';
import { momentDays } from './window';

interface Asked {
  tenantId: string;
  /** Of the operation. */
  id: string;
  at: Date;
}

/**
 * Lays a tenant's rows on the stage as they were at a moment: those of now, with every transaction
 * undone whose last write came at that moment or later. Only whole transactions are undone, and with
 * one all that built on it. Rows travel when the stage stands in another database. Throws
 * `StageRefusal` for a moment that cannot be reached.
 */
export async function loadMoment(servers: Servers, stage: Stage, asked: Asked): Promise<void> {
  const { tenantId, id, at } = asked;
  await refuseBeyond(servers, tenantId, at);
  const source = await standingOf(servers, tenantId);
  const { connection, databaseName } = stage.standing;
  if (source.connection === connection && source.databaseName === databaseName) {
    return await layMoment(stage, source, at);
  }
  await withStage(servers, { standing: source, id }, async (near) => {
    await layMoment(near, source, at);
    const place = { schemaName: near.schema, tenantId };
    for (const table of near.loaded) await stage.load(table, readRows(near.client, place, table));
  });
}

async function refuseBeyond(servers: Servers, tenantId: string, at: Date) {
  const { rows } = await onControl(servers, (control) =>
    control.query<{ late: boolean; early: boolean; old: boolean }>(
      `select $2 > now() as late, $2 < created_at as early,
         $2 < now() - make_interval(days => $3) as old from control.tenants where id = $1`,
      [tenantId, at, momentDays],
    ),
  );
  const [found] = rows;
  if (!found || found.early) throw new StageRefusal('the workspace was opened after it');
  if (found.late) throw new StageRefusal('it has not come yet');
  if (found.old) throw new StageRefusal(`it is not within the last ${momentDays} days`);
}

async function layMoment(stage: Stage, source: Standing, at: Date): Promise<void> {
  const { client } = stage;
  await client.query('begin isolation level repeatable read');
  try {
    await noteLate(stage, source, at);
    for (const table of stage.tables.filter(goesIntoCopies)) {
      await stage.adopt(table, async () => await layTable(stage, source, table));
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    // Class 22 and 23: values that a column of today does not take.
    if (/^22|^23/.test((error as { code?: string }).code ?? '')) {
      throw new StageRefusal('the tables have changed since, and rows of then do not fit them');
    }
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
