import type pg from 'pg';
import type { PlaneAddress } from '../copy/plane';
import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';
import type { MovePlace, MoveProgress, moves } from '../schema/control';

export type MoveState = (typeof moves.$inferSelect)['state'];

/** A move as the operator works on it. */
export interface Move {
  readonly id: string;
  readonly tenantId: string;
  readonly state: MoveState;
  readonly wish: 'finish' | 'follow' | 'abandon';
  readonly targetTier: MovePlace['tier'];
  readonly targetShardId: string;
  readonly source: MovePlace | null;
  readonly target: MovePlace | null;
  readonly epoch: number | null;
  readonly snapshot: string | null;
  readonly horizon: string | null;
  readonly progress: MoveProgress;
  readonly faults: number;
}

/** A move whose two ends are known. */
export interface Route {
  readonly id: string;
  readonly tenantId: string;
  readonly source: MovePlace;
  readonly target: MovePlace;
  readonly epoch: number;
}

const columns = `id, tenant_id as "tenantId", state, wish, target_tier as "targetTier",
  target_shard_id as "targetShardId", source, target, epoch, snapshot, horizon, progress, faults`;

export async function loadMove(servers: Servers, id: string): Promise<Move> {
  const [move] = await onControl(
    servers,
    async (control) =>
      (await control.query<Move>(`select ${columns} from control.moves where id = $1`, [id])).rows,
  );
  if (!move) throw new Error(`There is no move ${id}.`);
  return move;
}

export function routeOf({ id, tenantId, source, target, epoch }: Move): Route {
  if (!source || !target || epoch === null) throw new Error(`Move ${id} has no ends yet.`);
  return { id, tenantId, source, target, epoch };
}

/** Whether both ends keep their placements in one table. */
export const sharesDatabase = ({ source, target }: Pick<Route, 'source' | 'target'>) =>
  source.connection === target.connection && source.databaseName === target.databaseName;

export const addressIn = (place: MovePlace, tenantId: string): PlaneAddress => ({
  tenantId,
  connection: place.connection,
  databaseName: place.databaseName,
  schemaName: place.schemaName,
});

interface Change {
  source?: MovePlace;
  target?: MovePlace;
  epoch?: number;
  snapshot?: string | null;
  horizon?: string | null;
}

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

/**
 * Takes a move from one state to the next. False when it is no longer in that state, so that of two
 * who would decide, one does.
 */
export async function advance(
  control: pg.ClientBase,
  id: string,
  [from, to]: readonly [MoveState, MoveState],
  change: Change = {},
): Promise<boolean> {
  const finished = to === 'done' || to === 'abandoned';
  const done = await control.query(
    `update control.moves set state = $3, changed_at = now(), fault = null, retry_at = null,
       finished_at = case when $4 then now() end,
       source = coalesce($5, source), target = coalesce($6, target), epoch = coalesce($7, epoch),
       snapshot = coalesce($8, snapshot), horizon = coalesce($9, horizon)
     where id = $1 and state = $2`,
    [
      id,
      from,
      to,
      finished,
      json(change.source),
      json(change.target),
      change.epoch ?? null,
      change.snapshot ?? null,
      change.horizon ?? null,
    ],
  );
  return done.rowCount === 1;
}

/** Notes what the copy holds now, and how far it has come. */
export async function noteProgress(
  control: pg.ClientBase,
  id: string,
  progress: MoveProgress,
  held: { snapshot: string; horizon: string } | null = null,
): Promise<void> {
  await control.query(
    `update control.moves set progress = progress || $2, changed_at = now(),
       snapshot = coalesce($3, snapshot), horizon = coalesce($4, horizon) where id = $1`,
    [id, JSON.stringify(progress), held?.snapshot ?? null, held?.horizon ?? null],
  );
}
