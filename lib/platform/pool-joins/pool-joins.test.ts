import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '../../doors/callable';
import { openCampus } from '../../identity/pool-join/testing/campus';
import { poolJoinsProcedures } from './procedures';

const { preview, offer, withdraw, bringAgain } = poolJoinsProcedures;

let stage: Awaited<ReturnType<typeof openCampus>>;

beforeAll(async () => {
  stage = await openCampus();
});
afterAll(() => stage.world.end());

it('is offered by staff with the name typed, once at a time, and taken back', async () => {
  const { tenant } = await stage.school();
  const id = tenant.tenantId;
  const { poolId, slug } = stage.campus;
  const wrong = { id, poolId, name: 'another', reason: 'One account' };
  await expect(invoke(offer, wrong, stage.asStaff())).rejects.toMatchObject({
    fields: { name: expect.any(String) },
  });
  const own = { ...wrong, name: tenant.slug, poolId: tenant.poolId };
  await expect(invoke(offer, own, stage.asStaff())).rejects.toMatchObject({
    fields: { poolId: expect.any(String) },
  });
  await stage.offer(tenant);
  await expect(stage.offer(tenant)).rejects.toMatchObject({ code: 'conflict' });
  expect(await invoke(preview, { id }, stage.asStaff())).toMatchObject({
    people: 1,
    hasOwner: true,
    join: { state: 'offered' },
    pools: [{ id: poolId, tenants: [slug] }],
  });
  await invoke(withdraw, { id, reason: 'Not yet' }, stage.asStaff());
  expect(await invoke(preview, { id }, stage.asStaff())).toMatchObject({
    join: { state: 'called_off' },
  });
  await expect(invoke(withdraw, { id, reason: 'Again' }, stage.asStaff())).rejects.toMatchObject({
    code: 'precondition',
  });
  await stage.offer(tenant);
  // Nobody came over whose records could lag behind.
  const again = { id, reason: 'To be sure' };
  expect(await invoke(bringAgain, again, stage.asStaff())).toEqual({ people: 0 });
});
