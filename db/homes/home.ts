import type { homes, Tier } from '../schema/control';

export type HomeTier = (typeof homes.$inferSelect)['tier'];

/** Where a tenant's rows are to live, and who may enter there. */
export interface Place {
  readonly shardId: string;
  /** Name of the connection that reaches the shard. */
  readonly connection: string;
  readonly tier: Tier;
  readonly databaseName: string;
  readonly schemaName: string;
  readonly roleName: string;
}

/** A schema or database for one tenant. */
export interface Home extends Place {
  /** Id of the home, and of a tenant that opens in it. */
  readonly id: string;
  readonly tier: HomeTier;
}

/** Name of a home's role, and of its schema or database. */
export const homeName = (id: string) => `home_${id.replaceAll('-', '')}`;

/** Schema of the tenant plane in a database of a tenant's own. */
export const ownSchema = 'tenant';

/** Columns of `Home` from `control.homes h` joined with `control.shards s`. */
export const homeColumns = `h.id, h.shard_id as "shardId", s.connection, h.tier,
  h.database_name as "databaseName", h.schema_name as "schemaName", h.role_name as "roleName"`;
