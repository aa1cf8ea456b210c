import { and, asc, count, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { homes, moves, operations, placements, shards, tenants } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { measureTables } from '../../tenancy/data/overview';
import { tiers } from '../../tenancy/tiers';

/** Rows a second that a copy reaches on a small machine; the estimate errs on the slow side. */
const rowsPerSecond = 10_000;

export const MoveTarget = z.strictObject({
  id: z.uuid(),
  tier: z.enum(tiers),
  shardId: z.uuid(),
});
type MoveTarget = z.output<typeof MoveTarget>;

export const MovePlan = z.strictObject({
  /** What must hold before the move may begin. */
  checks: z.array(z.strictObject({ id: z.string(), ok: z.boolean(), text: z.string() })),
  ready: z.boolean(),
  rows: z.number().int(),
  bytes: z.number().int(),
  /** Seconds that copying is likely to take, while people go on working. */
  copySeconds: z.number().int(),
});
type MovePlan = z.input<typeof MovePlan>;

/** What a move would mean: what stands against it, how much there is, how long it takes. */
export async function planMove(ctx: PlatformCtx, target: MoveTarget): Promise<MovePlan> {
  const checks = await checkMove(ctx.db, target);
  const sizes = await ctx.measureTenant(target.id, measureTables);
  const rows = sizes.reduce((sum, table) => sum + table.rows, 0);
  return {
    checks,
    ready: checks.every(({ ok }) => ok),
    rows,
    bytes: sizes.reduce((sum, table) => sum + table.estimatedBytes, 0),
    copySeconds: Math.ceil(rows / rowsPerSecond),
  };
}

/** Each condition of a move with whether it holds. Throws `not_found` for an unknown tenant. */
export async function checkMove(
  db: ControlDb,
  { id, tier, shardId }: MoveTarget,
): Promise<MovePlan['checks']> {
  const [tenant] = await db
    .select({ status: tenants.status, place: placements })
    .from(tenants)
    .innerJoin(placements, eq(placements.tenantId, tenants.id))
    .where(eq(tenants.id, id));
  if (!tenant) throw notFound('This tenant');
  const [shard] = await db.select().from(shards).where(eq(shards.id, shardId));
  const there = tenant.place.tier === tier && tenant.place.shardId === shardId;
  return [
    {
      id: 'elsewhere',
      ok: !there,
      text: there ? 'It lives there already.' : 'It lives elsewhere.',
    },
    await checkShard(db, { shard, tier }),
    await checkOtherMoves(db, id),
    await checkRestores(db, id),
    {
      id: 'status',
      ok: tenant.status === 'active' || tenant.status === 'suspended',
      text: `The tenant is ${tenant.status}.`,
    },
  ];
}

async function checkShard(
  db: ControlDb,
  { shard, tier }: { shard: typeof shards.$inferSelect | undefined; tier: MoveTarget['tier'] },
) {
  if (!shard) return { id: 'shard', ok: false, text: 'There is no such shard.' };
  if (shard.state !== 'open') {
    return { id: 'shard', ok: false, text: `${shard.name} takes nobody: it is ${shard.state}.` };
  }
  if (tier === 'pooled') {
    return { id: 'shard', ok: true, text: `${shard.name} is open; its shared tables stand ready.` };
  }
  const [stock] = await db
    .select({ n: count() })
    .from(homes)
    .where(and(eq(homes.shardId, shard.id), eq(homes.tier, tier), eq(homes.state, 'ready')));
  const ready = (stock?.n ?? 0) > 0;
  const text = ready
    ? `${shard.name} is open; an empty ${tier} stands ready.`
    : `${shard.name} is open; a ${tier} will be made first.`;
  return { id: 'shard', ok: true, text };
}

/** An old copy on its way out may stand where the tenant would go. */
const isLeaving = and(
  eq(moves.state, 'done'),
  isNotNull(moves.releaseAskedAt),
  isNull(moves.releasedAt),
);

async function checkOtherMoves(db: ControlDb, tenantId: string) {
  const open = await db
    .select({ id: moves.id })
    .from(moves)
    .where(and(eq(moves.tenantId, tenantId), or(isNull(moves.finishedAt), isLeaving)));
  const ok = open.length === 0;
  return {
    id: 'alone',
    ok,
    text: ok ? 'No other move of it is under way.' : 'Another move of it is under way.',
  };
}

/** A restore changes rows in place and raises the epoch, which a move would stop at. */
async function checkRestores(db: ControlDb, tenantId: string) {
  const open = await db
    .select({ id: operations.id })
    .from(operations)
    .where(
      and(
        eq(operations.tenantId, tenantId),
        inArray(operations.state, ['queued', 'running']),
        eq(operations.kind, 'restore.in_place'),
      ),
    );
  const ok = open.length === 0;
  return { id: 'restore', ok, text: ok ? 'It is not being restored.' : 'It is being restored.' };
}

export const MoveTargets = z.strictObject({
  shards: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
});

/** Shards that take tenants. */
export async function listMoveTargets({ db }: PlatformCtx): Promise<z.input<typeof MoveTargets>> {
  const open = await db
    .select({ id: shards.id, name: shards.name })
    .from(shards)
    .where(eq(shards.state, 'open'))
    .orderBy(asc(shards.name));
  return { shards: open };
}
