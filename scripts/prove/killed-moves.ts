import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { MoveState } from '@/db/moves/move';
import { useCluster } from '@/db/testing/cluster';
import { openWorld, type World } from '@/lib/doors/testing';
import { type RunningOperator, startOperator } from '../testing/operator';
import type { ProofContext } from '../testing/proof';
import { audit, type Journal, startWriters } from '../testing/writers';

export const name = 'killed-moves';

const states: MoveState[] = ['waiting', 'copying', 'following', 'cutting', 'flipped'];
const tiers = ['schema', 'database', 'pooled'] as const;
const longestMs = 300_000;
/** A tenant that grew without bound would make each move longer than the one before. */
const writesPerSecond = 100;

/** A tenant moves while people write and the operator is killed again and again. */
export async function run({ adminUrl, scratch, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  const moving = await openMoving(world, scratch);
  try {
    const { tenantId } = await world.tenant();
    const writers = startWriters(tenantId, { writers: 3, perSecond: writesPerSecond });
    const rounds = size === 'full' ? 12 : 1;
    const killed: string[] = [];
    for (let at = 0; at < rounds * states.length; at++) {
      const state = states[at % states.length] as MoveState;
      const tier = tiers[at % tiers.length] as (typeof tiers)[number];
      killed.push(await moving.killedAt(tenantId, { state, tier }));
    }
    const journal = await writers.stop();
    const hits = killed.filter((seen) => seen !== 'missed').length;
    await judge(world, { tenantId, journal, hits, moves: killed.length, claim });
  } finally {
    await moving.end();
    await world.end();
  }
}

interface Outcome {
  tenantId: string;
  journal: Journal;
  hits: number;
  moves: number;
  claim: ProofContext['claim'];
}

async function judge(world: World, { tenantId, journal, hits, moves, claim }: Outcome) {
  const { lost, surplus, miscounted } = await audit(tenantId, journal);
  claim({
    name: 'writes during moves whose operator is killed',
    figure: `${moves} moves, ${hits} kills, ${journal.acknowledged.length} acknowledged, ${journal.doubtful.length} refused; ${lost} lost, ${surplus} doubled, ${miscounted} miscounted`,
    bound: '0 lost, 0 doubled, 0 miscounted',
    ok:
      lost + surplus + miscounted === 0 && hits > moves / 2 && journal.acknowledged.length > moves,
  });
  const homes = await activeHomes(world, tenantId);
  claim({ name: 'homes that serve the tenant', figure: homes, bound: '1', ok: homes === 1 });
}

async function activeHomes({ database }: World, tenantId: string): Promise<number> {
  const places = await database.query<{ name: string }>(
    `select database_name as name from control.homes where tier = 'database' and state <> 'preparing'`,
  );
  const text = `select count(*)::int as n from app.placements where tenant_id = $1 and state = 'active'`;
  let count = (await database.query<{ n: number }>(text, [tenantId]))[0]?.n ?? 0;
  for (const { name: databaseName } of places) {
    const [row] = await database.queryPlane<{ n: number }>(
      { databaseName, schemaName: 'tenant' } as never,
      text,
      [tenantId],
    );
    count += row?.n ?? 0;
  }
  return count;
}

/** Moves of a tenant by an operator that is killed on the way. */
async function openMoving({ database }: World, dataDir: string) {
  let operator: RunningOperator = await startOperator(database, { dataDir });
  const [shard] = await database.query<{ id: string }>('select id from control.shards');
  const stateOf = async (id: string) =>
    (
      await database.query<{ state: MoveState }>('select state from control.moves where id = $1', [
        id,
      ])
    )[0]?.state;
  const standOf = async (id: string) => {
    const text = 'select fault, faults, progress from control.moves where id = $1';
    return JSON.stringify((await database.query(text, [id]))[0]);
  };
  const reach = async (id: string, wanted: (state: MoveState | undefined) => boolean) => {
    const until = Date.now() + longestMs;
    for (let state = await stateOf(id); ; state = await stateOf(id)) {
      if (wanted(state)) return state;
      if (Date.now() > until) throw new Error(`A move stayed ${state}: ${await standOf(id)}`);
      await pause(2);
    }
  };
  return {
    /** Answers the state at the kill, or `missed` when the move was over before. */
    killedAt: async (
      tenantId: string,
      { state, tier }: { state: MoveState; tier: (typeof tiers)[number] },
    ): Promise<string> => {
      const id = randomUUID();
      await database.query(
        `insert into control.moves (id, tenant_id, target_tier, target_shard_id, reason)
         values ($1, $2, $3, $4, 'a proof')`,
        [id, tenantId, tier, shard?.id],
      );
      const past = states.slice(states.indexOf(state));
      const seen = await reach(id, (now) => past.includes(now as MoveState) || now === 'done');
      await pause(randomInt(40));
      await operator.end('SIGKILL');
      operator = await startOperator(database, { dataDir });
      await reach(id, (now) => now === 'done');
      return seen === 'done' ? 'missed' : String(seen);
    },
    end: () => operator.end('SIGTERM'),
  };
}
