import { and, asc, eq, exists, inArray, isNull, not, or } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { deletions, moves, placements, shardLoads, tenants } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { tiers } from '../../tenancy/tiers';
import { readShards, type ShardRow } from '../shards/shard-row';
import { fullShare, type Resident, Suggestion, suggestMoves } from './suggest';

/** Tenants looked at, and moves named, at a time: staff go through them one by one. */
const mostResidents = 200;
const mostShown = 20;

export const Suggestions = z.strictObject({ suggestions: z.array(Suggestion) });

/** Moves that would empty a shard, make room on one or give a loud tenant walls of its own. */
export async function listSuggestions({ db }: PlatformCtx): Promise<z.input<typeof Suggestions>> {
  const shards = await readShards(db);
  const residents = await readResidents(db, shards);
  return { suggestions: suggestMoves(shards, residents).slice(0, mostShown) };
}

async function readResidents(db: ControlDb, shards: readonly ShardRow[]): Promise<Resident[]> {
  const hot = new Map(
    (await db.select({ hot: shardLoads.hot }).from(shardLoads)).flatMap((load) =>
      load.hot.map(({ tenantId, writesPerMinute }) => [tenantId, writesPerMinute] as const),
    ),
  );
  const crowded = shards.filter(isCrowded).map(({ id }) => id);
  const rows = await db
    .select({
      tenantId: tenants.id,
      name: tenants.name,
      slug: tenants.slug,
      shardId: placements.shardId,
      tier: placements.tier,
    })
    .from(placements)
    .innerJoin(tenants, eq(tenants.id, placements.tenantId))
    .where(
      and(
        or(inArray(placements.shardId, crowded), inArray(tenants.id, [...hot.keys()])),
        inArray(tenants.status, ['active', 'suspended']),
        not(exists(openMoves(db))),
        not(exists(openDeletions(db))),
      ),
    )
    .orderBy(asc(tenants.createdAt), asc(tenants.id))
    .limit(mostResidents);
  return rows.map((row) => ({ ...row, writesPerMinute: hot.get(row.tenantId) ?? 0 }));
}

const isCrowded = ({ wanted, tenants: held, room }: ShardRow) =>
  wanted === 'draining' || tiers.some((tier) => held[tier] >= fullShare * room[tier]);

const openMoves = (db: ControlDb) =>
  db
    .select({ id: moves.id })
    .from(moves)
    .where(and(eq(moves.tenantId, tenants.id), isNull(moves.finishedAt)));

const openDeletions = (db: ControlDb) =>
  db
    .select({ id: deletions.id })
    .from(deletions)
    .where(
      and(eq(deletions.tenantId, tenants.id), inArray(deletions.state, ['waiting', 'removing'])),
    );
