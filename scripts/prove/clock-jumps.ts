import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { useCluster } from '@/db/testing/cluster';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { sessionCookie } from '@/lib/identity/cookies';
import { givePassword, testPassword } from '@/lib/identity/testing';
import { dayMs, hourMs, openClock, type ProcessClock } from '../testing/clock';
import { HeldMoves } from '../testing/held-move';
import { auditHttp, startHttpWriters } from '../testing/http-writers';
import { startOperator } from '../testing/operator';
import type { RunningProgram } from '../testing/program';
import type { ProofContext } from '../testing/proof';
import { type RunningWeb, send, startWeb } from '../testing/web';
import { audit, startWriters } from '../testing/writers';

export const name = 'clock-jumps';

const offsets = [5 * hourMs, -5 * hourMs, 26 * hourMs, -400 * dayMs, 400 * dayMs, 0];
const jumpEveryMs = 120;
const tiers = ['schema', 'pooled', 'database', 'pooled'] as const;
const longestMs = 180_000;

/**
 * Clocks of web and of two operators disagree and jump by hours and more while a tenant moves, is
 * backed up, and people write and sign in. The clock of the database is left alone.
 */
export async function run({ adminUrl, scratch, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  const shown = await openShown(world, scratch);
  try {
    const jumping = startJumping(shown.clocks);
    const { tenantId } = shown.tenant;
    const writers = startWriters(tenantId, { writers: 2, perSecond: 60 });
    const headers = { host: shown.tenant.host, cookie: shown.cookie };
    const http = await startHttpWriters({
      tenantId,
      port: shown.web.port,
      headers,
      writers: 2,
      restMs: 150,
    });
    const moves = await moveAbout(shown, size === 'full' ? 8 : 2);
    const backups = await backUp(shown, size === 'full' ? 6 : 2);
    await claimSessions(shown, claim);
    await restartFarOff(shown);
    const jumps = await jumping.stop();
    const overHttp = await http.stop();
    const journal = await writers.stop();
    await claimWrites(shown, { journal, overHttp, moves, jumps, claim });
    await claimBackups(shown, { backups, claim });
  } finally {
    await shown.end();
    await world.end();
  }
}

interface Shown {
  world: World;
  tenant: TestTenant;
  admin: TestMember;
  cookie: string;
  scratch: string;
  clocks: { web: ProcessClock; operators: ProcessClock[] };
  web: RunningWeb;
  operators: RunningProgram[];
  end(): Promise<void>;
}

async function openShown(world: World, scratch: string): Promise<Shown> {
  const tenant = await world.tenant();
  const admin = await world.member(tenant, 'admin');
  await givePassword(world, tenant, admin.userId);
  const clocks = {
    web: openClock(scratch, 'web'),
    operators: ['ahead', 'behind'].map((one) => openClock(scratch, one)),
  };
  const operators = await startOperators(world, scratch, clocks.operators);
  const web = await startWeb(world.database, {
    dataDir: scratch,
    flags: clocks.web.flags,
    env: { ROWHOUSE_SECRET: world.database.servers.roleSecret },
  });
  const cookie = `${sessionCookie()}=${admin.token}`;
  const shown: Shown = {
    ...{ world, tenant, admin, cookie, scratch, clocks, web, operators },
    end: async () => {
      await Promise.all([web.stop(), ...shown.operators.map((one) => one.end('SIGTERM'))]);
    },
  };
  return shown;
}

const startOperators = (world: World, dataDir: string, clocks: readonly ProcessClock[]) =>
  Promise.all(clocks.map(({ flags }) => startOperator(world.database, { dataDir, flags })));

/** Puts one clock after the other somewhere else, again and again. */
function startJumping({ web, operators }: Shown['clocks']) {
  let jumps = 0;
  const timer = setInterval(() => {
    const all = [web, ...operators];
    const shift = offsets[Math.floor(jumps / all.length + jumps) % offsets.length] ?? 0;
    all[jumps % all.length]?.set(shift);
    jumps += 1;
  }, jumpEveryMs);
  return {
    stop: async () => {
      clearInterval(timer);
      for (const clock of [web, ...operators]) clock.set(0);
      await pause(100);
      return jumps;
    },
  };
}

async function moveAbout({ world, tenant }: Shown, count: number): Promise<number> {
  const [shard] = await world.database.query<{ id: string }>('select id from control.shards');
  const moves = new HeldMoves(world.database);
  for (let at = 0; at < count; at++) {
    const tier = tiers[at % tiers.length] ?? 'pooled';
    const request = { tenantId: tenant.tenantId, shardId: shard?.id ?? '', tier };
    await moves.done(await moves.ask(request, 'finish'));
  }
  return count;
}

/** Asks for one backup after the other; answers their ids. */
async function backUp({ world, tenant }: Shown, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at++) {
    const id = randomUUID();
    await world.database.query(
      `insert into control.operations (tenant_id, id, kind) values ($1, $2, 'backup')`,
      [tenant.tenantId, id],
    );
    const until = performance.now() + longestMs;
    for (;;) {
      const [row] = await world.database.query<{ state: string; error: string | null }>(
        'select state, error from control.operations where id = $1',
        [id],
      );
      if (row?.state === 'done') break;
      if (row?.state === 'failed' || performance.now() > until) {
        throw new Error(`A backup is ${row?.state}: ${row?.error}`);
      }
      await pause(50);
    }
    ids.push(id);
  }
  return ids;
}

/** Signs in under every clock; what was opened is asked for under all the others. */
async function claimSessions({ world, tenant, admin, cookie, web, clocks }: Shown, claim: Claim) {
  const address = { host: tenant.host };
  const tokens: string[] = [];
  let refused = 0;
  const isIn = async (headers: Record<string, string>) =>
    (await send(web.port, { path: '/api/v1/account', headers: { ...address, ...headers } }))
      .status === 200;
  for (const shift of offsets) {
    clocks.web.set(shift);
    await pause(60);
    const { status, body } = await send(web.port, {
      method: 'POST',
      path: '/api/v1/sign-in',
      headers: { ...address, 'content-type': 'application/json' },
      body: JSON.stringify({ email: admin.email, password: testPassword }),
    });
    if (status === 200) tokens.push(JSON.parse(body).token);
    else refused += 1;
    const holders = [{ cookie }, ...tokens.map((token) => ({ authorization: `Bearer ${token}` }))];
    for (const headers of holders) if (!(await isIn(headers))) refused += 1;
  }
  const [row] = await world.database.query<{ n: number; off: number }>(
    `select count(*)::int as n,
       coalesce(max(abs(extract(epoch from expires_at - now()) - 30 * 86400)), 1e9)::float8 as off
     from control.sessions where kind = 'api' and user_id = $1`,
    [admin.userId],
  );
  claim({
    name: 'sessions under a clock of web that jumps',
    figure: `${row?.n ?? 0} opened, ${refused} refused, ends off by at most ${Math.ceil(row?.off ?? 0)} s`,
    bound: 'none refused, ends off by less than a minute',
    ok: refused === 0 && row?.n === offsets.length && row.off < 60,
  });
}

/** Operators begin their housekeeping anew: one far ahead, one far behind. */
async function restartFarOff(shown: Shown) {
  await Promise.all(shown.operators.map((one) => one.end('SIGTERM')));
  const [ahead, behind] = shown.clocks.operators;
  ahead?.set(400 * dayMs);
  behind?.set(-400 * dayMs);
  shown.operators = await startOperators(shown.world, shown.scratch, shown.clocks.operators);
  await pause(2_500);
}

type Claim = ProofContext['claim'];

interface Written {
  journal: Awaited<ReturnType<ReturnType<typeof startWriters>['stop']>>;
  overHttp: Awaited<ReturnType<Awaited<ReturnType<typeof startHttpWriters>>['stop']>>;
  moves: number;
  jumps: number;
  claim: Claim;
}

async function claimWrites({ tenant }: Shown, { journal, overHttp, ...facts }: Written) {
  const { moves, jumps, claim } = facts;
  const { lost, surplus, miscounted } = await audit(tenant.tenantId, journal);
  const http = await auditHttp(tenant.tenantId, overHttp);
  claim({
    name: 'writes during moves and backups under clocks that jump',
    figure: `${moves} moves, ${jumps} jumps of up to 400 days, ${journal.acknowledged.length + overHttp.acknowledged.length} acknowledged, ${journal.doubtful.length} refused, ${overHttp.again} asked again; ${lost + http.lost} lost, ${surplus + http.doubled} doubled, ${miscounted} miscounted`,
    bound: '0 refused, 0 lost, 0 doubled, 0 miscounted',
    ok:
      lost + http.lost + surplus + http.doubled + miscounted + journal.doubtful.length === 0 &&
      overHttp.acknowledged.length > 0,
  });
}

async function claimBackups(
  { world, tenant }: Shown,
  { backups, claim }: { backups: string[]; claim: Claim },
) {
  const kept = await world.database.query<{ id: string; days: number }>(
    `select id, (extract(epoch from expires_at - now()) / 86400)::float8 as days
     from control.archives where tenant_id = $1`,
    [tenant.tenantId],
  );
  const attempts = await world.database.query<{ n: number }>(
    `select max(attempts)::int as n from control.operations where tenant_id = $1 and kind = 'backup'`,
    [tenant.tenantId],
  );
  const missing = backups.filter((id) => !kept.some((one) => one.id === id)).length;
  const off = Math.max(...kept.map(({ days }) => Math.abs(days - 90)));
  claim({
    name: 'backups under clocks of operators that jump, one 400 days ahead',
    figure: `${backups.length} taken, ${missing} gone, at most ${attempts[0]?.n} attempts each, ends off by at most ${off.toFixed(3)} days`,
    bound: 'none gone, 1 attempt each, ends off by less than 0.01 days',
    ok: missing === 0 && attempts[0]?.n === 1 && off < 0.01,
  });
}
