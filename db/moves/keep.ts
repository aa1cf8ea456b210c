import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';
import { alone } from './alone';
import { loadMove } from './move';
import { runMove } from './run';
import { clearAway } from './target';

const atOnce = 8;
/** How long a move that stops waits at most, seconds: longer where nobody waits for it. */
const longestWait = {
  waiting: 60,
  copying: 60,
  following: 5,
  cutting: 1,
  flipped: 1,
  done: 60,
  abandoned: 60,
};

export interface MoveNews {
  id: string;
  /** What was reached, or why it stopped. */
  state?: string;
  error?: unknown;
}

/** Works on open moves, each on its own: one that waits for a word holds up no other. */
export class MoveKeeper {
  readonly #servers: Servers;
  readonly #signal: AbortSignal | undefined;
  readonly #inHand = new Map<string, Promise<MoveNews | null>>();

  constructor(servers: Servers, signal?: AbortSignal) {
    this.#servers = servers;
    this.#signal = signal;
  }

  /**
   * Takes up every open move and every old copy that was asked to go, a few at a time, and does not
   * wait for them. A move that stops keeps its words and is taken up again after a wait that grows.
   */
  async visit(tell: (news: MoveNews) => void): Promise<void> {
    for (const move of await openMoves(this.#servers)) {
      if (this.#inHand.size >= atOnce) return;
      if (this.#inHand.has(move.id)) continue;
      const task = () => work(this.#servers, move.id, this.#signal);
      const running = alone(this.#servers, move.tenantId, task)
        .catch((error: unknown) => ({ id: move.id, error }))
        .finally(() => this.#inHand.delete(move.id));
      this.#inHand.set(move.id, running);
      void running.then((news) => news && tell(news));
    }
  }

  /** Resolves when nothing is in hand. */
  async settled(): Promise<void> {
    while (this.#inHand.size > 0) await Promise.all(this.#inHand.values());
  }
}

interface OpenMove {
  id: string;
  tenantId: string;
}

// Those that wait for a word come last.
const openMoves = (servers: Servers) =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<OpenMove>(
      `select id, tenant_id as "tenantId" from control.moves
       where coalesce(retry_at, now()) <= now() and released_at is null
         and (finished_at is null or release_asked_at is not null)
       order by wish = 'follow', created_at`,
    );
    return rows;
  });

async function work(servers: Servers, id: string, signal?: AbortSignal): Promise<MoveNews> {
  try {
    const { state } = await loadMove(servers, id);
    const isOver = state === 'done' || state === 'abandoned';
    if (!isOver) return { id, state: await runMove(servers, id, signal) };
    await release(servers, id);
    return { id, state: 'released' };
  } catch (error) {
    if (!signal?.aborted) await noteFault(servers, id, error);
    return { id, error };
  }
}

/** Removes the copy that a move left: at the old place, or where it was given up. */
async function release(servers: Servers, id: string) {
  const { tenantId, state, source, target } = await loadMove(servers, id);
  const place = state === 'done' ? source : target;
  if (place) await clearAway(servers, tenantId, place);
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
         retry_at = now() + make_interval(secs =>
           least(coalesce(($3::jsonb ->> state)::int, 60), power(2, least(faults, 10))))
       where id = $1`,
      [id, words.slice(0, 500), JSON.stringify(longestWait)],
    ),
  );
}
