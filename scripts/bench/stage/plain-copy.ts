import type { TestDatabase } from '@/db/testing/database';

/** Rows of a directory of the size at which the planner uses its index. */
const otherPlacements = 5_000;

/**
 * The records once more in a schema `plain`, with the same keys, indexes and change log but without
 * row security: what a hand-written tenant filter would work on.
 */
export async function copyWithoutRls(database: TestDatabase): Promise<void> {
  await database.query(`
    create schema plain;
    create table plain.records (like pooled.records including all);
    create table plain.change_log (like pooled.change_log including all);
    insert into plain.records select * from pooled.records;
    create trigger log_update after update on plain.records
      referencing old table as old_rows new table as new_rows
      for each statement execute function app.log_changes();
    grant usage on schema plain to rowhouse_app;
    grant select, insert, update on plain.records, plain.change_log to rowhouse_app;
    insert into app.placements (tenant_id, schema_name)
      select gen_random_uuid(), 'pooled' from generate_series(1, ${otherPlacements})`);
  for (const table of ['plain.records', 'pooled.records', 'app.placements']) {
    await database.query(`vacuum analyze ${table}`);
  }
}
