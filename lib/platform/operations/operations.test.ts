import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertStaff } from '@/db/installation';
import { mostAttempts, Operations } from '@/db/operations/queue';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestTenant, type World } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { hashToken, newToken } from '@/lib/identity/secrets';
import { workProcedures as work } from './procedures';

const reason = 'The disk has room again';
const absent = '01900000-0000-7000-8000-000000000000';
const staffToken = newToken();

let world: World;
let tenant: TestTenant;
let operations: Operations;

beforeAll(async () => {
  world = await openWorld();
  tenant = await world.tenant();
  operations = new Operations(world.database.urlOf('rowhouse_operator'));
  await insertStaff(world.database.adminUrl, {
    email: 'rowan@rowhouse.example',
    name: 'Rowan',
    passwordHash: 'none',
    tokenHash: hashToken(staffToken),
  });
});
afterAll(async () => {
  await operations.close();
  await world.end();
});

const asStaff = (): DoorCall => {
  const headers = { host: 'console.rowhouse.localhost', authorization: `Bearer ${staffToken}` };
  return webCall('rest', new Headers(headers), '10.0.0.1');
};

const failed = async (kind: string, error: string | null = 'The store for archives is full.') => {
  const id = uuidv7();
  await world.database.query(
    `insert into control.operations (tenant_id, id, kind, state, error, attempts, finished_at)
     values ($1, $2, $3, 'failed', $4, 1, now())`,
    [tenant.tenantId, id, kind, error],
  );
  return id;
};

const lease = { worker: uuidv7(), seconds: 30 };

describe('platform.operations', () => {
  it('shows what failed with its last words, and begins it anew when staff ask', async () => {
    const id = await failed('backup');
    const { operations: shown } = await invoke(work.list, { tenantId: tenant.tenantId }, asStaff());
    expect(shown).toMatchObject([
      { id, state: 'failed', error: 'The store for archives is full.' },
    ]);
    expect(await operations.claim(['backup'], lease)).toBeNull();
    await invoke(work.retry, { id, reason }, asStaff());
    expect(await operations.claim(['backup'], lease)).toMatchObject({ id, attempts: 1 });
    await operations.finish({ tenantId: tenant.tenantId, id } as never, lease.worker, {});
    const refused = invoke(work.retry, { id, reason }, asStaff());
    await expect(refused).rejects.toMatchObject({ code: 'precondition' });
  });

  it('sets down as failed what was begun again and again and never ended', async () => {
    const { tenantId } = tenant;
    await operations.ask({ tenantId, kind: 'export' });
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const claimed = await operations.claim(['export'], { ...lease, seconds: -1 });
      expect(claimed).toMatchObject({ attempts: attempt });
    }
    expect(await operations.claim(['export'], lease)).toBeNull();
    const { operations: shown } = await invoke(work.list, { tenantId }, asStaff());
    expect(shown[0]).toMatchObject({ kind: 'export', attempts: mostAttempts });
    expect(shown[0]?.error).toMatch(/its process died/);
  });

  it('lets one of a kind wait at a time', async () => {
    const { tenantId } = tenant;
    const id = await failed('restore.preview');
    await operations.ask({ tenantId, kind: 'restore.preview' });
    await invoke(work.retry, { id, reason }, asStaff());
    const first = await operations.claim(['restore.preview'], lease);
    expect(first?.id).not.toBe(id);
    await operations.finish(first as never, lease.worker, {});
    expect(await operations.claim(['restore.preview'], lease)).toMatchObject({ id });
    await operations.finish({ tenantId, id } as never, lease.worker, {});
  });

  it('is for staff only, wants a reason, and knows what does not exist', async () => {
    const id = await failed('restore.copy');
    const admin = await world.member(tenant, 'admin');
    await expect(invoke(work.retry, { id, reason }, admin.call())).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(invoke(work.list, {}, admin.call())).rejects.toMatchObject({ code: 'not_found' });
    await expect(invoke(work.retry, { id: absent, reason }, asStaff())).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(invoke(work.retry, { id, reason: '' }, asStaff())).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    });
  });
});
