import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { MoveState } from '@/db/moves/move';
import type { TestDatabase } from '@/db/testing/database';

/** States of a move in which it can be held for as long as one likes, in their order. */
export const heldStates = ['waiting', 'copying', 'following', 'cutting', 'flipped'] as const;
export type HeldState = (typeof heldStates)[number];

/** Superuser URLs of the two databases that a move goes between. */
export interface Between {
  source: string;
  target: string;
}

export interface MoveRequest {
  tenantId: string;
  shardId: string;
  tier: 'pooled' | 'schema' | 'database';
}

const longestMs = 180_000;

/** Moves of a test database as staff would ask for them. */
export class HeldMoves {
  readonly #database: TestDatabase;

  constructor(database: TestDatabase) {
    this.#database = database;
  }

  async ask({ tenantId, shardId, tier }: MoveRequest, wish: 'finish' | 'follow') {
    const id = randomUUID();
    await this.#database.query(
      `insert into control.moves (id, tenant_id, target_tier, target_shard_id, reason, wish)
       values ($1, $2, $3, $4, 'a proof', $5)`,
      [id, tenantId, tier, shardId, wish],
    );
    return id;
  }

  /**
   * Begins a move between the shared tables of two databases and brings it into a state, where it
   * stays. `release` lets it go on.
   */
  async holdIn(state: HeldState, request: MoveRequest, between: Between) {
    const holds: pg.Client[] = [];
    const hold = async (url: string, text: string) => {
      const client = new pg.Client({ connectionString: url });
      client.on('error', () => undefined);
      await client.connect();
      holds.push(client);
      await client.query(`begin; ${text}`);
    };
    const early = state === 'waiting' || state === 'copying';
    if (state === 'waiting')
      await hold(between.target, 'lock table app.placements in exclusive mode');
    if (state === 'copying')
      await hold(between.target, 'lock table pooled.people in exclusive mode');
    const id = await this.ask(request, early ? 'finish' : 'follow');
    if (!early) await this.reach(id, ({ verified }) => verified);
    const tenant = pg.escapeLiteral(request.tenantId);
    if (state === 'cutting') {
      await hold(
        between.source,
        `select pg_advisory_xact_lock_shared(hashtextextended(${tenant}, 0))`,
      );
    }
    if (state === 'flipped') {
      await hold(
        between.target,
        `select 1 from app.placements where tenant_id = ${tenant} for update`,
      );
    }
    if (state === 'cutting' || state === 'flipped') await this.wish(id, 'finish');
    await this.reach(id, (now) => now.state === state);
    // Its worker is on its way into what holds it.
    await pause(100);
    const release = async () => {
      await Promise.all(holds.map((client) => client.end().catch(() => undefined)));
      if (state === 'following') await this.wish(id, 'finish');
    };
    return { id, release };
  }

  wish(id: string, wish: 'finish' | 'follow' | 'abandon') {
    return this.#database.query('update control.moves set wish = $2 where id = $1', [id, wish]);
  }

  done(id: string) {
    return this.reach(id, ({ state }) => state === 'done');
  }

  /** Waits for a move to be as wanted, through outages of the control plane. */
  async reach(id: string, wanted: (move: Seen) => boolean): Promise<Seen> {
    const until = performance.now() + longestMs;
    for (;;) {
      const seen = await this.#look(id).catch(() => undefined);
      if (seen && wanted(seen)) return seen;
      if (performance.now() > until) {
        throw new Error(`A move stayed ${seen?.state}: ${seen?.fault ?? 'no fault'}`);
      }
      await pause(5);
    }
  }

  async #look(id: string): Promise<Seen | undefined> {
    const rows = await this.#database.query<Seen>(
      `select state, fault, progress ? 'verified' as verified from control.moves where id = $1`,
      [id],
    );
    return rows[0];
  }
}

interface Seen {
  state: MoveState;
  fault: string | null;
  verified: boolean;
}
