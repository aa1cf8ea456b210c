import { makeWorkerUtils, type WorkerUtils } from 'graphile-worker';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { configureDatabase, databaseConfig } from '@/db/client';
import { openWorld, type TestTenant, type World } from '@/lib/doors/testing';
import { queueSpec, taskOf } from '@/lib/jobs/queue-spec';
import { log } from '@/lib/log';
import { furnishQueue } from '@/scripts/testing/worker';
import { dispatchControl } from './dispatch';
import { tendParked } from './parked';
import { lineUpFailed, loadsIn } from './queue-load';
import { quietLogger } from './queue-log';

const level = log.level;
let world: World;
let a: TestTenant;
let b: TestTenant;
let queue: WorkerUtils;

beforeAll(async () => {
  world = await openWorld();
  [a, b] = [await world.tenant(), await world.tenant()];
  await furnishQueue(world.database);
  const connectionString = world.database.urlOf('rowhouse_worker');
  const { web: _web, ...config } = databaseConfig();
  configureDatabase({ ...config, worker: connectionString });
  queue = await makeWorkerUtils({ connectionString, logger: quietLogger });
  log.level = 'silent';
});
afterAll(async () => {
  log.level = level;
  await queue.release();
  await world.end();
});
beforeEach(() => world.database.query('delete from graphile_worker._private_jobs'));

const query = <T extends object>(text: string, values?: unknown[]) =>
  world.database.query<T & Record<string, unknown>>(text, values);

async function inQueue(tenantId: string, { job = 'deletion.remind', set = '' } = {}) {
  const outboxId = uuidv7();
  const payload = { tenantId, plane: 'control' as const, outboxId, job, input: {} };
  const { id } = await queue.addJob(taskOf(payload), payload, queueSpec(payload));
  if (set) await query(`update graphile_worker._private_jobs set ${set} where id = $1`, [id]);
  return outboxId;
}

const dead = 'attempts = max_attempts';

describe('what is in the queue', () => {
  it('is told by tenant, what failed by kind, that for good included', async () => {
    await inQueue(a.tenantId);
    await inQueue(a.tenantId, { job: 'mail.deliver' });
    await inQueue(a.tenantId, { set: dead });
    await inQueue(a.tenantId, { set: `attempts = 1, run_at = now() + interval '1 hour'` });
    await inQueue(b.tenantId, { set: `attempts = 1, locked_at = now(), locked_by = 'x'` });
    const loads = await loadsIn(queue);
    expect(loads.get(a.tenantId)).toMatchObject({ held: 1, lined: 1 });
    expect(loads.get(a.tenantId)?.failing.get('deletion.remind')).toBe(2);
    expect(loads.get(b.tenantId)).toMatchObject({ held: 1, lined: 0 });
  });

  it('leaves out what has ended, and counts it as failed where it did, before its row says so', async () => {
    const atWork = { set: `attempts = 1, locked_at = now(), locked_by = 'x'` };
    const { tenantId } = a;
    for (const job of ['deletion.remind', 'no.such.job', 'plan.lapse']) {
      await inQueue(tenantId, { job, ...atWork });
    }
    const rows = await query<{ id: string }>(
      'select id from graphile_worker._private_jobs order by 1',
    );
    const [done, failed] = rows.map(({ id }) => id);
    expect((await loadsIn(queue)).get(tenantId)?.held).toBe(3);
    const load = (
      await loadsIn(queue, [
        { id: done ?? '', tenantId, failed: false },
        { id: failed ?? '', tenantId, failed: true },
      ])
    ).get(tenantId);
    expect(load?.held).toBe(1);
    expect([...(load?.failing ?? [])].sort()).toEqual([
      ['no.such.job', 1],
      ['plan.lapse', 0],
    ]);
  });

  it('waits in one line of its tenant once it failed, and leaves the others alone', async () => {
    for (const { tenantId } of [a, a, b]) await inQueue(tenantId, { set: 'attempts = 1' });
    await inQueue(a.tenantId);
    await lineUpFailed(queue);
    const lines = await query<{ name: string; n: number }>(
      `select q.queue_name as name, count(*)::int as n from graphile_worker._private_jobs j
       left join graphile_worker._private_job_queues q on q.id = j.job_queue_id group by 1`,
    );
    expect(new Map(lines.map(({ name, n }) => [name, n]))).toEqual(
      new Map([
        [null, 1],
        [`again.${a.tenantId}`, 2],
        [`again.${b.tenantId}`, 1],
      ]),
    );
  });
});

it('admits for who has just come, behind sixty that have no room', async () => {
  const tenants = await query<{ id: string }>(
    `insert into control.tenants
     select (jsonb_populate_record(t, jsonb_build_object('id', app.uuid7(), 'slug', 'crowd' || n))).*
     from control.tenants t, generate_series(1, 61) n where t.id = $1 returning id`,
    [a.tenantId],
  );
  const ids = tenants.map(({ id }) => id).sort();
  await query(
    `insert into control.outbox (tenant_id, id, job, payload)
     select id, app.uuid7(), 'deletion.remind', '{}' from unnest($1::uuid[]) id`,
    [ids],
  );
  for (const id of ids.slice(0, -1)) await inQueue(id);
  await dispatchControl({ ...queue, hands: 6 });
  const admitted = await query<{ id: string }>(
    `select tenant_id as id from control.outbox
     where admitted_at is not null and tenant_id = any($1)`,
    [ids],
  );
  expect(admitted.map(({ id }) => id)).toEqual(ids.slice(-1));
});

describe('jobs that failed for good', () => {
  const parked = (tenantId: string) =>
    query<{ id: string; asked: boolean; error: string }>(
      `select id, retry_asked_at is not null as asked, error from control.parked_jobs
       where tenant_id = $1`,
      [tenantId],
    );
  const left = async () => (await loadsIn(queue)).size;

  it('are parked, however many, in one go', async () => {
    await query(
      `insert into graphile_worker._private_jobs (task_id, payload, attempts, max_attempts)
       select t.id, json_build_object('tenantId', $1::text, 'plane', 'control',
         'outboxId', app.uuid7(), 'job', 'no.such.job', 'input', '{}'::json), 12, 12
       from graphile_worker._private_tasks t, generate_series(1, 1100) where identifier = 'procedure'`,
      [a.tenantId],
    );
    await tendParked(queue);
    expect([(await parked(a.tenantId)).length, await left()]).toEqual([1100, 0]);
  });

  it('are tried again where staff asked before all was set down', async () => {
    const id = await inQueue(b.tenantId, { set: dead });
    await tendParked(queue);
    await inQueue(b.tenantId);
    await query(
      `update graphile_worker._private_jobs set ${dead},
         payload = jsonb_set(payload::jsonb, '{outboxId}', to_jsonb($1::text))::json`,
      [id],
    );
    await query('update control.parked_jobs set retry_asked_at = now() where id = $1', [id]);
    await tendParked(queue);
    expect(await parked(b.tenantId)).toEqual([]);
    expect((await loadsIn(queue)).get(b.tenantId)).toMatchObject({ held: 1 });
  });

  it('hold up no other where one cannot be put back, and may be asked for again', async () => {
    const [bad] = [
      await inQueue(b.tenantId, { set: dead }),
      await inQueue(b.tenantId, { set: dead }),
    ];
    await tendParked(queue);
    await query('update control.parked_jobs set retry_asked_at = now() where tenant_id = $1', [
      b.tenantId,
    ]);
    const addJob: WorkerUtils['addJob'] = async (task, payload, spec) => {
      if (spec?.jobKey === bad) throw new Error('no');
      return await queue.addJob(task, payload, spec);
    };
    await tendParked({ ...queue, addJob });
    expect(await parked(b.tenantId)).toMatchObject([{ id: bad, asked: false }]);
    expect((await loadsIn(queue)).get(b.tenantId)).toMatchObject({ held: 1 });
  });
});
