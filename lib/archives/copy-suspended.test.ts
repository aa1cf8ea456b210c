import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishPlan, putOn, reason } from '@/lib/billing/testing/plans';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { subscriptionsProcedures as subscriptions } from '@/lib/platform/subscriptions/procedures';
import { openStaff } from '@/lib/platform/testing/staff';
import { setFileStore } from '../files/file-store';
import { LocalFolder } from '../files/local-folder';
import { run } from './testing/run';
import { stockedTenant } from './testing/stocked';

let world: World;
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rowhouse-archives-'));
  setFileStore(new LocalFolder(root));
  world = await openWorld();
});
afterAll(async () => {
  await world.end();
  await rm(root, { recursive: true, force: true });
});

it('a copy is opened though the plan of its source is suspended, on that plan', async () => {
  const tenant = await stockedTenant(world);
  const asStaff = await openStaff(world);
  const limits = { members: { max: 1, kind: 'hard' as const } };
  const { id: subscriptionId, revision } = await putOn(
    asStaff,
    tenant.tenantId,
    await publishPlan(asStaff, { limits }),
  );
  const admin = await world.member(tenant, 'admin');
  const stop = { subscriptionId, revision, to: 'suspended' as const, at: null, reason };
  await invoke(subscriptions.turn, { id: tenant.tenantId, ...stop }, asStaff());
  const { id: archiveId } = await run(world, tenant, 'backup');
  const input = { archiveId, slug: `late-${tenant.slug.slice(-8)}`, name: 'The copy' };
  const made = await run(world, tenant, 'restore.copy', input, { askedBy: admin.userId });
  const rows = await world.database.query(
    `select t.status, m.user_id as "admin", s.state from control.tenants t
     join control.memberships m on m.tenant_id = t.id
     join control.subscriptions s on s.tenant_id = t.id where t.id = $1`,
    [made.result.copyId],
  );
  expect(rows).toEqual([{ status: 'active', admin: admin.userId, state: 'suspended' }]);
});
