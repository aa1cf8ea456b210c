import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { peopleProcedures as people } from '../access/people/procedures';
import { invoke } from '../doors/callable';
import { runJob } from '../doors/job';
import { openWorld, type TestTenant, type World } from '../doors/testing';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

const sync = ({ tenantId }: TestTenant, userId: string) =>
  runJob({ tenantId, plane: 'control', outboxId: uuidv7(), job: 'person.sync', input: { userId } });

const mirrored = (tenant: TestTenant, userId: string) =>
  world.rowsOf<{ name: string; state: string }>(
    tenant,
    'select name, state from people where tenant_id = $1 and id = $2',
    [tenant.tenantId, userId],
  );

it('follows a member’s name, and marks who left', async () => {
  const tenant = await world.tenant();
  const { userId, email } = await world.member(tenant, 'basic');
  await world.database.query(`update control.users set name = 'New name' where id = $1`, [userId]);
  await sync(tenant, userId);
  expect(await mirrored(tenant, userId)).toEqual([{ name: 'New name', state: 'active' }]);
  const admin = await world.member(tenant, 'admin');
  const { people: found } = await invoke(people.list, { q: email }, admin.call());
  const id = found[0]?.id ?? '';
  await invoke(people.remove, { id, reason: 'Moved away' }, admin.call());
  await sync(tenant, userId);
  expect(await mirrored(tenant, userId)).toMatchObject([{ state: 'removed' }]);
});

it('brings in nobody of another tenant', async () => {
  const tenant = await world.tenant();
  const { userId } = await world.member(await world.tenant(), 'basic');
  await sync(tenant, userId);
  expect(await mirrored(tenant, userId)).toEqual([]);
});
