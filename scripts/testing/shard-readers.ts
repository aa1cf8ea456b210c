import { setTimeout as pause } from 'node:timers/promises';
import { useCluster } from '@/db/testing/cluster';
import type { TestTenant } from '@/lib/doors/testing';
import { sessionCookie } from '@/lib/identity/cookies';
import { startOperator } from './operator';
import type { ProofContext } from './proof';
import { openShardWorld, type ShardWorld } from './shard-world';
import { slackOf } from './slack';
import { type RunningWeb, send, startWeb } from './web';

const readers = 2;
/** How long anything is waited for. */
export const longestMs = 30_000;

export type Connection = 'primary' | 'second';

/** People of two tenants, each on a server of its own, and who serves them. */
export interface Shown {
  house: ShardWorld;
  web: RunningWeb;
  /** Headers of somebody signed in, by where their tenant lives. */
  people: Record<Connection, Record<string, string>>;
  tenants: Record<Connection, TestTenant>;
  size: ProofContext['size'];
  claim: ProofContext['claim'];
}

const lengths = { small: 3_000, full: 20_000 };

/**
 * Brings up an operator and a web over two servers with a tenant each, has `work` see what becomes of
 * one of them, and ends everything. `phaseMs` is how long each phase of reading takes.
 */
export async function overTwoShards(
  { adminUrl, scratch, size, claim }: ProofContext,
  work: (shown: Shown, phaseMs: number) => Promise<void>,
) {
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
    const shown: Shown = { house, web, size, claim, ...(await settle(house)) };
    await warm(shown);
    await work(shown, lengths[size]);
  } finally {
    await Promise.all([web.stop(), operator.end('SIGTERM')]);
    await house.end();
  }
}

/** Both tenants are read at once; answers how the neighbour fared. */
export async function readBoth(shown: Shown, forMs: number): Promise<Reading> {
  const [neighbour] = await Promise.all([
    readFor(shown, 'primary', forMs),
    readFor(shown, 'second', forMs),
  ]);
  return neighbour;
}

async function settle(house: ShardWorld): Promise<Pick<Shown, 'people' | 'tenants'>> {
  const tenants = {
    primary: await house.tenantOn('primary'),
    second: await house.tenantOn('second'),
  };
  const headersOf = async (tenant: TestTenant) => {
    const { token } = await house.world.member(tenant, 'admin');
    return { host: tenant.host, cookie: `${sessionCookie()}=${token}` };
  };
  await house.world.database.query(`update control.shards set state = 'open'`);
  return {
    tenants,
    people: {
      primary: await headersOf(tenants.primary),
      second: await headersOf(tenants.second),
    },
  };
}

export const list = '/api/v1/collections';
const page = '/collections';

async function warm({ web, people }: Shown) {
  for (const headers of Object.values(people)) {
    for (const path of [list, page]) {
      const { status } = await send(web.port, { path, headers });
      if (status !== 200) throw new Error(`${path} answered ${status} before anything happened.`);
    }
  }
}

interface Reading {
  p95: number;
  count: number;
  errors: number;
}

/** People of one tenant read one list after the other. */
export async function readFor(
  { web, people }: Shown,
  who: Connection,
  forMs: number,
): Promise<Reading> {
  const taken: number[] = [];
  let errors = 0;
  const until = performance.now() + forMs;
  const read = async () => {
    while (performance.now() < until) {
      const begun = performance.now();
      const { status } = await send(web.port, { path: list, headers: people[who] });
      if (status === 200) taken.push(performance.now() - begun);
      else errors += 1;
      await pause(5);
    }
  };
  await Promise.all(Array.from({ length: readers }, read));
  const sorted = taken.toSorted((a, b) => a - b);
  const p95 = sorted[Math.floor((sorted.length - 1) * 0.95)] ?? Number.NaN;
  return { p95, count: taken.length, errors };
}

/** What people of the shard that is gone are told, by page and by JSON. */
export async function claimRefusals({ web, people, tenants, size, claim }: Shown) {
  const answerMs = 1_000 * slackOf(size);
  const until = performance.now() + longestMs;
  const ask = (path: string) => send(web.port, { path, headers: people.second });
  let json = await ask(list);
  while (json.status !== 503 && performance.now() < until) json = await ask(list);
  const problem = JSON.parse(json.body) as { code?: string; retryAfterSeconds?: number };
  let shown = await ask(page);
  while (shown.status !== 503 && performance.now() < until) shown = await ask(page);
  const took = [];
  for (let at = 0; at < 5; at++) {
    const begun = performance.now();
    await ask(page);
    took.push(Math.round(performance.now() - begun));
  }
  const branded = shown.body.includes(tenants.second.slug);
  claim({
    name: 'answers for a tenant whose shard is down',
    figure: `JSON ${json.status} ${problem.code}, again after ${json.headers['retry-after']} s; page ${shown.status}, again after ${shown.headers['retry-after']} s, ${branded ? 'under its own name' : 'without a name'}, within ${Math.max(...took)} ms`,
    bound: `503 with Retry-After, page under its own name, within ${answerMs} ms`,
    ok:
      json.status === 503 &&
      problem.code === 'unavailable' &&
      Number(json.headers['retry-after']) > 0 &&
      Number(shown.headers['retry-after']) > 0 &&
      shown.status === 503 &&
      branded &&
      Math.max(...took) <= answerMs,
  });
}

export async function claimReturn({ web, people, claim }: Shown) {
  const begun = performance.now();
  const seen = { json: Number.NaN, page: Number.NaN };
  const elapsed = () => Math.round(performance.now() - begun);
  while (elapsed() < longestMs && (Number.isNaN(seen.json) || Number.isNaN(seen.page))) {
    const [json, shown] = await Promise.all(
      [list, page].map((path) => send(web.port, { path, headers: people.second })),
    );
    if (json?.status === 200 && Number.isNaN(seen.json)) seen.json = elapsed();
    if (shown?.status === 200 && Number.isNaN(seen.page)) seen.page = elapsed();
    await pause(50);
  }
  claim({
    name: 'until its tenants are served again once the shard is back',
    figure: `${seen.json} ms by JSON, ${seen.page} ms by page`,
    bound: 'at most 10000 ms',
    ok: seen.json <= 10_000 && seen.page <= 10_000,
  });
}

export function claimNeighbours(
  { size, claim }: Shown,
  { before, during, after }: Record<'before' | 'during' | 'after', Reading>,
) {
  const mostMs = 20 * slackOf(size);
  const words = ({ p95, count, errors }: Reading) =>
    `${p95.toFixed(1)} ms (${count} reads, ${errors} errors)`;
  claim({
    name: 'neighbours on another shard, p95 of reads',
    figure: `before ${words(before)}, during ${words(during)}, after ${words(after)}`,
    bound: `0 errors; during at most 2 times before, or ${mostMs} ms`,
    ok:
      before.errors + during.errors + after.errors === 0 &&
      during.p95 <= Math.max(mostMs, 2 * before.p95),
  });
}
