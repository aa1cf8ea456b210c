import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { insertStaff } from '@/db/installation';
import { useCluster } from '@/db/testing/cluster';
import { hashPassword } from '@/lib/identity/passwords';
import { hashToken } from '@/lib/identity/secrets';
import { HeldMoves } from '../testing/held-move';
import { startOperator } from '../testing/operator';
import type { ProofContext } from '../testing/proof';
import {
  claimNeighbours,
  claimRefusals,
  claimReturn,
  longestMs,
  readFor,
  type Shown,
  settle,
  warm,
} from '../testing/shard-readers';
import { openShardWorld, type ShardWorld } from '../testing/shard-world';
import { type RunningWeb, send, startWeb } from '../testing/web';

export const name = 'shard-down';

const lengths = { small: { phaseMs: 3_000 }, full: { phaseMs: 20_000 } };

/** A shard is killed while tenants of two shards are read over HTTP, and comes back. */
export async function run({ adminUrl, scratch, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const house = await openShardWorld();
  const { world, second } = house;
  const shards = { second: second.urlOf('rowhouse_operator') };
  const operator = await startOperator(world.database, { dataDir: scratch, shards });
  const web = await startWeb(world.database, {
    dataDir: scratch,
    shards: { second: second.urlOf('rowhouse_web') },
    env: { ROWHOUSE_SECRET: world.database.servers.roleSecret },
  });
  try {
    const { phaseMs } = lengths[size];
    const shown: Shown = { house, web, size, claim, ...(await settle(house)) };
    await warm(shown);
    const [before] = await Promise.all([
      readFor(shown, 'primary', phaseMs),
      readFor(shown, 'second', phaseMs),
    ]);
    await second.kill();
    const [during] = await Promise.all([
      readFor(shown, 'primary', phaseMs),
      readFor(shown, 'second', phaseMs),
    ]);
    await claimRefusals(shown);
    await claimElsewhere(shown);
    await second.start();
    await claimReturn(shown);
    const after = await readFor(shown, 'primary', phaseMs);
    claimNeighbours(shown, { before, during, after });
  } finally {
    await Promise.all([web.stop(), operator.end('SIGTERM')]);
    await house.end();
  }
}

/** Staff see it, new tenants are placed elsewhere, a move there waits and can be given up. */
async function claimElsewhere({ house, web, tenants, claim }: Shown) {
  const { database } = house.world;
  const state = await stateOfEast(house, web);
  const slug = `t-${randomUUID().slice(0, 8)}`;
  const made = await house.world.tenant({ slug });
  const [row] = await database.query<{ connection: string }>(
    `select s.connection from control.placements p join control.shards s on s.id = p.shard_id
     where p.tenant_id = $1`,
    [made.tenantId],
  );
  const moves = new HeldMoves(database);
  const request = { tenantId: tenants.primary.tenantId, tier: 'pooled' as const };
  const id = await moves.ask({ ...request, shardId: house.shardIdOf('second') }, 'finish');
  const { fault } = await moves.reach(id, (now) => now.fault !== null);
  await moves.wish(id, 'abandon');
  const given = await moves.reach(id, (now) => now.state === 'abandoned').catch(() => undefined);
  claim({
    name: 'the house while a shard is down',
    figure: `staff see it ${state}; a new tenant goes to ${row?.connection}; a move there stops (${fault}) and is ${given ? 'given up' : 'stuck'}`,
    bound: 'down, primary, stops with its reason, given up',
    ok: state === 'down' && row?.connection === 'primary' && Boolean(fault) && Boolean(given),
  });
}

async function stateOfEast({ world }: ShardWorld, web: RunningWeb): Promise<string> {
  const token = randomUUID();
  await insertStaff(world.database.adminUrl, {
    email: 'rowan@rowhouse.example',
    name: 'Rowan',
    passwordHash: await hashPassword(token),
    tokenHash: hashToken(token),
  });
  const headers = { host: 'console.rowhouse.localhost', authorization: `Bearer ${token}` };
  const until = performance.now() + longestMs;
  for (;;) {
    const { body } = await send(web.port, { path: '/api/v1/shards', headers });
    const { shards } = JSON.parse(body) as { shards: { name: string; state: string }[] };
    const state = shards.find(({ name: one }) => one === 'East')?.state ?? 'unknown';
    if (state === 'down' || performance.now() > until) return state;
    await pause(200);
  }
}
