import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { type PlaneTable, planeTables, type Standing, urlOfPlane } from '../copy/plane';
import { digestsOf, plainText, type TableDigest, tableAt, writeRows } from '../copy/rows';
import { onServer, type Servers } from '../homes/servers';
import { isArchived, withoutTenant } from './tables';

/** Why an archive was refused; nothing of the tenant was touched. */
export class StageRefusal extends Error {}

/** What a restore would do to one table. */
export interface TableDifference {
  name: string;
  /** Rows that would come back or be added. */
  added: number;
  changed: number;
  /** Rows that are there now and would go. */
  removed: number;
  same: number;
}

/**
 * Rows laid beside a tenant's own, on the same database and open to nobody but the operator. They
 * become the tenant's only once all of them were looked at.
 */
export class Stage {
  readonly standing: Standing;
  /** Tables of the tenant's plane that archives hold, parents first. */
  readonly tables: readonly PlaneTable[];
  readonly client: pg.Client;
  readonly schema: string;
  readonly #loaded = new Map<string, PlaneTable>();

  constructor(
    client: pg.Client,
    {
      standing,
      tables,
      schema,
    }: { standing: Standing; tables: readonly PlaneTable[]; schema: string },
  ) {
    this.client = client;
    this.standing = standing;
    this.tables = tables;
    this.schema = schema;
  }

  /** Takes one table's rows in COPY's text format. Throws `StageRefusal` for what has no place here. */
  async load(
    given: { name: string; columns: readonly string[] },
    rows: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    const table = this.tables.find(({ name }) => name === given.name);
    if (!table) throw new StageRefusal(`it holds a table that does not belong here`);
    if (this.#loaded.has(table.name)) throw new StageRefusal('it holds a table twice');
    const strange = given.columns.filter((column) => !table.columns.includes(column));
    const missing = ['tenant_id', 'id'].filter((column) => !given.columns.includes(column));
    if (strange.length + missing.length > 0 || new Set(given.columns).size < given.columns.length) {
      throw new StageRefusal(`its table ${table.name} has other columns`);
    }
    const loaded = { name: table.name, columns: [...given.columns] };
    const at = tableAt({ schemaName: this.schema }, table);
    await this.client.query('begin');
    try {
      await pipeline(rows, writeRows(this.client, { schemaName: this.schema }, loaded));
      await this.client.query('commit');
    } catch (error) {
      await this.client.query('rollback').catch(() => undefined);
      // Class 22: data that is no value of its column.
      if (/^22|^23/.test((error as { code?: string }).code ?? '')) {
        throw new StageRefusal(`rows of its table ${table.name} make no sense`);
      }
      throw error;
    }
    await this.client.query(`create index on ${at} (id); analyze ${at}`);
    this.#loaded.set(table.name, loaded);
  }

  /** Counts a table as loaded that `lay` fills by itself. */
  async adopt(table: PlaneTable, lay: () => Promise<void>): Promise<void> {
    await lay();
    const at = tableAt({ schemaName: this.schema }, table);
    await this.client.query(`create index on ${at} (id); analyze ${at}`);
    this.#loaded.set(table.name, table);
  }

  /** Throws `StageRefusal` unless every row is of the tenant that the archive names, and once. */
  async check(source: string): Promise<void> {
    for (const table of this.#loaded.values()) {
      const { rows } = await this.client.query<{ foreign: string; double: string }>(
        `select count(*) filter (where tenant_id is distinct from $1) as foreign,
           count(*) - count(distinct id) as double
         from ${tableAt({ schemaName: this.schema }, table)}`,
        [source],
      );
      if (Number(rows[0]?.foreign) > 0) throw new StageRefusal('it holds rows of somebody else');
      if (Number(rows[0]?.double) > 0) throw new StageRefusal('it holds a row twice');
    }
  }

  /** Digests of what was loaded, without the tenant's id. */
  async digests(source: string): Promise<Record<string, TableDigest>> {
    await this.client.query(`begin; ${plainText}`);
    const tables = [...this.#loaded.values()].map(withoutTenant);
    const place = { schemaName: this.schema, tenantId: source };
    const digests = await digestsOf(this.client, place, tables);
    await this.client.query('commit');
    return digests;
  }

  /** Ids of the files that what was loaded counts as ready. */
  async readyFiles(): Promise<string[]> {
    const { rows } = await this.client.query<{ id: string }>(
      `select id from ${tableAt({ schemaName: this.schema }, { name: 'files' })} where state = 'ready'`,
    );
    return rows.map(({ id }) => id);
  }

  /** Loaded tables with the columns that were given, parents first. */
  get loaded(): PlaneTable[] {
    return this.tables.flatMap(({ name }) => this.#loaded.get(name) ?? []);
  }
}

/** Opens a stage beside a tenant's rows; it is gone afterwards, and so is one left by a crash. */
export async function withStage<T>(
  servers: Servers,
  { standing, id }: { standing: Standing; id: string },
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const schema = `staging_${id.replaceAll('-', '')}`;
  return await onServer(urlOfPlane(servers, standing), async (client) => {
    const tables = (await planeTables(client, standing.schemaName)).filter(isArchived);
    const drop = `drop schema if exists ${pg.escapeIdentifier(schema)} cascade`;
    await client.query(`${drop}; create schema ${pg.escapeIdentifier(schema)}`);
    try {
      for (const table of tables) {
        await client.query(`create unlogged table ${tableAt({ schemaName: schema }, table)}
          (like ${tableAt(standing, table)} including defaults)`);
      }
      return await work(new Stage(client, { standing, tables, schema }));
    } finally {
      await client.query('rollback').catch(() => undefined);
      await client.query(drop);
    }
  });
}
