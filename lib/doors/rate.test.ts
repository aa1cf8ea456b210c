import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '@/lib/doors/testing';
import type { DoorCall } from './call';
import type { Caller } from './caller';
import { checkRate } from './rate';
import { limits } from './rates/limits';
import type { ProcedureMeta } from './spec';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

const heavy = { name: 'test', rate: 'heavy' } as ProcedureMeta;
const { caller: each, tenant: all } = limits.heavy;

/** Who calls in a tenant: a member by id, or a stranger from an address. */
const calls = (
  tenantId: string,
  who: { member: string } | { address: string },
  rates?: { heavy: number },
) => {
  const call = { door: 'rest', address: 'address' in who ? who.address : null } as DoorCall;
  const caller = {
    tenant: { id: tenantId },
    user: 'member' in who ? { id: who.member } : null,
    staff: null,
    plan: rates ? { name: 'Small', terms: { rates } } : null,
  } as unknown as Caller;
  return { call, ask: () => checkRate(heavy, call, caller) };
};

async function admitted({ ask }: ReturnType<typeof calls>, times: number): Promise<number> {
  const results = await Promise.allSettled(Array.from({ length: times }, ask));
  return results.filter(({ status }) => status === 'fulfilled').length;
}

it('lets strangers use up their own share and none of what members have', async () => {
  const tenantId = uuidv7();
  const rates = { heavy: 4 };
  let came = 0;
  for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) {
    came += await admitted(calls(tenantId, { address }, rates), 3);
  }
  expect(came).toBe(4);
  await expect(calls(tenantId, { address: '10.0.0.9' }, rates).ask()).rejects.toMatchObject({
    code: 'limit',
    retryAfterSeconds: expect.any(Number),
  });
  expect(await admitted(calls(tenantId, { member: 'a' }, rates), 4)).toBe(2);
});

it('does not let one who asks too often use up what colleagues have', async () => {
  const tenantId = uuidv7();
  const greedy = await admitted(calls(tenantId, { member: 'a' }), 5 * each);
  expect(greedy).toBeGreaterThanOrEqual(each);
  expect(greedy).toBeLessThan(all);
  expect(await admitted(calls(tenantId, { member: 'b' }), 1)).toBe(1);
});

it('leaves colleagues their part under a small plan, too', async () => {
  const tenantId = uuidv7();
  const rates = { heavy: 10 };
  expect(await admitted(calls(tenantId, { member: 'a' }, rates), 20)).toBe(5);
  expect(await admitted(calls(tenantId, { member: 'b' }, rates), 1)).toBe(1);
});

it('counts all callers of a tenant together, and tells each how it stands', async () => {
  const tenantId = uuidv7();
  const asked = ['a', 'b', 'c', 'd', 'e', 'f'].map((member) =>
    calls(tenantId, { member }, { heavy: 4 }),
  );
  const outcomes = await Promise.allSettled(asked.map(({ ask }) => ask()));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
  expect(asked.at(-1)?.call.rates).toMatchObject([
    { name: 'heavy', size: 2, left: 1 },
    { name: 'heavy-workspace', size: 4, left: 0 },
  ]);
});

it('goes by the plan, and names it', async () => {
  const tenantId = uuidv7();
  const rates = { heavy: 2 };
  expect(await admitted(calls(tenantId, { member: 'a' }, rates), 6)).toBe(1);
  expect(await admitted(calls(tenantId, { member: 'b' }, rates), 6)).toBe(1);
  await expect(calls(tenantId, { member: 'c' }, rates).ask()).rejects.toMatchObject({
    message: expect.stringContaining('the plan Small'),
  });
});
