import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { cutLine } from '../homes/servers';
import type { PlaneAddress, PlaneTable } from './plane';

type Place = Pick<PlaneAddress, 'schemaName' | 'tenantId'>;

/** What stands at both ends of a copy: same rows, same sum, whatever their order. */
export interface TableDigest {
  rows: number;
  /** Sum of the rows' 64-bit hashes, decimal. */
  checksum: string;
}

const quote = pg.escapeIdentifier;
const literal = pg.escapeLiteral;

export const tableAt = (
  { schemaName }: Pick<Place, 'schemaName'>,
  { name }: Pick<PlaneTable, 'name'>,
) => `${quote(schemaName)}.${quote(name)}`;

export const columnList = ({ columns }: PlaneTable) =>
  columns.map((name) => quote(name)).join(', ');

// The number of a transaction means something only to the server that gave it; below zero it is
// kept as a name for what was written together.
const carried = ({ columns }: PlaneTable) =>
  columns
    .map((name) => (name === 'transaction_id' ? '-abs(transaction_id)' : quote(name)))
    .join(', ');

/** A row's hash over what a copy carries; needs the settings of `plainText`. */
export const rowHash = (table: PlaneTable) => `hashtextextended(row(${carried(table)})::text, 0)`;

// The last one keeps a large read from taking the processors of people's small ones.
const plainSettings = [
  "timezone = 'UTC'",
  "datestyle = 'ISO, YMD'",
  "intervalstyle = 'iso_8601'",
  "bytea_output = 'hex'",
  'extra_float_digits = 1',
  'max_parallel_workers_per_gather = 0',
];

/** Makes values read the same on every server, for the rest of the transaction. */
export const plainText = plainSettings.map((setting) => `set local ${setting}`).join('; ');

/** Has a whole session read and hash values as every other one does that copies. */
export const readPlainly = (client: pg.ClientBase) =>
  client.query(plainSettings.map((setting) => `set ${setting}`).join('; '));

/** Rows and checksum of one tenant's part of a table, as the client's transaction sees them. */
async function digestOf(
  client: pg.ClientBase,
  place: Place,
  table: PlaneTable,
): Promise<TableDigest> {
  const { rows } = await client.query<{ rows: string; checksum: string }>(
    `select count(*) as rows, coalesce(sum(${rowHash(table)}), 0)::text as checksum
     from ${tableAt(place, table)} where tenant_id = $1`,
    [place.tenantId],
  );
  return { rows: Number(rows[0]?.rows ?? 0), checksum: rows[0]?.checksum ?? '0' };
}

/** Digests of one tenant's part of several tables, by table. */
export async function digestsOf(
  client: pg.ClientBase,
  place: Place,
  tables: readonly PlaneTable[],
): Promise<Record<string, TableDigest>> {
  const digests: Record<string, TableDigest> = {};
  for (const table of tables) digests[table.name] = await digestOf(client, place, table);
  return digests;
}

/** One tenant's rows of a table in COPY's text format. `ids` narrows to some of them. */
export function readRows(
  client: pg.ClientBase,
  place: Place,
  table: PlaneTable,
  ids?: readonly string[],
): Readable {
  const narrowed = ids ? ` and id = any(${literal(`{${ids.join(',')}}`)}::uuid[])` : '';
  return client.query(
    copyTo(
      `copy (select ${carried(table)} from ${tableAt(place, table)}
        where tenant_id = ${literal(place.tenantId)}${narrowed}) to stdout`,
    ),
  );
}

/** Takes rows in COPY's text format into a table. */
export const writeRows = (
  client: pg.ClientBase,
  place: Pick<Place, 'schemaName'>,
  table: PlaneTable,
): Writable =>
  client.query(copyFrom(`copy ${tableAt(place, table)} (${columnList(table)}) from stdin`));

/** Copies one tenant's rows of a table, or those with the ids, from one place to another. */
export async function copyRows(
  [from, source]: [pg.ClientBase, Place],
  [to, target]: [pg.ClientBase, Pick<Place, 'schemaName'>],
  table: PlaneTable,
  ids?: readonly string[],
): Promise<void> {
  await pipeline(readRows(from, source, table, ids), writeRows(to, target, table));
}

/**
 * A transaction of the operator's in which rows are taken as they stood elsewhere: no log of the
 * change, no cascade, no look at foreign keys.
 */
export async function quietly<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query(`begin; set local session_replication_role = replica; ${plainText}`);
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await rollBack(client);
    throw error;
  }
}

const rollbackMs = 1_000;

/**
 * Rolls back. A COPY that was broken off leaves the line in the middle of it, waiting for ever: that
 * one is cut after a second, and the server rolls back by itself.
 */
async function rollBack(client: pg.ClientBase): Promise<void> {
  const late = setTimeout(() => cutLine(client), rollbackMs);
  await client.query('rollback').catch(() => undefined);
  clearTimeout(late);
}

const deletedAtOnce = 20_000;

/** Removes one tenant's rows, children first, a part at a time. Nothing is logged. */
export async function deleteRows(
  client: pg.ClientBase,
  place: Place,
  tables: readonly PlaneTable[],
): Promise<void> {
  for (const table of tables.toReversed()) {
    const at = tableAt(place, table);
    const text = `delete from ${at} where ctid = any(array(
      select ctid from ${at} where tenant_id = $1 limit ${deletedAtOnce}))`;
    const next = () => quietly(client, () => client.query(text, [place.tenantId]));
    while ((await next()).rowCount);
  }
}

/** A transaction that sees one moment of the source from its first query to its last. */
export async function atOneMoment<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query(`begin isolation level repeatable read read only; ${plainText}`);
  try {
    return await work();
  } finally {
    await rollBack(client);
  }
}
