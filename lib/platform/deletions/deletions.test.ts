import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { auditProcedures } from '@/lib/audit/procedures';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { dayMs } from '../../tenancy/deletion/cooling';
import { deletionProcedures } from '../../tenancy/deletion/procedures';
import { tenantsProcedures as tenants } from '../tenants/procedures';
import { consoleCall, openStaff } from '../testing/staff';
import { deletionsProcedures as deletions } from './procedures';

const reason = 'Their owner called us';

let world: World;
let asStaff: () => DoorCall;
let tenant: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
  asStaff = await openStaff(world);
});
afterAll(() => world.end());
beforeEach(async () => {
  tenant = await world.tenant();
  admin = await world.member(tenant, 'admin');
  await invoke(deletionProcedures.ask, { name: tenant.slug }, admin.call());
});

const listed = async (query: { state?: 'open'; tenantId?: string } = {}) =>
  (await invoke(deletions.list, { tenantId: tenant.tenantId, ...query }, asStaff())).deletions;

it('staff see who asked to go, in the list and among the tenants', async () => {
  expect(await listed({ state: 'open' })).toMatchObject([
    { tenantId: tenant.tenantId, state: 'waiting', askedByName: 'admin member', removed: null },
  ]);
  const page = await invoke(tenants.list, { leaving: 'yes', q: tenant.slug }, asStaff());
  expect(page).toMatchObject({ total: 1, leaving: 1 });
  expect(page.tenants[0]?.leavesAt).toBeInstanceOf(Date);
  const other = await world.tenant();
  const none = await invoke(tenants.list, { leaving: 'yes', q: other.slug }, asStaff());
  expect(none).toMatchObject({ total: 0, leaving: 0, tenants: [] });
});

it('staff keep a tenant, with a reason that its admins read', async () => {
  await invoke(deletions.cancel, { id: tenant.tenantId, reason }, asStaff());
  expect(await listed({ state: 'open' })).toEqual([]);
  expect(await listed()).toMatchObject([{ state: 'cancelled', endReason: reason }]);
  expect((await invoke(deletionProcedures.get, {}, admin.call())).deletion).toBeNull();
  const { events } = await invoke(auditProcedures.audit.list, {}, admin.call());
  expect(events[0]).toMatchObject({ procedure: 'deletions.cancel', actorName: 'Platform staff' });
  const again = invoke(deletions.cancel, { id: tenant.tenantId, reason }, asStaff());
  await expect(again).rejects.toMatchObject({ code: 'precondition' });
});

it('staff put the end off', async () => {
  const [before] = await listed();
  const put = { id: tenant.tenantId, days: 7, reason };
  const after = await invoke(deletions.postpone, put, asStaff());
  expect(after.dueAt.getTime() - Number(before?.dueAt)).toBe(7 * dayMs);
  const wrong = invoke(deletions.postpone, { ...put, days: 0, reason: '' }, asStaff());
  await expect(wrong).rejects.toMatchObject({
    fields: { days: expect.any(String), reason: expect.any(String) },
  });
});

it('is for staff, about tenants that asked', async () => {
  for (const act of [deletions.cancel, deletions.postpone]) {
    const input = { id: tenant.tenantId, days: 1, reason };
    const given = act === deletions.cancel ? { id: input.id, reason } : input;
    const asked = (what: object, call: DoorCall) => invoke(act as never, what as never, call);
    await expect(asked({ ...given, id: uuidv7() }, asStaff())).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(asked(given, consoleCall())).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(asked(given, admin.call())).rejects.toMatchObject({ code: 'not_found' });
  }
  await expect(invoke(deletions.list, {}, admin.call())).rejects.toMatchObject({
    code: 'not_found',
  });
});
