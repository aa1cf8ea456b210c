import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { read } from '@/db/wire/access';
import { publishPlan, putOn } from '@/lib/billing/testing/plans';
import { openStaff } from '@/lib/platform/testing/staff';
import { invoke } from './callable';
import { procedure } from './procedure';
import { openWorld, type World } from './testing';

const wait = procedure(
  {
    name: 'things.wait',
    summary: 'Has the database wait',
    method: 'GET',
    path: null,
    permission: 'records.read',
    plane: 'tenant',
    module: 'collections',
    input: z.strictObject({ seconds: z.number() }),
    output: z.strictObject({}),
  },
  async ({ db }, { seconds }) => {
    await db.execute(read(sql`select pg_sleep(${seconds})`));
    return {};
  },
);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

it('a plan says how long the database works on one statement, for that tenant alone', async () => {
  const asStaff = await openStaff(world);
  const [hasty, other] = [await world.tenant(), await world.tenant()];
  const plan = await publishPlan(asStaff, { statementSeconds: 1 });
  await putOn(asStaff, hasty.tenantId, plan);
  const asked = (await world.member(hasty, 'admin')).call();
  await expect(invoke(wait, { seconds: 1.5 }, asked)).rejects.toMatchObject({
    code: 'unavailable',
    message: 'This took too long and was stopped. Nothing was changed.',
  });
  await invoke(wait, { seconds: 0.2 }, asked);
  await invoke(wait, { seconds: 1.5 }, (await world.member(other, 'admin')).call());
});
