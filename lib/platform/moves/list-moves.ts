import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { moves, shards, tenants } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { detailOf, MoveDetail } from './shapes';

const mostShown = 100;

export const MoveQuery = z.strictObject({
  tenantId: z.uuid().optional(),
  /** `open` are those under way; without it, all. */
  state: z.enum(['open', 'finished']).optional(),
});

export const MoveList = z.strictObject({ moves: z.array(MoveDetail) });

/** The latest hundred moves that match, newest first. */
export async function listMoves(
  { db }: PlatformCtx,
  { tenantId, state }: z.output<typeof MoveQuery>,
): Promise<z.input<typeof MoveList>> {
  const rows = await select(db)
    .where(
      and(
        tenantId ? eq(moves.tenantId, tenantId) : undefined,
        state === 'open' ? isNull(moves.finishedAt) : undefined,
        state === 'finished' ? isNotNull(moves.finishedAt) : undefined,
      ),
    )
    .orderBy(desc(moves.createdAt), desc(moves.id))
    .limit(mostShown);
  const shardNames = await namesOfShards(db);
  return { moves: rows.map(({ move, tenant }) => detailOf(move, { tenant, shardNames })) };
}

/** One move with how far it has come. Throws `not_found`. */
export async function getMove(
  { db }: PlatformCtx,
  { moveId }: { moveId: string },
): Promise<z.input<typeof MoveDetail>> {
  const [found] = await select(db).where(eq(moves.id, moveId));
  if (!found) throw notFound('This move');
  return detailOf(found.move, { tenant: found.tenant, shardNames: await namesOfShards(db) });
}

const select = (db: ControlDb) =>
  db
    .select({ move: moves, tenant: { id: tenants.id, name: tenants.name, slug: tenants.slug } })
    .from(moves)
    .innerJoin(tenants, eq(tenants.id, moves.tenantId))
    .$dynamic();

async function namesOfShards(db: ControlDb) {
  const rows = await db.select({ id: shards.id, name: shards.name }).from(shards);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
