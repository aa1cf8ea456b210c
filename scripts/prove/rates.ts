import { useCluster } from '@/db/testing/cluster';
import { publishPlan, putOn } from '@/lib/billing/testing/plans';
import type { DoorCall } from '@/lib/doors/call';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { sessionCookie } from '@/lib/identity/cookies';
import { log } from '@/lib/log';
import { openStaff } from '@/lib/platform/testing/staff';
import type { ProofContext } from '../testing/proof';
import { type Answered, type RunningWeb, send, startWeb } from '../testing/web';

export const name = 'rates';

const sizes = {
  small: { perMinute: 600, atFirst: 150, seconds: 6, lanes: 4 },
  full: { perMinute: 6_000, atFirst: 6_000, seconds: 90, lanes: 16 },
};
/** So many that what each may have is more than all. */
const enough = 6;
type Claim = ProofContext['claim'];
type Size = (typeof sizes)['small'];

/** Two web processes count one tenant's calls together, and neither opens nor closes when they cannot. */
export async function run({ adminUrl, size, scratch, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  log.level = 'error';
  const world = await openWorld();
  const webs: RunningWeb[] = [];
  try {
    const asStaff = await openStaff(world);
    for (let n = 0; n < 2; n++) webs.push(await startWeb(world.database, { dataDir: scratch }));
    const stage: Stage = { world, asStaff, webs, size: sizes[size], claim };
    await claimTogether(stage);
    await claimAlone(stage);
  } finally {
    await Promise.all(webs.map((web) => web.stop()));
    await world.end();
  }
}

interface Stage {
  world: World;
  asStaff: () => DoorCall;
  webs: RunningWeb[];
  size: Size;
  claim: Claim;
}

interface Side {
  tenant: TestTenant;
  members: TestMember[];
}

async function openSide({ world, asStaff, size }: Stage): Promise<Side> {
  const tenant = await world.tenant();
  const members: TestMember[] = [];
  for (let n = 0; n < enough; n++) members.push(await world.member(tenant, 'basic'));
  const plan = await publishPlan(asStaff, { rates: { read: size.perMinute } });
  await putOn(asStaff, tenant.tenantId, plan);
  await world.database.query(
    'insert into control.rate_buckets (key, calls, at) values ($1, $2, now())',
    [`read:${tenant.tenantId}`, size.atFirst],
  );
  return { tenant, members };
}

const ask = ({ port }: RunningWeb, { host }: TestTenant, { token }: TestMember) =>
  send(port, { path: '/api/v1/account', headers: { host, cookie: `${sessionCookie()}=${token}` } });

interface Flood {
  admitted: number;
  refused: Answered[];
  others: number;
  seconds: number;
  slowestMs: number;
}

/** Both processes are asked by all members, by many at once, until the time is over and some were refused. */
async function flood(
  { webs, size }: Stage,
  { tenant, members }: Side,
  mostSeconds = 60,
): Promise<Flood> {
  const began = performance.now();
  const seen: Flood = { admitted: 0, refused: [], others: 0, seconds: 0, slowestMs: 0 };
  const lane = async (at: number) => {
    const web = webs[at % webs.length] as RunningWeb;
    const member = members[(at >> 1) % members.length] as TestMember;
    const passed = () => (performance.now() - began) / 1_000;
    while (passed() < size.seconds || (seen.refused.length < 50 && passed() < mostSeconds)) {
      const askedAt = performance.now();
      const answer = await ask(web, tenant, member);
      seen.slowestMs = Math.max(seen.slowestMs, performance.now() - askedAt);
      if (answer.status === 200) seen.admitted += 1;
      else if (answer.status === 429) seen.refused.push(answer);
      else seen.others += 1;
    }
  };
  await Promise.all(Array.from({ length: 2 * size.lanes }, (_, at) => lane(at)));
  seen.seconds = (performance.now() - began) / 1_000;
  return seen;
}

async function claimTogether(stage: Stage) {
  const { size, claim, webs, world } = stage;
  const loud = await openSide(stage);
  const quiet = await world.tenant();
  const neighbour = await world.member(quiet, 'admin');
  // The first answers of a process are slow whoever asks.
  for (let n = 0; n < 10; n++) await ask(webs[n % 2] as RunningWeb, quiet, neighbour);
  const asking = (async () => {
    let well = 0;
    for (let n = 0; n < 20; n++) {
      const { status } = await ask(webs[n % 2] as RunningWeb, quiet, neighbour);
      if (status === 200) well += 1;
    }
    return well;
  })();
  const { admitted, refused, others, seconds } = await flood(stage, loud);
  const due = size.atFirst + (size.perMinute * seconds) / 60;
  claim({
    name: `calls that two processes admit of a tenant with ${size.perMinute} a minute, in ${seconds.toFixed(1)} s, ${size.atFirst} of them there at first`,
    figure: `${admitted} of ${admitted + refused.length}, ${((admitted / due - 1) * 100).toFixed(2)} % from ${due.toFixed(0)}, ${others} answered otherwise`,
    bound: 'at most 1 % over what flowed in, at most 5 % under, some refused',
    ok: admitted <= due * 1.01 && admitted >= due * 0.95 && refused.length > 0 && others === 0,
  });
  const untold = refused.filter(({ headers }) => !tells(headers));
  claim({
    name: 'refusals without Retry-After, RateLimit and RateLimit-Policy',
    figure: `${untold.length} of ${refused.length}`,
    bound: '0',
    ok: untold.length === 0 && refused.length > 0,
  });
  const well = await asking;
  claim({
    name: 'calls of another tenant that were answered meanwhile',
    figure: `${well} of 20`,
    bound: 'all',
    ok: well === 20,
  });
}

const tells = (headers: Answered['headers']) =>
  Number(headers['retry-after']) >= 1 &&
  /"read";r=\d+;t=\d+, "read-workspace";r=\d+;t=\d+/.test(String(headers.ratelimit)) &&
  /"read";q=\d+;w=60, "read-workspace";q=\d+;w=60/.test(String(headers['ratelimit-policy']));

/** The table of buckets is locked: nobody is answered for, and the rest of the database is well. */
async function claimAlone(stage: Stage) {
  const { world, size, claim } = stage;
  const side = await openSide(stage);
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  const lock = 'lock table control.rate_buckets in access exclusive mode';
  const locked = world.database.inRolledBack(lock, () => held);
  await new Promise((next) => setTimeout(next, 200));
  const { admitted, refused, others, seconds, slowestMs } = await flood(stage, side, 0);
  letGo();
  await locked;
  const most = 2 * (size.perMinute / 4) * (1 + seconds / 60) + 0.01 * size.perMinute;
  claim({
    name: `calls admitted in ${seconds.toFixed(1)} s while no bucket answers`,
    figure: `${admitted}, ${refused.length} refused, ${others} answered otherwise, slowest ${(slowestMs / 1_000).toFixed(1)} s`,
    bound: `more than none, at most a quarter of the limit by each process (${most.toFixed(0)})`,
    ok: admitted > 0 && admitted <= most && others === 0,
  });
}
