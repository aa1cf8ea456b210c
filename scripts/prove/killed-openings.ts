import { setTimeout as pause } from 'node:timers/promises';
import { type OpeningStepName, openingSteps } from '@/db/schema/control';
import { useCluster } from '@/db/testing/cluster';
import type { TestDatabase } from '@/db/testing/database';
import { invoke } from '@/lib/doors/callable';
import { openWorld } from '@/lib/doors/testing';
import { signUpOpenings } from '@/lib/tenancy/opening/procedures';
import { ask, stranger } from '@/lib/tenancy/opening/testing/bed';
import { type RunningOperator, startOperator } from '../testing/operator';
import type { ProofContext } from '../testing/proof';

export const name = 'killed-openings';

const longestMs = 60_000;

/** Tenants with walls of their own are opened by an operator that is killed in each of the steps. */
export async function run({ adminUrl, scratch, secret, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  const { database } = world;
  await database.query('update control.shards set ready_schemas = 0, ready_databases = 0');
  const start = () =>
    startOperator(database, { dataDir: scratch, env: { ROWHOUSE_SECRET: secret } });
  let operator: RunningOperator = await start();
  const asked: Asked[] = [];
  try {
    for (let round = 0; round < (size === 'full' ? 6 : 1); round++) {
      for (const [at, step] of openingSteps.entries()) {
        const one = await ask(undefined, (at + round) % 2 ? 'database' : 'schema');
        const hit = await reached(database, one.tenantId, step);
        await operator.end('SIGKILL');
        const givenUp = (at + round) % 4 === 1;
        const left = givenUp ? await giveUp(one.ticket) : false;
        asked.push({ ...one, step, hit, left });
        // Its lease would hold for half a minute.
        await database.query(
          `update control.operations set lease_until = now() where state = 'running'`,
        );
        operator = await start();
        await ended(database, one.tenantId);
      }
    }
    await judge(database, asked, claim);
  } finally {
    await operator.end('SIGTERM');
    await world.end();
  }
}

interface Asked {
  tenantId: string;
  slug: string;
  step: OpeningStepName;
  /** Whether the step was under way at the kill. */
  hit: boolean;
  /** Whether it was given up after the kill. */
  left: boolean;
}

interface Seen {
  begun: boolean;
  over: boolean;
  ended: boolean;
}

async function look(database: TestDatabase, tenantId: string, step: string): Promise<Seen> {
  const [row] = await database.query<Seen>(
    `select progress -> 'steps' -> $2 is not null as begun,
       progress -> 'steps' -> $2 ? 'endedAt' as over, ended_at is not null as ended
     from control.openings where tenant_id = $1`,
    [tenantId, step],
  );
  return row ?? { begun: false, over: false, ended: true };
}

async function reached(database: TestDatabase, tenantId: string, step: string): Promise<boolean> {
  const until = performance.now() + longestMs;
  for (;;) {
    const { begun, over, ended: done } = await look(database, tenantId, step);
    if (begun || done) return begun && !over;
    if (performance.now() > until) throw new Error(`An opening never came to ${step}.`);
  }
}

async function ended(database: TestDatabase, tenantId: string) {
  const until = performance.now() + longestMs;
  while (!(await look(database, tenantId, 'place')).ended) {
    if (performance.now() > until) throw new Error('An opening did not end.');
    await pause(20);
  }
}

const giveUp = (ticket: string) =>
  invoke(signUpOpenings.giveUp, { ticket }, stranger()).then(
    () => true,
    () => false,
  );

async function judge(database: TestDatabase, asked: Asked[], claim: ProofContext['claim']) {
  const ids = asked.map(({ tenantId }) => tenantId);
  const open = asked.filter(({ left }) => !left).map(({ tenantId }) => tenantId);
  const [seen] = await database.query<Record<string, number>>(
    `select (select count(*)::int from control.tenants where id = any($1)) as tenants,
       (select count(*)::int from control.placements where tenant_id = any($2)) as placed,
       (select count(*)::int from control.audit_events where tenant_id = any($1)) as events,
       (select count(*)::int from control.homes h where not exists
         (select 1 from control.placements p where p.role_name = h.role_name)) as homes,
       (select count(*)::int from pg_database where datname like 'home\\_%' and not exists
         (select 1 from control.placements p where p.database_name = datname)) as databases,
       (select count(*)::int from pg_namespace where nspname like 'home\\_%' and not exists
         (select 1 from control.placements p where p.schema_name = nspname)) as schemas,
       (select count(*)::int from control.openings where request is not null) as secrets`,
    [ids, open],
  );
  const { tenants, placed, events, homes, databases, schemas, secrets } = seen ?? {};
  const hits = asked.filter(({ hit }) => hit).length;
  claim({
    name: 'openings whose operator is killed in each step',
    figure: `${asked.length} kills, ${hits} in the midst; ${open.length} to be open: ${tenants} tenants, ${placed} placed, ${events} entered; left over: ${homes} homes, ${databases} databases, ${schemas} schemas, ${secrets} requests`,
    bound: 'each open once or not at all, nothing left over',
    ok:
      tenants === open.length &&
      placed === open.length &&
      events === open.length &&
      [homes, databases, schemas, secrets].every((count) => count === 0) &&
      hits >= asked.length / 2,
  });
}
