import pg from 'pg';
import { columnList, tableAt } from '../copy/rows';
import type { Stage, TableDifference } from './stage';
import { goesIntoCopies, isOnlyAdded, withoutTenant } from './tables';

const quote = pg.escapeIdentifier;

/** What `applyStage` would do now, by table. */
export async function compareStage(stage: Stage): Promise<TableDifference[]> {
  const differences: TableDifference[] = [];
  for (const table of stage.loaded) {
    const { own, staged, differ } = partsOf(stage, table);
    const { rows } = await stage.client.query<Record<keyof TableDifference, string>>(
      `select count(*) filter (where p.id is null) as added,
         count(*) filter (where s.id is not null and p.id is not null and ${differ}) as changed,
         count(*) filter (where s.id is null) as removed,
         count(*) filter (where s.id is not null and p.id is not null and not (${differ})) as same
       from ${staged} s full join (select * from ${own} where tenant_id = $1) p on p.id = s.id`,
      [stage.standing.tenantId],
    );
    const [row] = rows;
    const count = (key: 'added' | 'changed' | 'removed' | 'same') => Number(row?.[key] ?? 0);
    const kept = isOnlyAdded(table);
    differences.push({
      name: table.name,
      added: count('added'),
      changed: kept ? 0 : count('changed'),
      removed: kept ? 0 : count('removed'),
      same: count('same') + (kept ? count('changed') + count('removed') : 0),
    });
  }
  return differences;
}

/**
 * Notes in the caller's transaction that a piece of work was done; false when it was before, by a
 * worker that died between its commit and its report.
 */
export async function markDone({ client, standing }: Stage, workId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into ${tableAt(standing, { name: 'job_runs' })} (tenant_id, id, job)
     values ($1, $2, 'restore') on conflict do nothing`,
    [standing.tenantId, workId],
  );
  return rowCount === 1;
}

/**
 * Makes a tenant's rows what the stage holds, in the caller's transaction. Only rows that differ are
 * written, and the change log tells each of them: a restore can itself be undone.
 */
export async function applyStage(stage: Stage): Promise<void> {
  const { client, standing } = stage;
  const tables = stage.loaded;
  const of = [standing.tenantId];
  for (const table of [...tables].reverse().filter((one) => !isOnlyAdded(one))) {
    const { own, staged } = partsOf(stage, table);
    await client.query(
      `delete from ${own} p where tenant_id = $1
         and not exists (select 1 from ${staged} s where s.id = p.id)`,
      of,
    );
  }
  for (const table of tables) {
    const { own, staged, differ, names } = partsOf(stage, table);
    if (!isOnlyAdded(table)) {
      const set = names.map((name) => `${name} = s.${name}`).join(', ');
      await client.query(
        `update ${own} p set ${set} from ${staged} s
         where p.tenant_id = $1 and s.id = p.id and ${differ}`,
        of,
      );
    }
    await client.query(insertText(stage, table), of);
  }
}

/** Fills the empty plane of a tenant with what the stage holds of another. */
export async function fillFromStage(stage: Stage): Promise<void> {
  for (const table of stage.loaded.filter(goesIntoCopies)) {
    await stage.client.query(insertText(stage, table), [stage.standing.tenantId]);
  }
}

function insertText(stage: Stage, table: { name: string; columns: readonly string[] }) {
  const { own, staged } = partsOf(stage, table);
  const columns = columnList(withoutTenant(table));
  return `insert into ${own} (tenant_id, ${columns}) select $1, ${columns} from ${staged} s
    where not exists (select 1 from ${own} p where p.tenant_id = $1 and p.id = s.id)`;
}

/** What becomes of people whom the tenant does not know, and of those who asked to be forgotten. */
export interface Strangers {
  /** Without name and address, as in a copy that goes to others. */
  nameless: boolean;
  /** Ids of people who were erased. */
  erased: readonly string[];
  /** Ids that people had before they came over from another pool: what names them follows them. */
  cameOver: readonly string[];
}

/** People who come with an archive are no members by that, and the erased do not come back. */
export async function buryStrangers(
  stage: Stage,
  { nameless, erased, cameOver }: Strangers,
): Promise<void> {
  const { own, staged } = partsOf(stage, { name: 'people', columns: [] });
  await stage.client.query(
    `update ${staged} s set state = 'removed',
       name = case when s.id = any($2) then 'Erased person' when $3 then 'Former member' else name end,
       email = case when s.id = any($2) or $3 then '' else email end
     where not exists (select 1 from ${own} p where p.tenant_id = $1 and p.id = s.id)`,
    [stage.standing.tenantId, erased, nameless],
  );
  // What fields say of members ends with the membership.
  const values = partsOf(stage, { name: 'custom_values', columns: [] });
  await stage.client.query(
    `delete from ${values.staged} s where s.subject = 'member' and (s.thing_id = any($3)
     or s.thing_id <> all($2) and not exists (select 1 from ${own} p
       where p.tenant_id = $1 and p.id = s.thing_id and p.state = 'active'))`,
    [stage.standing.tenantId, cameOver, erased],
  );
}

function partsOf({ standing, schema }: Stage, table: { name: string; columns: readonly string[] }) {
  const names = withoutTenant(table)
    .columns.filter((column) => column !== 'id')
    .map((column) => quote(column));
  const row = (of: string) => `row(${names.map((name) => `${of}.${name}`).join(', ')})`;
  return {
    own: tableAt(standing, table),
    staged: tableAt({ schemaName: schema }, table),
    names,
    differ: `${row('p')} is distinct from ${row('s')}`,
  };
}
