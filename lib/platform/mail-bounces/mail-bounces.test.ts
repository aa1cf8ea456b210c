import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { bounceHash } from '@/lib/mail/bounces';
import { openStaff } from '../testing/staff';
import { mailBouncesProcedures as bounces } from './procedures';

let world: World;
let staff: Awaited<ReturnType<typeof openStaff>>;

beforeAll(async () => {
  world = await openWorld();
  staff = await openStaff(world);
});
afterAll(() => world.end());

const shut = (tenantId: string, address: string) =>
  world.database.query(
    `insert into control.bounced_addresses (tenant_id, id, address_hash, reason)
     values ($1, app.uuid7(), $2, 'No such user')`,
    [tenantId, bounceHash(tenantId, address)],
  );

it('is counted and lifted by staff with a reason, for that tenant alone', async () => {
  const [{ tenantId: id }, other] = [await world.tenant(), await world.tenant()];
  for (const tenantId of [id, other.tenantId]) await shut(tenantId, 'kim@a.example');
  await shut(id, 'lee@a.example');
  const counted = async (of: string) =>
    (await invoke(bounces.count, { id: of }, staff())).addresses;
  expect(await counted(id)).toBe(2);
  const lift = { id, address: ' KIM@a.example ', reason: 'The mailbox is back' };
  await invoke(bounces.lift, lift, staff());
  expect([await counted(id), await counted(other.tenantId)]).toEqual([1, 1]);
  await expect(invoke(bounces.lift, lift, staff())).rejects.toMatchObject({ code: 'not_found' });
  const admin = await world.member(other, 'admin');
  await expect(invoke(bounces.lift, lift, admin.call())).rejects.toMatchObject({
    code: 'not_found',
  });
  const [told] = await world.database.query(
    `select detail from control.audit_events where tenant_id = $1 and procedure = 'mailBounces.lift'`,
    [id],
  );
  expect(told?.detail).toEqual({ address: 'k…@a.example', reason: 'The mailbox is back' });
});
