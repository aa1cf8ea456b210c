import type pg from 'pg';
import { atOneMoment, rowHash, tableAt } from '../copy/rows';
import { type Ends, requireSameTables } from './ends';
import { advance, noteProgress, type Route, sharesDatabase } from './move';
import { bringOver, changedKeys, type Held, type Keys, snapshotOf } from './tail';

/** How long to wait for writers that are still under way before they are let on, milliseconds. */
const drainMs = 1_000;
/** A cut-over in which an end stops answering is broken off: writers wait, milliseconds. */
const longestMs = 10_000;

export type CutOver =
  | { kind: 'moved'; pauseMs: number }
  /** Somebody held a transaction open for too long; the tenant goes on where it was. */
  | { kind: 'busy' };

/**
 * Shuts the source, brings over the last changes, compares them and decides for the target. Writers
 * wait from the first step to the last. Before the decision every failure opens the source again,
 * and it takes no longer than ten seconds to be one.
 */
export async function cutOver(ends: Ends, held: Held): Promise<CutOver> {
  const { control, route } = ends;
  if (!(await advance(control, route.id, ['following', 'cutting']))) return { kind: 'busy' };
  const begun = performance.now();
  const late = setTimeout(ends.cut, longestMs);
  try {
    await shut(ends);
    await requireSameTables(ends);
    await bringLast(ends, held);
    await decide(ends);
  } catch (error) {
    const open = await standBack(ends).then(
      () => true,
      () => false,
    );
    if (open && isLockTimeout(error)) return { kind: 'busy' };
    throw error;
  } finally {
    clearTimeout(late);
  }
  await openTarget(ends.target, route);
  await closeSource(ends.source, route);
  await advance(control, route.id, ['flipped', 'done']);
  const pauseMs = Math.round(performance.now() - begun);
  await noteProgress(control, route.id, { pauseMs });
  return { kind: 'moved', pauseMs };
}

// State first, then the lock: who comes now is refused, and the lock is had when the last is out.
async function shut({ source, route }: Ends) {
  await source.query(`set lock_timeout = ${drainMs}`);
  await source.query(`update app.placements set state = 'fenced' where tenant_id = $1`, [
    route.tenantId,
  ]);
  await source.query('select pg_advisory_lock(hashtextextended($1, 0))', [route.tenantId]);
}

const isLockTimeout = (error: unknown) => (error as { code?: string }).code === '55P03';

async function bringLast(ends: Ends, held: Held) {
  await atOneMoment(ends.source, async () => {
    await snapshotOf(ends.source);
    const keys = await changedKeys(ends, held);
    const rows = await bringOver(ends, keys);
    await compareKeys(ends, keys);
    await compareCounts(ends);
    await noteProgress(ends.control, ends.route.id, { lastPassRows: rows });
  });
}

/** Rows that came last are compared one by one: everything else was when the copy was verified. */
async function compareKeys({ source, target, route, tables }: Ends, keys: Keys) {
  for (const table of tables) {
    const ids = keys.get(table.name);
    if (!ids) continue;
    const ask = async (client: pg.ClientBase, schemaName: string) => {
      const { rows } = await client.query<{ sum: string }>(
        `select count(*) || ' ' || coalesce(sum(${rowHash(table)}), 0) as sum
         from ${tableAt({ schemaName }, table)} where tenant_id = $1 and id = any($2::uuid[])`,
        [route.tenantId, ids],
      );
      return rows[0]?.sum;
    };
    const here = await ask(source, route.source.schemaName);
    const there = await ask(target, route.target.schemaName);
    if (here !== there) throw new Error(`The last changes of ${table.name} did not arrive whole.`);
  }
}

/** Tables found by their clock are counted as well: a clock may have jumped. */
async function compareCounts({ source, target, route }: Ends) {
  for (const name of ['audit_events', 'usage_events', 'change_log']) {
    const ask = async (client: pg.ClientBase, schemaName: string) => {
      const { rows } = await client.query<{ n: string }>(
        `select count(*) as n from ${tableAt({ schemaName }, { name })} where tenant_id = $1`,
        [route.tenantId],
      );
      return rows[0]?.n;
    };
    const [here, there] = await Promise.all([
      ask(source, route.source.schemaName),
      ask(target, route.target.schemaName),
    ]);
    if (here !== there) throw new Error(`Rows of ${name} are missing in the copy.`);
  }
}

/** The one moment at which the home changes: placement and move in one transaction. */
async function decide({ control, route }: Ends) {
  const { shardId, tier, databaseName, schemaName, roleName } = route.target;
  await control.query('begin');
  try {
    if (!(await advance(control, route.id, ['cutting', 'flipped']))) {
      throw new Error('Another hand has taken this move over.');
    }
    const placed = await control.query(
      `update control.placements set shard_id = $3, tier = $4, database_name = $5,
         schema_name = $6, role_name = $7, epoch = epoch + 1, state = 'active', changed_at = now()
       where tenant_id = $1 and epoch = $2`,
      [route.tenantId, route.epoch, shardId, tier, databaseName, schemaName, roleName],
    );
    if (placed.rowCount !== 1) throw new Error('The placement has changed since the move began.');
    await control.query('commit');
  } catch (error) {
    await control.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Opens the new home after the decision. The old one is still shut. Safe to repeat. */
export async function openTarget(client: pg.ClientBase, { tenantId, target, epoch }: Route) {
  const done = await client.query(
    `update app.placements set schema_name = $2, role_name = $3, epoch = $4, state = 'active'
     where tenant_id = $1`,
    [tenantId, target.schemaName, target.roleName, epoch + 1],
  );
  if (done.rowCount !== 1) throw new Error('The target has no placement for the tenant.');
}

/** Has the old home refuse the tenant for good. Safe to repeat. */
export async function closeSource(client: pg.ClientBase, route: Route) {
  if (!sharesDatabase(route)) {
    await client.query(`update app.placements set state = 'moved' where tenant_id = $1`, [
      route.tenantId,
    ]);
  }
  await client.query('select pg_advisory_unlock_all()');
}

/** Lets the tenant go on at its source, unless the decision has fallen. */
async function standBack({ control, source, route }: Ends): Promise<void> {
  await control.query('rollback').catch(() => undefined);
  if (!(await advance(control, route.id, ['cutting', 'following']))) return;
  await reopen(source, route.tenantId);
}

/** Opens a source that a cut-over shut. Safe to repeat. */
export async function reopen(source: pg.ClientBase, tenantId: string): Promise<void> {
  await source.query('rollback').catch(() => undefined);
  await source.query(
    `update app.placements set state = 'active' where tenant_id = $1 and state = 'fenced'`,
    [tenantId],
  );
  await source.query('select pg_advisory_unlock_all()');
}
