import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { insertStaff } from '@/db/installation';
import { hashPassword } from '@/lib/identity/passwords/hashing';
import { hashToken } from '@/lib/identity/secrets';
import { HeldMoves } from '../testing/held-move';
import type { ProofContext } from '../testing/proof';
import {
  claimNeighbours,
  claimRefusals,
  claimReturn,
  longestMs,
  overTwoShards,
  readBoth,
  readFor,
  type Shown,
} from '../testing/shard-readers';
import type { ShardWorld } from '../testing/shard-world';
import { type RunningWeb, send } from '../testing/web';

export const name = 'shard-down';

/** A shard is killed while tenants of two shards are read over HTTP, and comes back. */
export const run = (context: ProofContext) =>
  overTwoShards(context, async (shown, phaseMs) => {
    const { second } = shown.house;
    const before = await readBoth(shown, phaseMs);
    await second.kill();
    const during = await readBoth(shown, phaseMs);
    await claimRefusals(shown);
    await claimElsewhere(shown);
    await second.start();
    await claimReturn(shown);
    const after = await readFor(shown, 'primary', phaseMs);
    claimNeighbours(shown, { before, during, after });
  });

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
