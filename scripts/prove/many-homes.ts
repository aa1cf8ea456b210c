import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { closePools, configureDatabase, poolFigures, rolePassword, wireFor } from '@/db/client';
import type { ClientLine } from '@/db/wire/client-line';
import type { Rows } from '@/db/wire/line';
import { LineBudget } from '@/db/wire/line-budget';
import { LinePool } from '@/db/wire/line-pool';
import type { ProofContext } from '../testing/proof';
import { slackOf } from '../testing/slack';

export const name = 'many-homes';

/*
 * Thousands of tenants with homes of their own never mean thousands of connections. The first half
 * is simulated: one pool for each tenant as in the product, over lines that only take time. The
 * second uses a real server, with fewer roles.
 */

const total = 40;
const statement = [{ text: 'select 1', values: [] }];

export async function run(ctx: ProofContext): Promise<void> {
  const tenants = ctx.size === 'small' ? 1_000 : 5_000;
  await simulate(ctx, tenants);
  await onServer(ctx, ctx.size === 'small' ? 24 : 100);
}

/** Counts what is open at every moment, a connection that is still being closed included. */
class Server {
  open = 0;
  most = 0;
  everOpened = 0;

  connect = async (): Promise<ClientLine> => {
    this.open += 1;
    this.everOpened += 1;
    this.most = Math.max(this.most, this.open);
    await pause(2);
    const line = {
      status: 'I',
      broken: false,
      uses: 0,
      openedAt: performance.now(),
      usedAt: performance.now(),
      run: async (): Promise<Rows[]> => {
        await pause(1);
        return [];
      },
      close: async () => {
        await pause(1);
        this.open -= 1;
      },
      destroy: () => {
        this.open -= 1;
      },
    };
    return line as unknown as ClientLine;
  };
}

async function simulate(ctx: ProofContext, tenants: number) {
  const server = new Server();
  const budget = new LineBudget(total);
  const options = {
    max: 8,
    idleMs: 30_000,
    lifetimeMs: 1_800_000,
    maxUses: 20_000,
    acquireMs: 3_000,
    maxWaiting: 500,
  };
  const before = heap();
  const pools = Array.from(
    { length: tenants },
    () => new LinePool(server.connect, options, budget),
  );
  for (let at = 0; at < pools.length; at += 100) {
    await Promise.all(pools.slice(at, at + 100).map((pool) => pool.run(statement)));
  }
  const bytes = Math.round((heap() - before) / tenants);
  ctx.claim({
    name: `memory of each of ${tenants} visited pools`,
    figure: `${bytes} bytes`,
    bound: 'at most 4096',
    ok: bytes <= 4096,
  });
  const { waits, refused } = await underLoad(pools, 12_000);
  ctx.claim({
    name: `most connections of ${tenants} simulated tenants at any moment`,
    figure: `${server.most} (${server.everOpened} opened one after the other)`,
    bound: `at most ${total}`,
    ok: server.most <= total,
  });
  ctx.claim({ name: 'callers refused', figure: refused, bound: '0', ok: refused === 0 });
  const p99 = percentile(waits, 0.99);
  const longestMs = 500 * slackOf(ctx.size);
  ctx.claim({
    name: 'a quiet tenant waits behind eight loud ones, p99',
    figure: `${Math.round(p99)} ms (p50 ${Math.round(percentile(waits, 0.5))} ms)`,
    bound: `at most ${longestMs} ms`,
    ok: p99 <= longestMs,
  });
  // A place given back a moment later is reaped at the next round, as in the product.
  for (let round = 0; round < 40 && (round === 0 || server.open > 0); round++) {
    for (const pool of pools) pool.reap(performance.now() + 60_000);
    await pause(50);
  }
  ctx.claim({
    name: 'connections kept once everybody was idle',
    figure: `${server.open}`,
    bound: '0',
    ok: server.open === 0 && budget.open === 0,
  });
}

/** Eight tenants ask without pause, more than all places could serve; the others now and then. */
async function underLoad(pools: LinePool[], quietCalls: number) {
  let refused = 0;
  let over = false;
  const ask = (pool: LinePool | undefined) =>
    pool?.run(statement).catch(() => {
      refused += 1;
    });
  const loud = Array.from({ length: 160 }, async (_, caller) => {
    while (!over) await ask(pools[caller % 8]);
  });
  const waits: number[] = [];
  let left = quietCalls;
  const quiet = Array.from({ length: 60 }, async () => {
    while (left-- > 0) {
      await pause(Math.random() * 20);
      const started = performance.now();
      await ask(pools[8 + Math.floor(Math.random() * (pools.length - 8))]);
      waits.push(performance.now() - started);
    }
  });
  await Promise.all(quiet);
  over = true;
  await Promise.all(loud);
  return { waits, refused };
}

async function onServer({ adminUrl, secret, claim }: ProofContext, roles: number) {
  const cap = 10;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const names = Array.from({ length: roles }, (_, index) => `many_${index}`);
  for (const role of names) {
    await admin.query(`create role ${role} login password '${rolePassword(secret, role)}'`);
  }
  configureDatabase({ web: adminUrl, roleSecret: secret, pools: { total: cap, max: 4 } });
  let over = false;
  let most = 0;
  const watch = (async () => {
    while (!over) {
      const { rows } = await admin.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where usename like 'many\\_%'`,
      );
      most = Math.max(most, rows[0]?.n ?? 0);
    }
  })();
  let wrong = 0;
  const callers = Array.from({ length: 40 }, async (_, caller) => {
    for (let round = 0; round < 40; round++) {
      const role = names[(caller * 7 + round * 13) % names.length];
      const wire = wireFor({ login: 'app', role });
      const [result] = await wire.run([{ text: 'select current_user::text', values: [] }]);
      if (result?.rows[0]?.[0] !== role) wrong += 1;
    }
  });
  await Promise.all(callers);
  over = true;
  await watch;
  const pools = Object.keys(poolFigures()).length;
  await closePools();
  await admin.end();
  claim({
    name: `most backends that ${roles} real roles had on the server`,
    figure: `${most} (${pools} pools)`,
    bound: `at most ${cap}`,
    ok: most <= cap && most > 1,
  });
  claim({ name: 'answers as another role', figure: wrong, bound: '0', ok: wrong === 0 });
}

function heap() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const percentile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
