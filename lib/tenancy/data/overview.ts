import { count, is, sql, sum } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { placements, shards } from '@/db/schema/control';
import * as schema from '@/db/schema/tenant';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { tiers } from '../tiers';

export const TableSize = z.strictObject({
  name: z.string(),
  rows: z.number().int(),
  /** Rows times the average of the first thousand. */
  estimatedBytes: z.number().int(),
});
export type TableSize = z.output<typeof TableSize>;

export const DataOverview = z.strictObject({
  tier: z.enum(tiers),
  shard: z.string(),
  movedAt: z.coerce.date(),
  tables: z.array(TableSize),
  files: z.strictObject({ count: z.number().int(), bytes: z.number().int() }),
});

const tables = Object.values(schema)
  .filter((value) => is(value, PgTable))
  .map((value) => value as PgTable)
  .map((table) => ({ table, name: getTableConfig(table).name }))
  .sort((a, b) => a.name.localeCompare(b.name));

/** Where this tenant's data lives and how much there is of it. */
export async function getDataOverview(ctx: TenantCtx): Promise<z.input<typeof DataOverview>> {
  const [place] = await ctx.readControl((db) =>
    db
      .select({ tier: placements.tier, shardId: placements.shardId, movedAt: placements.changedAt })
      .from(placements),
  );
  if (!place) throw notFound('The placement');
  const shardNames = await ctx.readControl((db) =>
    db.select({ id: shards.id, name: shards.name }).from(shards),
  );
  const [sizes, files] = [await measureTables(ctx.db), await measureFiles(ctx.db)];
  return {
    tier: place.tier,
    shard: shardNames.find(({ id }) => id === place.shardId)?.name ?? 'unknown',
    movedAt: place.movedAt,
    tables: sizes,
    files,
  };
}

/** Rows of every table of the tenant in scope, and about how many bytes they take. */
export async function measureTables(db: TenantDb): Promise<TableSize[]> {
  const sizes: TableSize[] = [];
  for (const { table, name } of tables) {
    const sample = db.select().from(table).limit(1000).as('sample');
    const [[counted], [measured]] = await db.batch([
      db.select({ rows: count() }).from(table),
      db.select({ average: sql<string | null>`avg(pg_column_size(sample.*))` }).from(sample),
    ]);
    const rows = counted?.rows ?? 0;
    const estimatedBytes = Math.round(rows * Number(measured?.average ?? 0));
    sizes.push({ name, rows, estimatedBytes });
  }
  return sizes;
}

/** Files ready to be served, and their bytes. */
export async function measureFiles(db: TenantDb) {
  const [row] = await db
    .select({ count: count(), bytes: sum(schema.files.sizeBytes) })
    .from(schema.files)
    .where(sql`state = 'ready'`);
  return { count: row?.count ?? 0, bytes: Number(row?.bytes ?? 0) };
}
