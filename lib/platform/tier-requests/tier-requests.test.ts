import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestTenant, type World } from '@/lib/doors/testing';
import { openStaff } from '../testing/staff';
import { tierRequestsProcedures as requests } from './procedures';

const reason = 'We looked into it';

let world: World;
let asStaff: () => DoorCall;
let tenant: TestTenant;

beforeAll(async () => {
  world = await openWorld();
  asStaff = await openStaff(world);
  tenant = await world.tenant();
});
afterAll(() => world.end());

it('nothing is granted or declined that nobody asked for, or without a reason', async () => {
  const id = tenant.tenantId;
  const shardId = uuidv7();
  const absent = { code: 'not_found' };
  const decline = (of: string) => invoke(requests.decline, { id: of, reason }, asStaff());
  const grant = invoke(requests.grant, { id, shardId, reason }, asStaff());
  await expect(grant).rejects.toMatchObject(absent);
  await expect(decline(id)).rejects.toMatchObject(absent);
  await expect(decline(uuidv7())).rejects.toMatchObject(absent);
  await expect(invoke(requests.decline, { id, reason: '' }, asStaff())).rejects.toMatchObject({
    fields: { reason: expect.any(String) },
  });
  expect((await invoke(requests.list, {}, asStaff())).requests).toEqual([]);
});

it('a grant that cannot begin leaves the request waiting', async () => {
  await world.database.query(
    `insert into control.tier_requests (tenant_id, id, tier, asked_by_name)
     select tenant_id, tenant_id, case tier when 'schema' then 'database' else 'schema' end, 'Olga'
     from control.placements where tenant_id = $1`,
    [tenant.tenantId],
  );
  const nowhere = { id: tenant.tenantId, shardId: uuidv7(), reason };
  const grant = invoke(requests.grant, nowhere, asStaff());
  await expect(grant).rejects.toMatchObject({ code: 'precondition' });
  const { requests: listed } = await invoke(requests.list, { state: 'waiting' }, asStaff());
  expect(listed).toMatchObject([{ tenant: { id: tenant.tenantId }, moveId: null }]);
});
