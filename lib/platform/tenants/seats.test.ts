import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { peopleProcedures as people } from '@/lib/access/people/procedures';
import { auditProcedures } from '@/lib/audit/procedures';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { sessionCookie } from '@/lib/identity/cookies';
import { platformAuditProcedures as platformAudit } from '../audit/procedures';
import { consoleCall, openStaff } from '../testing/staff';
import { tenantsProcedures as tenants } from './procedures';

const reason = 'Asked for by its owner';

let world: World;
let asStaff: () => DoorCall;
let a: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
  asStaff = await openStaff(world);
});
afterAll(() => world.end());

beforeEach(async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
});

describe('tenants.limitSeats', () => {
  const limitSeats = (seats: number | null, more = {}) =>
    invoke(tenants.limitSeats, { id: a.tenantId, seats, reason, ...more }, asStaff());

  it('says how many members there may be, to both sides, and takes it back', async () => {
    await world.member(a, 'basic');
    await limitSeats(1);
    expect(await invoke(people.seats, {}, admin.call())).toMatchObject({ taken: 2, limit: 1 });
    expect(await invoke(tenants.get, { id: a.tenantId }, asStaff())).toMatchObject({
      members: 2,
      seatLimit: 1,
    });
    await limitSeats(25);
    await limitSeats(null);
    expect((await invoke(people.seats, {}, admin.call())).limit).toBeNull();
    const { events } = await invoke(auditProcedures.audit.list, {}, admin.call());
    expect(events.map(({ procedure, detail }) => [procedure, detail])).toEqual([
      ['tenants.limitSeats', { from: 25, to: null, reason }],
      ['tenants.limitSeats', { from: 1, to: 25, reason }],
      ['tenants.limitSeats', { from: null, to: 1, reason }],
    ]);
    const record = await invoke(platformAudit.list, { tenantId: a.tenantId }, asStaff());
    expect(record.events).toHaveLength(3);
  });

  it('concerns one tenant, is for staff, and refuses what is no number of seats', async () => {
    await limitSeats(1);
    const b = await world.tenant();
    expect((await invoke(tenants.get, { id: b.tenantId }, asStaff())).seatLimit).toBeNull();
    await expect(limitSeats(2, { id: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'not_found',
    });
    for (const seats of [0, -1, 1.5, 2_000_000, Number.NaN]) {
      await expect(limitSeats(seats)).rejects.toMatchObject({
        fields: { seats: expect.any(String) },
      });
    }
    await expect(limitSeats(2, { reason: '' })).rejects.toMatchObject({ code: 'invalid' });
    const byAdmin = invoke(
      tenants.limitSeats,
      { id: a.tenantId, seats: 9, reason },
      consoleCall(`${sessionCookie()}=${admin.token}`),
    );
    await expect(byAdmin).rejects.toMatchObject({ code: 'unauthenticated' });
    expect((await invoke(people.seats, {}, admin.call())).limit).toBe(1);
  });
});
