import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { mintTenantScope } from '@/db/scope';
import { withTenant } from '@/db/tenant';
import { useCluster } from '@/db/testing/cluster';
import type { TestMember, TestTenant } from '@/lib/doors/testing';
import { sessionCookie } from '@/lib/identity/cookies';
import { enqueueTenantJob } from '@/lib/jobs/enqueue';
import { HeldMoves, type HeldState, heldStates } from '../testing/held-move';
import { auditHttp, type HttpJournal, startHttpWriters } from '../testing/http-writers';
import { startOperator } from '../testing/operator';
import type { RunningProgram } from '../testing/program';
import type { ProofContext } from '../testing/proof';
import { openShardWorld, type ShardWorld } from '../testing/shard-world';
import { type RunningWeb, startWeb } from '../testing/web';
import { furnishQueue, startWorker } from '../testing/worker';

export const name = 'killed-processes';

const sides = ['primary', 'second'] as const;
const jobsEveryMs = 40;
const longestMs = 90_000;

/**
 * A tenant moves between two servers while people write over HTTP and jobs run; in each state of a
 * move the web process and the worker are killed and started again.
 */
export async function run({ adminUrl, scratch, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const house = await openShardWorld();
  const processes = await Processes.start(house, scratch);
  try {
    const tenant = await house.tenantOn('primary');
    const { tenantId } = tenant;
    const admin = await house.world.member(tenant, 'admin');
    const headers = { host: tenant.host, cookie: `${sessionCookie()}=${admin.token}` };
    const writers = await startHttpWriters({
      tenantId,
      port: processes.web.port,
      headers,
      writers: 3,
      restMs: 120,
    });
    const jobs = startJobs(tenant, admin);
    const rounds: HeldState[] =
      size === 'full'
        ? [...heldStates, ...heldStates.toReversed()]
        : ['cutting', 'flipped', 'copying'];
    for (const [at, state] of rounds.entries()) {
      await killIn(state, {
        house,
        processes,
        tenant,
        admin,
        to: sides[(at + 1) % 2] ?? 'primary',
      });
    }
    const asked = await jobs.stop();
    const journal = await writers.stop();
    const end = { house, tenant, admin, kills: rounds.length, claim };
    await judgeWrites(journal, end);
    await judgeJobs(asked, end);
  } finally {
    await processes.end();
    await house.end();
  }
}

/** The programs of the product, each with its logins on both servers. */
class Processes {
  readonly #house: ShardWorld;
  readonly #dataDir: string;
  readonly #operator: RunningProgram;
  web: RunningWeb;
  worker: RunningProgram;

  private constructor(
    house: ShardWorld,
    dataDir: string,
    [operator, web, worker]: [RunningProgram, RunningWeb, RunningProgram],
  ) {
    this.#house = house;
    this.#dataDir = dataDir;
    this.#operator = operator;
    this.web = web;
    this.worker = worker;
  }

  static async start(house: ShardWorld, dataDir: string): Promise<Processes> {
    const { world, second } = house;
    await furnishQueue(world.database);
    const shards = { second: second.urlOf('rowhouse_operator') };
    const operator = await startOperator(world.database, { dataDir, shards });
    const web = await startWebOf(house, dataDir);
    return new Processes(house, dataDir, [operator, web, await startWorkerOf(house, dataDir)]);
  }

  /** Kills web and worker at once and starts both again, web on its port. */
  async killBoth() {
    const { port } = this.web;
    await Promise.all([this.web.kill(), this.worker.end('SIGKILL')]);
    this.worker = await startWorkerOf(this.#house, this.#dataDir);
    this.web = await startWebOf(this.#house, this.#dataDir, port);
  }

  async end() {
    await Promise.all([this.web.stop(), this.worker.end('SIGTERM'), this.#operator.end('SIGTERM')]);
  }
}

const startWebOf = ({ world, second }: ShardWorld, dataDir: string, port?: number) =>
  startWeb(world.database, {
    dataDir,
    shards: { second: second.urlOf('rowhouse_web') },
    env: { ROWHOUSE_SECRET: world.database.servers.roleSecret },
    ...(port && { port }),
  });

const startWorkerOf = ({ world, second }: ShardWorld, dataDir: string) =>
  startWorker(world.database, { dataDir, shards: { second: second.urlOf('rowhouse_worker') } });

/** People of the product ask for a job again and again; each one changes one row once. */
function startJobs({ tenantId }: TestTenant, { userId }: TestMember) {
  let asked = 0;
  let going = true;
  const ask = async () => {
    while (going) {
      const scope = mintTenantScope({ tenantId, actorId: null, requestId: userId });
      const enqueue = () =>
        withTenant(scope, (db) => enqueueTenantJob(db, 'person.sync', { userId }), { write: true });
      // Who meets a home that is held between two states is refused, and nothing was written.
      const done = await enqueue().then(
        () => true,
        () => false,
      );
      if (done) asked += 1;
      await pause(jobsEveryMs);
    }
  };
  const running = ask();
  return {
    stop: async () => {
      going = false;
      await running;
      return asked;
    },
  };
}

interface Round {
  house: ShardWorld;
  processes: Processes;
  tenant: TestTenant;
  admin: TestMember;
  to: (typeof sides)[number];
}

/** One move; a job is in the worker's hands when it is killed, since what it needs is locked. */
async function killIn(state: HeldState, { house, processes, tenant, admin, to }: Round) {
  const urls = { primary: house.world.database.adminUrl, second: house.second.adminUrl };
  const from = to === 'primary' ? 'second' : 'primary';
  const moves = new HeldMoves(house.world.database);
  const request = {
    tenantId: tenant.tenantId,
    tier: 'pooled',
    shardId: house.shardIdOf(to),
  } as const;
  const move = await moves.holdIn(state, request, { source: urls[from], target: urls[to] });
  const busy = new pg.Client({ connectionString: urls[state === 'flipped' ? to : from] });
  await busy.connect();
  await busy.query('select pg_advisory_lock(hashtextextended($1, 0))', [admin.userId]);
  await pause(200);
  await processes.killBoth();
  await busy.end();
  await move.release();
  await moves.done(move.id);
}

interface End {
  house: ShardWorld;
  tenant: TestTenant;
  admin: TestMember;
  kills: number;
  claim: ProofContext['claim'];
}

async function judgeWrites(journal: HttpJournal, { tenant, kills, claim }: End) {
  const { lost, doubled } = await auditHttp(tenant.tenantId, journal);
  const { acknowledged, again } = journal;
  claim({
    name: 'writes over HTTP during moves while web is killed',
    figure: `${kills} moves, ${kills} kills, ${acknowledged.length} acknowledged, ${again} asked again; ${lost} lost, ${doubled} doubled`,
    bound: '0 lost, 0 doubled',
    ok: lost + doubled === 0 && acknowledged.length > 10 * kills,
  });
}

async function judgeJobs(asked: number, { house, tenant, admin, kills, claim }: End) {
  const begun = performance.now();
  const scope = mintTenantScope({
    tenantId: tenant.tenantId,
    actorId: null,
    requestId: tenant.tenantId,
  });
  const look = () =>
    withTenant(scope, async (db) => {
      const { rows } = await db.execute<{ done: number; effects: number }>(
        `select (select count(*)::int from job_runs where job = 'person.sync') as done,
           (select count(*)::int from change_log where table_name = 'people' and operation = 'update'
             and row_id = '${admin.userId}') as effects`,
      );
      return rows[0] ?? { done: 0, effects: 0 };
    });
  let seen = await look();
  while (seen.done < asked && performance.now() - begun < longestMs) {
    await pause(200);
    seen = await look();
  }
  const stuck = await house.world.database.query(
    'select 1 from graphile_worker._private_jobs where locked_at is not null',
  );
  claim({
    name: 'jobs during moves while the worker is killed with jobs in hand',
    figure: `${kills} kills, ${asked} asked for, ${seen.done} ran, ${seen.effects} effects, ${stuck.length} stuck; the last ${Math.round((performance.now() - begun) / 1000)} s after the end`,
    bound: 'each ran once with one effect',
    ok: seen.done === asked && seen.effects === asked && stuck.length === 0,
  });
}
