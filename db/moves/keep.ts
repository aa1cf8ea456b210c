import type pg from 'pg';
import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';
import { loadMove } from './move';
import { runMove } from './run';
import { clearAway } from './target';

const atOnce = 2;
const longestWaitSeconds = 60;

export interface MoveNews {
  id: string;
  /** What was reached, or why it stopped. */
  state?: string;
  error?: unknown;
}

/**
 * Takes every open move as far as it goes, and removes old copies that were asked to go. A move that
 * stops keeps its words and is taken up again after a wait that grows; others do not wait for it.
 */
export async function keepMoves(servers: Servers, signal?: AbortSignal): Promise<MoveNews[]> {
  const waiting = await openMoves(servers);
  const news: MoveNews[] = [];
  const next = async (): Promise<void> => {
    const id = waiting.shift();
    if (!id) return;
    const told = await alone(servers, id, () => work(servers, id, signal));
    if (told) news.push(told);
    await next();
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return news;
}

const openMoves = (servers: Servers) =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<{ id: string }>(
      `select id from control.moves
       where coalesce(retry_at, now()) <= now() and released_at is null
         and (finished_at is null or state = 'done' and release_asked_at is not null)
       order by created_at`,
    );
    return rows.map(({ id }) => id);
  });

/** One worker a move; the lock goes with the worker's line to the control plane. */
const alone = <T>(servers: Servers, id: string, task: () => Promise<T>): Promise<T | null> =>
  onControl(servers, async (control: pg.Client) => {
    const { rows } = await control.query<{ had: boolean }>(
      `select pg_try_advisory_lock(hashtextextended('move ' || $1, 0)) as had`,
      [id],
    );
    return rows[0]?.had ? await task() : null;
  });

async function work(servers: Servers, id: string, signal?: AbortSignal): Promise<MoveNews> {
  try {
    const { state } = await loadMove(servers, id);
    if (state !== 'done') return { id, state: await runMove(servers, id, signal) };
    await releaseSource(servers, id);
    return { id, state: 'released' };
  } catch (error) {
    if (!signal?.aborted) await noteFault(servers, id, error);
    return { id, error };
  }
}

/** Removes the copy that a finished move left at the old place. */
async function releaseSource(servers: Servers, id: string) {
  const { tenantId, source } = await loadMove(servers, id);
  if (source) await clearAway(servers, tenantId, source);
  await onControl(servers, (control) =>
    control.query(
      `update control.moves set released_at = now(), fault = null, changed_at = now() where id = $1`,
      [id],
    ),
  );
}

async function noteFault(servers: Servers, id: string, error: unknown) {
  const words = error instanceof Error ? error.message : String(error);
  await onControl(servers, (control) =>
    control.query(
      `update control.moves set fault = $2, faults = faults + 1, changed_at = now(),
         retry_at = now() + make_interval(secs => least($3, power(2, least(faults, 10))))
       where id = $1`,
      [id, words.slice(0, 500), longestWaitSeconds],
    ),
  );
}
