import pg from 'pg';
import type { World } from '@/lib/doors/testing';
import type { BenchRow, ExperimentContext } from '../testing/proof';
import { alternate } from './stage/alternate';
import { fillCollection } from './stage/fill-collection';
import { openBenchWorld } from './stage/world';

export const name = 'log';

const turns = { small: 5, full: 15 };
const rows = 2_000;
const batch = 500;

let world: World;
let client: pg.Client;

/** Two copies of the same records with the same keys and indexes; one of them writes the log. */
export async function prepare({ adminUrl }: ExperimentContext): Promise<void> {
  world = await openBenchWorld(adminUrl);
  const member = await world.member(await world.tenant(), 'admin');
  await fillCollection(member, rows);
  client = new pg.Client({ connectionString: world.database.adminUrl });
  await client.connect();
  for (const schema of ['silent', 'logged']) {
    await client.query(`
      create schema ${schema};
      create table ${schema}.records (like pooled.records including all);
      create table ${schema}.change_log (like pooled.change_log including all);
      insert into ${schema}.records select * from pooled.records`);
  }
  await client.query(`
    create trigger log_insert after insert on logged.records
      referencing new table as new_rows for each statement execute function app.log_changes();
    create trigger log_update after update on logged.records
      referencing old table as old_rows new table as new_rows
      for each statement execute function app.log_changes()`);
  await client.query('vacuum analyze');
}

/** What the change log costs in time and room, beside the same statements without it. */
export async function run({ size }: ExperimentContext): Promise<BenchRow[]> {
  const ids = await client.query<{ id: string }>('select id from silent.records');
  let turn = 0;
  const next = () => ids.rows[turn++ % ids.rows.length]?.id;
  const update = (schema: string) => () =>
    client.query({
      name: `update_${schema}`,
      text: `update ${schema}.records set version = version + 1, data = data || '{"k1": 7}' where id = $1`,
      values: [next()],
    });
  const one = await alternate(
    { silent: update('silent'), logged: update('logged') },
    { perTurn: 50, turns: turns[size] },
  );
  const insert = (schema: string) => () =>
    client.query(`insert into ${schema}.records
      select (r).* from (select jsonb_populate_record(r, jsonb_build_object('id', app.uuid7())) as r
        from pooled.records r limit ${batch}) s`);
  const many = await alternate(
    { silent: insert('silent'), logged: insert('logged') },
    { perTurn: 1, turns: turns[size] },
  );
  return [
    { name: 'update, no log', value: one.silent, unit: 'us' },
    { name: 'update, logged', value: one.logged, unit: 'us', base: 'update, no log' },
    { name: 'insert of a row, no log', value: many.silent / batch, unit: 'us' },
    {
      name: 'insert of a row, logged',
      value: many.logged / batch,
      unit: 'us',
      base: 'insert of a row, no log',
    },
    ...(await room()),
  ];
}

export async function finish(): Promise<void> {
  await client.end();
  await world.end();
}

/** Bytes on disk, indexes included, that one more row and what the log says of it take. */
async function room(): Promise<BenchRow[]> {
  await client.query('truncate logged.records, logged.change_log');
  const size = async () => {
    const { rows: sizes } = await client.query<{ records: string; log: string }>(
      `select pg_total_relation_size('logged.records') as records,
         pg_total_relation_size('logged.change_log') as log`,
    );
    return { records: Number(sizes[0]?.records), log: Number(sizes[0]?.log) };
  };
  const before = await size();
  await client.query('insert into logged.records select * from pooled.records');
  const filled = await size();
  await client.query(`update logged.records set version = version + 1, data = data || '{"k1": 8}'`);
  const updated = await size();
  return [
    { name: 'row on disk', value: (filled.records - before.records) / rows, unit: 'bytes' },
    {
      name: 'log of its making',
      value: (filled.log - before.log) / rows,
      unit: 'bytes',
      base: 'row on disk',
    },
    {
      name: 'log of one change',
      value: (updated.log - filled.log) / rows,
      unit: 'bytes',
      base: 'row on disk',
    },
  ];
}
