import { afterAll, beforeAll, expect, it } from 'vitest';
import { collections } from '@/db/schema/tenant';
import { mintTenantScope } from '@/db/scope';
import { withTenant } from '@/db/tenant';
import { testTier } from '@/db/testing/tier';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { dataProcedures } from './procedures';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

it('counts rows of this tenant only and says where they live', async () => {
  const a = await world.tenant();
  const b = await world.tenant();
  const company = await world.member(a, 'company');
  const foreign = await world.member(b, 'company');
  const scope = mintTenantScope({ tenantId: a.tenantId, actorId: null, requestId: a.tenantId });
  await withTenant(scope, (db) =>
    db.insert(collections).values([{ name: 'One' }, { name: 'Two' }] as never),
  );
  const rows = async (member: typeof company) => {
    const { tables, ...rest } = await invoke(dataProcedures.overview, {}, member.call());
    return { rest, table: tables.find(({ name }) => name === 'collections') };
  };
  const mine = await rows(company);
  expect(mine.table?.rows).toBe(2);
  expect(mine.table?.estimatedBytes).toBeGreaterThan(100);
  expect(mine.rest).toMatchObject({ tier: testTier(), files: { count: 0, bytes: 0 } });
  expect((await rows(foreign)).table?.rows).toBe(0);
  const basic = await world.member(a, 'basic');
  await expect(rows(basic)).rejects.toMatchObject({ code: 'forbidden' });
});
