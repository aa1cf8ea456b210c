import { z } from 'zod';
import { moveStates, type moves } from '@/db/schema/control';
import { tiers } from '../../tenancy/tiers';
import { Reason } from '../reason';

export const MoveId = z.strictObject({ moveId: z.uuid() });
export const MoveWithReason = MoveId.extend({ reason: Reason });

const MoveEnd = z.strictObject({
  tier: z.enum(tiers),
  shardId: z.uuid(),
  /** The shard's name. */
  shard: z.string(),
  database: z.string().nullable(),
  schema: z.string().nullable(),
});

export const MoveDetail = z.strictObject({
  id: z.uuid(),
  tenant: z.strictObject({ id: z.uuid(), name: z.string(), slug: z.string() }),
  state: z.enum(moveStates),
  wish: z.enum(['finish', 'follow', 'abandon']),
  /** Null until the move has begun. */
  from: MoveEnd.nullable(),
  to: MoveEnd,
  progress: z.strictObject({
    rowsTotal: z.number().int().nullable(),
    rowsCopied: z.number().int().nullable(),
    /** How often changes were brought over, and how many rows the last time. */
    passes: z.number().int(),
    lastPassRows: z.number().int(),
    /** Tables whose rows and sums were found the same on both sides. */
    verifiedTables: z.number().int(),
    verifiedRows: z.number().int(),
    repaired: z.number().int(),
    /** How often the cut-over was put off because somebody's transaction stayed open. */
    putOff: z.number().int(),
    /** Milliseconds in which writes waited; null before. */
    pauseMs: z.number().int().nullable(),
  }),
  reason: z.string(),
  fault: z.string().nullable(),
  faults: z.number().int(),
  createdAt: z.coerce.date(),
  changedAt: z.coerce.date(),
  finishedAt: z.coerce.date().nullable(),
  /** Whether the copy at the old place is kept, on its way out, or gone. */
  oldCopy: z.enum(['none', 'kept', 'leaving', 'gone']),
});
export type MoveDetail = z.input<typeof MoveDetail>;

type Row = typeof moves.$inferSelect;

interface Around {
  tenant: MoveDetail['tenant'];
  shardNames: ReadonlyMap<string, string>;
}

export function detailOf(move: Row, { tenant, shardNames }: Around): MoveDetail {
  const named = (shardId: string) => shardNames.get(shardId) ?? shardId;
  const endOf = (place: NonNullable<Row['source']>) => ({
    tier: place.tier,
    shardId: place.shardId,
    shard: named(place.shardId),
    database: place.databaseName,
    schema: place.schemaName,
  });
  const { targetTier: tier, targetShardId: shardId } = move;
  const asked = { tier, shardId, shard: named(shardId) };
  return {
    id: move.id,
    tenant,
    state: move.state,
    wish: move.wish,
    from: move.source ? endOf(move.source) : null,
    to: move.target ? endOf(move.target) : { ...asked, database: null, schema: null },
    progress: progressOf(move),
    reason: move.reason,
    fault: move.fault,
    faults: move.faults,
    createdAt: move.createdAt,
    changedAt: move.changedAt,
    finishedAt: move.finishedAt,
    oldCopy: oldCopyOf(move),
  };
}

function progressOf({ progress }: Row): MoveDetail['progress'] {
  const verified = Object.values(progress.verified ?? {});
  return {
    rowsTotal: progress.rowsTotal ?? null,
    rowsCopied: progress.rowsCopied ?? null,
    passes: progress.passes ?? 0,
    lastPassRows: progress.lastPassRows ?? 0,
    verifiedTables: verified.length,
    verifiedRows: verified.reduce((sum, { rows }) => sum + rows, 0),
    repaired: progress.repaired ?? 0,
    putOff: progress.putOff ?? 0,
    pauseMs: progress.pauseMs ?? null,
  };
}

function oldCopyOf({ state, releasedAt, releaseAskedAt }: Row): MoveDetail['oldCopy'] {
  if (state === 'abandoned' && releaseAskedAt && !releasedAt) return 'leaving';
  if (state !== 'done') return 'none';
  if (releasedAt) return 'gone';
  return releaseAskedAt ? 'leaving' : 'kept';
}
