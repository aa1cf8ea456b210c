import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteUsage } from '@/db/usage/note';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { openStaff } from '../testing/staff';
import { subscriptionsProcedures as subscriptions } from './procedures';

describe('what a tenant used, as staff see it', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.end());

  it('is told of that tenant alone, and to staff alone', async () => {
    const asStaff = await openStaff(world);
    const tenant = await world.tenant();
    const other = await world.tenant();
    const at = new Date().toISOString();
    const nobody = { actorId: null, tokenId: null, module: null };
    const used = {
      id: uuidv7(),
      tenantId: tenant.tenantId,
      at,
      meter: 'requests' as const,
      quantity: 7,
    };
    await noteUsage([{ ...used, ...nobody }]);
    const seen = (id: string) => invoke(subscriptions.usage, { id }, asStaff());
    expect(
      (await seen(tenant.tenantId)).meters.map(({ meter, used: sum }) => [meter, sum]),
    ).toEqual([['requests', 7]]);
    expect((await seen(other.tenantId)).meters).toEqual([]);
    await expect(seen(uuidv7())).rejects.toMatchObject({ code: 'not_found' });
    const admin = await world.member(tenant, 'admin');
    await expect(
      invoke(subscriptions.usage, { id: tenant.tenantId }, admin.call()),
    ).rejects.toMatchObject({ code: expect.stringMatching(/not_found|unauthenticated|forbidden/) });
  });
});
