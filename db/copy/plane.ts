import type pg from 'pg';
import { onControl } from '../homes/prepare';
import { operatorUrl, type Servers } from '../homes/servers';
import type { Tier } from '../schema/control';

/** Where one tenant's rows stand, as the operator reaches them. */
export interface PlaneAddress {
  readonly tenantId: string;
  /** Name of the connection that reaches the server. */
  readonly connection: string;
  readonly databaseName: string;
  readonly schemaName: string;
}

/** A tenant's place as the control plane knows it. */
export interface Standing extends PlaneAddress {
  readonly shardId: string;
  readonly tier: Tier;
  readonly roleName: string;
  readonly epoch: number;
  readonly state: 'active' | 'fenced' | 'moved';
}

export interface PlaneTable {
  readonly name: string;
  /** Columns that are stored as given, in the table's order. */
  readonly columns: readonly string[];
}

/** URL of the operator on the database that an address names. */
export const urlOfPlane = (servers: Servers, { connection, databaseName }: PlaneAddress): string =>
  operatorUrl(servers, connection, databaseName);

/** Where a tenant's rows stand now. Throws when there is no such tenant. */
export async function standingOf(servers: Servers, tenantId: string): Promise<Standing> {
  const { rows } = await onControl(servers, (control) =>
    control.query<Standing>(
      `select p.tenant_id as "tenantId", p.shard_id as "shardId", s.connection, p.tier,
         p.database_name as "databaseName", p.schema_name as "schemaName",
         p.role_name as "roleName", p.epoch::int as epoch, p.state
       from control.placements p join control.shards s on s.id = p.shard_id
       where p.tenant_id = $1`,
      [tenantId],
    ),
  );
  if (!rows[0]) throw new Error(`No tenant ${tenantId} is placed anywhere.`);
  return rows[0];
}

/** Tables of the tenant plane in a schema, parents before children; a table's link to itself aside. */
export async function planeTables(client: pg.ClientBase, schema: string): Promise<PlaneTable[]> {
  const { rows } = await client.query<PlaneTable & { parents: string[] }>(
    `select c.relname as name,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
         and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select distinct p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
         where f.conrelid = c.oid and f.contype = 'f' and p.oid <> c.oid) as parents
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind = 'r' order by c.relname`,
    [schema],
  );
  const placed = new Set<string>();
  const ordered: PlaneTable[] = [];
  while (ordered.length < rows.length) {
    const next = rows.find(
      ({ name, parents }) => !placed.has(name) && parents.every((parent) => placed.has(parent)),
    );
    if (!next) throw new Error(`Tables of ${schema} refer to each other in a circle.`);
    placed.add(next.name);
    ordered.push({ name: next.name, columns: next.columns });
  }
  return ordered;
}
