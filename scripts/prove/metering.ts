import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { useCluster } from '@/db/testing/cluster';
import { noteUsage, type UsageEvent } from '@/db/usage/note';
import { sealHours } from '@/db/usage/seal';
import { openWorld, type World } from '@/lib/doors/testing';
import { startProgram } from '../testing/program';
import type { ProofContext } from '../testing/proof';
import { pick, seeded } from '../testing/random-views';
import { differences, hourMs, hoursOf, sumsOf } from '../testing/usage-sums';

export const name = 'metering';

const sizes = {
  small: { events: 4_000, tenants: 8, kills: 4, hands: 3 },
  full: { events: 100_000, tenants: 60, kills: 40, hands: 20 },
};

/**
 * Events of many tenants, told several times, out of order and late, while whoever seals hours is
 * killed again and again: what is sealed is what happened. Then processes that count are killed.
 */
export async function run(context: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(context.adminUrl);
  const world = await openWorld();
  try {
    await claimSealed(world, context);
    await claimCounted(world, context);
  } finally {
    await world.end();
  }
}

const meters = ['requests', 'computing', 'database'] as const;
const modules = ['tasks', 'collections', null];

async function claimSealed(world: World, { size, scratch, claim }: ProofContext) {
  const { events: count, tenants: tenantCount, kills } = sizes[size];
  const random = seeded(20_261_123);
  const tenants: string[] = [];
  for (let n = 0; n < tenantCount; n++) tenants.push((await world.tenant()).tenantId);
  const people = [uuidv7(), uuidv7(), null];
  const over = Math.floor((Date.now() - 10 * 60_000) / hourMs) * hourMs;
  const events = Array.from(
    { length: count },
    (): UsageEvent => ({
      ...{ id: uuidv7(), tenantId: pick(random, tenants), meter: pick(random, [...meters]) },
      at: new Date(over - Math.ceil(random() * 5 * hourMs)).toISOString(),
      quantity: Math.ceil(random() * 1_000),
      ...{ actorId: pick(random, people), tokenId: null, module: pick(random, modules) },
    }),
  );
  const start = () => startSealer(world, scratch);
  let sealer = await start();
  let killed = 0;
  let copies = 0;
  const batch = Math.ceil(count / (kills * 8));
  for (let at = 0, turn = 0; at < count; at += batch, turn++) {
    const told = events.slice(at, at + batch);
    const earlier = events.slice(0, at).filter(() => random() < 0.02);
    copies += told.length + earlier.length;
    const before = await countHours(world);
    await Promise.all([noteUsage(told), noteUsage(told), noteUsage(earlier)]);
    if (turn % 8 === 0) await sealing(world, before);
    if (turn % 8 !== 7) continue;
    await sealer.end('SIGKILL');
    killed += 1;
    sealer = await start();
  }
  await sealer.end('SIGKILL');
  await Promise.all([sealHours(world.database.servers), sealHours(world.database.servers)]);
  const rows = await hoursOf(world, 'usage_hours', `''::text`);
  const parts = await hoursOf(
    world,
    'usage_parts',
    `coalesce(actor_id::text, '') || coalesce(module, '')`,
  );
  const wrong = [
    ...differences(
      sumsOf(events, () => ''),
      rows,
    ),
    ...differences(
      sumsOf(
        events.filter(({ actorId, module }) => actorId || module),
        ({ actorId, module }) => `${actorId ?? ''}${module ?? ''}`,
      ),
      parts,
    ),
  ];
  const [late] = await world.database.query<{ n: string }>(
    'select count(*) as n from control.usage_hours where sequence > 0',
  );
  claim({
    name: `sums of hours, members and modules that differ from ${count} events of ${tenantCount} tenants, with ${copies} copies, ${late?.n} corrections and ${killed} kills of whoever seals`,
    figure: wrong.slice(0, 5).join('; ') || 0,
    bound: '0',
    ok: wrong.length === 0 && Number(late?.n) > 0 && killed > 0,
  });
}

const startSealer = (world: World, dataDir: string) =>
  startProgram('scripts/testing/sealing-hand.ts', world.database, {
    dataDir,
    env: { OPERATOR_DATABASE_URL: world.database.urlOf('rowhouse_operator') },
  });

async function countHours({ database }: World): Promise<number> {
  const [row] = await database.query<{ n: string }>(
    'select count(*) as n from control.usage_hours',
  );
  return Number(row?.n ?? 0);
}

/** Resolves once whoever seals is at work. */
async function sealing(world: World, before: number) {
  const until = Date.now() + 30_000;
  while ((await countHours(world)) === before) {
    if (Date.now() > until) throw new Error('Nothing is sealed.');
    await pause(20);
  }
}

async function claimCounted(world: World, { size, scratch, claim }: ProofContext) {
  const wrong: string[] = [];
  const tally = { counted: 0, entered: 0, found: 0 };
  for (let hand = 0; hand < sizes[size].hands; hand++) {
    const { tenantId } = await world.tenant();
    const dataDir = join(scratch, tenantId);
    await mkdir(dataDir, { recursive: true });
    const process = await startProgram('scripts/testing/counting-hand.ts', world.database, {
      dataDir,
      env: { WEB_DATABASE_URL: world.database.urlOf('rowhouse_web') },
    });
    await reached(join(dataDir, 'counted'), 40);
    await process.end('SIGKILL');
    const { counted, entered } = await readCounts(join(dataDir, 'counted'));
    await sealHours(world.database.servers);
    const [row] = await world.database.query<{ n: string }>(
      `select coalesce(sum(quantity), 0) as n from control.usage_hours where tenant_id = $1`,
      [tenantId],
    );
    const found = Number(row?.n ?? 0);
    if (found > counted) wrong.push(`${found} sealed of ${counted} counted`);
    if (found < entered) wrong.push(`${found} sealed where ${entered} were entered`);
    tally.counted += counted;
    tally.entered += entered;
    tally.found += found;
  }
  claim({
    name: `processes that counted, were killed, and left more than happened or less than they entered (${tally.counted} calls counted, ${tally.entered} known to be entered, ${tally.found} sealed)`,
    figure: wrong.join('; ') || 0,
    bound: '0',
    ok: wrong.length === 0 && tally.entered > 0,
  });
}

async function readCounts(file: string) {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const last = (word: string) =>
    Number(lines.findLast((line) => line.startsWith(`${word} `))?.split(' ')[1] ?? 0);
  return { counted: last('counted'), entered: last('entered') };
}

async function reached(file: string, entered: number) {
  const until = Date.now() + 30_000;
  while ((await readCounts(file)).entered < entered) {
    if (Date.now() > until) throw new Error('It counts nothing.');
    await pause(20);
  }
}
