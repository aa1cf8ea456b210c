import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parkedToRetry } from '@/db/directory';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestTenant, type World } from '@/lib/doors/testing';
import { openStaff } from '@/lib/platform/testing/staff';
import { parkedProcedures as jobs } from './procedures';

const reason = 'The receiver is well again';
let world: World;
let asStaff: () => DoorCall;
let a: TestTenant;
let b: TestTenant;

beforeAll(async () => {
  world = await openWorld();
  asStaff = await openStaff(world);
  a = await world.tenant();
  b = await world.tenant();
});
afterAll(() => world.end());

async function park({ tenantId }: TestTenant, error = 'No answer.') {
  const id = uuidv7();
  await world.database.query(
    `insert into control.parked_jobs (tenant_id, id, plane, job, input, attempts, error)
     values ($1, $2, 'control', 'mail.deliver', '{"mailId": "secret"}', 12, $3)`,
    [tenantId, id, error],
  );
  return id;
}

describe('platform.jobs', () => {
  it('shows what is parked, of all tenants or of one, and nothing of what the job was given', async () => {
    const [mine, other] = [await park(a), await park(b)];
    const all = await invoke(jobs.list, {}, asStaff());
    expect(all.jobs.map(({ id }) => id).sort()).toEqual([mine, other].sort());
    const ofOne = await invoke(jobs.list, { tenantId: a.tenantId }, asStaff());
    expect(ofOne).toMatchObject({
      count: 1,
      jobs: [{ id: mine, tenant: { id: a.tenantId }, attempts: 12, error: 'No answer.' }],
    });
    expect(JSON.stringify(all)).not.toContain('secret');
  });

  it('asks for one more try, once', async () => {
    const id = await park(a);
    await invoke(jobs.retry, { id, reason }, asStaff());
    await expect(invoke(jobs.retry, { id, reason }, asStaff())).rejects.toMatchObject({
      code: 'precondition',
    });
    const absent = { id: uuidv7(), reason };
    await expect(invoke(jobs.retry, absent, asStaff())).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(parkedToRetry(10)).rejects.toMatchObject({ kind: 'denied' });
    const [row] = await world.database.query<{ asked: boolean }>(
      'select retry_asked_at is not null as asked from control.parked_jobs where id = $1',
      [id],
    );
    expect(row?.asked).toBe(true);
  });

  it('is for staff alone', async () => {
    const admin = await world.member(a, 'admin');
    await expect(invoke(jobs.list, {}, admin.call())).rejects.toMatchObject({ code: 'not_found' });
    const id = await park(a);
    await expect(invoke(jobs.retry, { id, reason }, admin.call())).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
