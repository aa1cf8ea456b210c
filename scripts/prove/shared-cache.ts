import { useCluster } from '@/db/testing/cluster';
import { requestOf } from '@/lib/doors/matrix/ask';
import type { House } from '@/lib/doors/matrix/house';
import { sampleOf } from '@/lib/doors/matrix/sample';
import { openSetting, type Setting } from '@/lib/doors/matrix/setting';
import { placeOf, subjectsOf } from '@/lib/doors/matrix/subject';
import { openWorld } from '@/lib/doors/testing';
import { router } from '@/lib/router';
import { pagesOf } from '../testing/pages';
import type { ProofContext } from '../testing/proof';
import { pick, seeded } from '../testing/random-views';
import { startSharedCache } from '../testing/shared-cache.mjs';
import { type Answered, send, startWeb } from '../testing/web';

export const name = 'shared-cache';

const sizes = { small: 800, full: 20_000 };

/** Behind a shared HTTP cache, everybody is answered as the product itself would answer them. */
export async function run({ adminUrl, scratch, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  try {
    const setting = await openSetting(world, subjectsOf(router));
    const web = await startWeb(world.database, { dataDir: scratch });
    try {
      const tour = await planned(web.port, setting);
      const tries = { tour, upstream: web.port, requests: sizes[size] };
      const byHost = await wander({ ...tries, seed: 1 });
      claim({
        name: 'a cache whose keys name the host',
        figure: told(byHost, tour),
        bound: 'every answer is what the product says to whoever asks; some come from the cache',
        ok: byHost.faults.length === 0 && byHost.kept > byHost.requests / 20,
      });
      const byPath = await wander({ ...tries, seed: 2, keyed: '$scheme$proxy_host$request_uri' });
      claim({
        name: 'a cache whose keys name the path alone',
        figure: told(byPath, tour),
        bound: 'every answer is what the product says to whoever asks; some come from the cache',
        ok: byPath.faults.length === 0 && byPath.kept > byPath.requests / 20,
      });
      const planted = await wander({ ...tries, requests: 400, seed: 3, careless: true });
      claim({
        name: 'a cache that keeps what it is told not to keep',
        figure: `${planted.faults.length} of ${planted.requests} answers were another's`,
        bound: 'noticed',
        ok: planted.faults.length > 0,
      });
    } finally {
      await web.stop();
    }
  } finally {
    await world.end();
  }
}

interface Visit {
  who: string;
  path: string;
  headers: Record<string, string>;
  /** What the product says by itself. */
  status: number;
  marks: string[];
}

interface Tour {
  visits: Visit[];
  /** Those a cache may keep. */
  shared: Visit[];
  /** What tells one tenant's answer from another's. */
  marks: string[];
}

/** Every page and every reading of both tenants, asked for by everybody on both hosts. */
async function planned(port: number, setting: Setting): Promise<Tour> {
  const { a, b } = setting;
  const marks = [a, b].flatMap(({ canary, tenant }) => [canary, tenant.slug]);
  const paths = [...new Set([a, b].flatMap((house) => pathsOf(setting, house)))];
  const tour: Tour = { visits: [], shared: [], marks };
  for (const path of paths) {
    for (const [who, headers] of visitorsOf(a, b)) {
      const answer = await send(port, { path, headers });
      const visit = { who, path, headers, ...shownIn(answer, marks) };
      tour.visits.push(visit);
      if (/public|s-maxage/.test(String(answer.headers['cache-control']))) tour.shared.push(visit);
    }
  }
  return tour;
}

/** As an answer is compared: what varies from one to the next besides, such as ids of requests, is not. */
const shownIn = ({ status, headers, body }: Answered, marks: string[]) => {
  const text = `${JSON.stringify(headers)}\n${body}`;
  return { status, marks: marks.filter((mark) => text.includes(mark)) };
};

function pathsOf({ subjects }: Setting, house: House): string[] {
  const pages = pagesOf(house)
    .map(({ path }) => path)
    .filter((path) => !/^\/(t|site|console)(\/|$)/.test(path));
  const readings = subjects
    .filter((one) => one.meta.method === 'GET' && one.meta.path && placeOf(one) === 'tenant')
    .map((one) => new URL(requestOf(one, sampleOf(one, house), house.admin).url))
    .map(({ pathname, search }) => `${pathname}${search}`);
  return [...pages, ...readings, '/favicon.ico', '/manifest.webmanifest', '/api/v1/openapi.json'];
}

function visitorsOf(a: House, b: House): [string, Record<string, string>][] {
  const at = (house: House, cookie?: string) => ({
    host: house.tenant.host,
    accept: 'text/html',
    ...(cookie && { cookie }),
  });
  return [
    ['nobody at A', at(a)],
    ['nobody at B', at(b)],
    ['admin of A', at(a, a.admin.cookie)],
    ['guest of A', at(a, a.guest.cookie)],
    ['admin of B', at(b, b.admin.cookie)],
    ['admin of B at A', at(a, b.admin.cookie)],
    ['Korean at A', { ...at(a), 'accept-language': 'ko' }],
  ];
}

interface Wandering {
  tour: Tour;
  upstream: number;
  requests: number;
  seed: number;
  keyed?: string;
  careless?: boolean;
}

interface Wandered {
  requests: number;
  kept: number;
  faults: string[];
}

/** Visits in random order, every second one to what may be kept, through a cache of its own. */
async function wander({ tour, upstream, requests, seed, ...how }: Wandering): Promise<Wandered> {
  const cache = await startSharedCache({ upstream, ...how });
  const random = seeded(seed);
  const seen: Wandered = { requests: 0, kept: 0, faults: [] };
  const one = async () => {
    const from = seen.requests % 2 === 0 ? tour.shared : tour.visits;
    const visit = pick(random, from);
    seen.requests += 1;
    const answer = await send(cache.port, visit);
    if (answer.headers['x-cache'] === 'HIT') seen.kept += 1;
    const fault = faultOf(visit, answer, tour.marks);
    if (fault) seen.faults.push(fault);
  };
  try {
    while (seen.requests < requests) await Promise.all([one(), one(), one(), one()]);
  } finally {
    await cache.stop();
  }
  return seen;
}

function faultOf(visit: Visit, answer: Answered, marks: string[]): string | null {
  const got = shownIn(answer, marks);
  const foreign = got.marks.filter((mark) => !visit.marks.includes(mark));
  const how = String(answer.headers['x-cache']);
  if (foreign.length > 0)
    return `${visit.who}, ${visit.path}: shows ${foreign.join(', ')} (${how})`;
  if (got.status === visit.status) return null;
  return `${visit.who}, ${visit.path}: ${got.status}, not ${visit.status} (${how})`;
}

const told = ({ requests, kept, faults }: Wandered, { visits, shared }: Tour) =>
  [
    `${requests} requests of ${visits.length} kinds, ${shared.length} of which may be kept; ` +
      `${kept} came from the cache, ${faults.length} were another's`,
    ...faults.slice(0, 20),
  ].join('\n  ');
