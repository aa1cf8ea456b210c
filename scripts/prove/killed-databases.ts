import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { useCluster } from '@/db/testing/cluster';
import { killServer } from '@/db/testing/kill-server';
import { openTwoServers, type TwoServers } from '@/db/testing/two-servers';
import { writeGate } from '@/db/wire/gate';
import { startPostgres } from '../postgres/start.mjs';
import { HeldMoves, type HeldState, heldStates } from '../testing/held-move';
import { startOperator } from '../testing/operator';
import type { ProofContext } from '../testing/proof';
import { audit, type Journal, startWriters } from '../testing/writers';

export const name = 'killed-databases';

type Side = 'primary' | 'second';
type Round = readonly [HeldState, 'source' | 'target'];

const everyRound: Round[] = heldStates.flatMap((state) => [
  [state, 'source'],
  [state, 'target'],
]);
const fewRounds: Round[] = [
  ['copying', 'source'],
  ['cutting', 'target'],
  ['flipped', 'target'],
  ['cutting', 'source'],
];
const downMs = 400;

/**
 * A tenant moves to and fro between two durable servers while people write; in each state of a move
 * the server of one end is killed with all its processes and started again on its data. One of the
 * two holds the control plane as well.
 */
export async function run({ scratch, size, claim }: ProofContext) {
  const primary = await openPrimary(join(scratch, 'primary'));
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(primary.url);
  const two = await openTwoServers({ durable: true });
  const shards = { second: two.second.urlOf('rowhouse_operator') };
  const operator = await startOperator(two.database, { dataDir: scratch, shards });
  try {
    await two.database.query('update control.shards set ready_schemas = 0, ready_databases = 0');
    const tenantId = await two.settle('primary');
    const writers = startWriters(tenantId, { writers: 3, perSecond: 150 });
    const rounds = size === 'full' ? [...everyRound, ...everyRound.toReversed()] : fewRounds;
    const wrong: string[] = [];
    for (const [at, round] of rounds.entries()) {
      const from: Side = at % 2 === 0 ? 'primary' : 'second';
      const end = { primary, two, tenantId };
      wrong.push(...(await killIn(round, from, end)));
    }
    const journal = await writers.stop();
    await judge({ tenantId, journal, kills: rounds.length, wrong, claim });
  } finally {
    await operator.end('SIGTERM');
    await two.end();
    await primary.stop();
  }
}

async function openPrimary(dataDir: string) {
  let server = await startPostgres({ dataDir, durable: true });
  const { url, port } = server;
  return {
    url,
    kill: async () => {
      killServer(server.cluster);
      await server.exited;
    },
    start: async () => {
      server = await startPostgres({ dataDir, port, durable: true });
    },
    stop: () => server.stop(),
  };
}

interface Setting {
  primary: Awaited<ReturnType<typeof openPrimary>>;
  two: TwoServers;
  tenantId: string;
}

/** One move with its kill; answers what was not as it must be. */
async function killIn([state, victim]: Round, from: Side, { primary, two, tenantId }: Setting) {
  const to: Side = from === 'primary' ? 'second' : 'primary';
  const urls = { primary: two.database.adminUrl, second: two.second.adminUrl };
  const moves = new HeldMoves(two.database);
  const request = { tenantId, tier: 'pooled' as const, shardId: two.shardOf(to).shardId };
  const move = await moves.holdIn(state, request, { source: urls[from], target: urls[to] });
  const server = { primary, second: two.second }[victim === 'source' ? from : to];
  await server.kill();
  await pause(downMs);
  await server.start();
  await move.release();
  await moves.done(move.id);
  const where = `${state}, ${victim} killed`;
  const wrong: string[] = [];
  if (await admits(webUrl(two, from), tenantId))
    wrong.push(`${where}: the old home admits writers`);
  if (!(await admits(webUrl(two, to), tenantId))) wrong.push(`${where}: the new home refuses`);
  return wrong;
}

const webUrl = (two: TwoServers, side: Side) =>
  (side === 'primary' ? two.database : two.second).urlOf('rowhouse_web');

const unit = { statementTimeoutMs: 5_000, lockTimeoutMs: 5_000, actorId: null };
const manyEpochs = 60;

/** Whether a database lets a writer in under any epoch there may have been. */
async function admits(url: string, tenantId: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (let epoch = 1; epoch <= manyEpochs; epoch++) {
      if (await enters(client, tenantId, String(epoch))) return true;
    }
    return false;
  } finally {
    await client.end();
  }
}

async function enters(client: pg.Client, tenantId: string, epoch: string): Promise<boolean> {
  await client.query('begin');
  try {
    for (const { text, values } of writeGate(
      { tenantId, epoch },
      { ...unit, requestId: tenantId },
    )) {
      await client.query(text, [...values]);
    }
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '55006') return false;
    throw error;
  } finally {
    await client.query('rollback');
  }
}

interface Outcome {
  tenantId: string;
  journal: Journal;
  kills: number;
  wrong: string[];
  claim: ProofContext['claim'];
}

async function judge({ tenantId, journal, kills, wrong, claim }: Outcome) {
  const { lost, surplus, miscounted } = await audit(tenantId, journal);
  claim({
    name: 'writes while the servers of a move are killed and started again',
    figure: `${kills} moves, ${kills} kills, ${journal.acknowledged.length} acknowledged, ${journal.doubtful.length} not; ${lost} lost, ${surplus} doubled, ${miscounted} miscounted`,
    bound: '0 lost, 0 doubled, 0 miscounted',
    ok: lost + surplus + miscounted === 0 && journal.acknowledged.length > kills,
  });
  claim({
    name: 'homes after each of these moves',
    figure: wrong.length === 0 ? `1 admits writers, 1 refuses` : wrong.join('\n  '),
    bound: 'the new one admits, the old one refuses',
    ok: wrong.length === 0,
  });
}
