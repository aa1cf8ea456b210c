import type { Readable } from 'node:stream';
import type pg from 'pg';
import { type PlaneTable, planeTables, type Standing, standingOf, urlOfPlane } from '../copy/plane';
import { atOneMoment, digestsOf, readRows, type TableDigest, tableAt } from '../copy/rows';
import { onServer, type Servers } from '../homes/servers';
import { isArchived, withoutTenant } from './tables';

const rowsAtOnce = 100;

export interface StoredFileRow {
  id: string;
  sizeBytes: number;
}

interface Where {
  column: string;
  value: string;
}

/** One moment of one tenant's plane. */
export interface Snapshot {
  readonly standing: Standing;
  readonly takenAt: Date;
  /** Postgres's name for the moment. */
  readonly name: string;
  /** Tables that archives hold, parents first. */
  readonly tables: readonly PlaneTable[];
  /** Rows in COPY's text format. One table at a time. */
  rows(table: PlaneTable): Readable;
  /** Rows as JSON, without the tenant's id. One table at a time. */
  documents(table: string, where?: Where): AsyncGenerator<Record<string, unknown>>;
  digests(): Promise<Record<string, TableDigest>>;
  readyFiles(): Promise<StoredFileRow[]>;
}

/** Shows `work` one moment of a tenant's plane, at any tier. */
export async function withSnapshot<T>(
  servers: Servers,
  tenantId: string,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const standing = await standingOf(servers, tenantId);
  return await onServer(urlOfPlane(servers, standing), (client) =>
    atOneMoment(client, async () => await work(await look(client, standing))),
  );
}

async function look(client: pg.Client, standing: Standing): Promise<Snapshot> {
  const { schemaName, tenantId } = standing;
  const moment = await client.query<{ at: Date; name: string }>(
    'select now() as at, pg_current_snapshot()::text as name',
  );
  const tables = (await planeTables(client, schemaName)).filter(isArchived);
  const place = { schemaName, tenantId };
  return {
    standing,
    takenAt: moment.rows[0]?.at ?? new Date(),
    name: moment.rows[0]?.name ?? '',
    tables,
    rows: (table) => readRows(client, place, table),
    documents: (name, where) => documentsOf(client, { ...place, name, where }),
    digests: () => digestsOf(client, place, tables.map(withoutTenant)),
    readyFiles: async () => {
      const { rows } = await client.query<{ id: string; size: string }>(
        `select id, size_bytes as size from ${tableAt(place, { name: 'files' })}
         where tenant_id = $1 and state = 'ready' order by id`,
        [tenantId],
      );
      return rows.map(({ id, size }) => ({ id, sizeBytes: Number(size) }));
    },
  };
}

interface Wanted {
  schemaName: string;
  tenantId: string;
  name: string;
  where: Where | undefined;
}

async function* documentsOf(
  client: pg.Client,
  { where, ...wanted }: Wanted,
): AsyncGenerator<Record<string, unknown>> {
  const table = tableAt(wanted, wanted);
  const narrowed = where
    ? ` and ${client.escapeIdentifier(where.column)} = ${client.escapeLiteral(where.value)}`
    : '';
  await client.query(`declare documents no scroll cursor for
    select to_jsonb(t) - 'tenant_id' as row from ${table} t
    where tenant_id = ${client.escapeLiteral(wanted.tenantId)}${narrowed} order by id`);
  for (;;) {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(
      `fetch ${rowsAtOnce} from documents`,
    );
    for (const { row } of rows) yield row;
    if (rows.length < rowsAtOnce) break;
  }
  await client.query('close documents');
}
