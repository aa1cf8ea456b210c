import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import type { DoorCall } from './call';
import type { Caller } from './caller';
import { checkRate, limits } from './rate';
import type { ProcedureMeta } from './spec';

const heavy = { name: 'test', rate: 'heavy' } as ProcedureMeta;

/** Who calls in a tenant: a member by id, or a stranger from an address. */
const calls = (tenantId: string, who: { member: string } | { address: string }) => {
  const call = { door: 'rest', address: 'address' in who ? who.address : null } as DoorCall;
  const caller = {
    tenant: { id: tenantId },
    user: 'member' in who ? { id: who.member } : null,
    staff: null,
  } as unknown as Caller;
  return () => checkRate(heavy, call, caller);
};

async function refusals(ask: () => Promise<void>, times: number): Promise<number> {
  const results = await Promise.allSettled(Array.from({ length: times }, ask));
  return results.filter(({ status }) => status === 'rejected').length;
}

it('lets strangers use up their own share and none of what members have', async () => {
  const tenantId = uuidv7();
  for (let n = 0; n < 5; n++) await refusals(calls(tenantId, { address: `10.0.0.${n}` }), 60);
  await expect(calls(tenantId, { address: '10.0.0.9' })()).rejects.toMatchObject({
    code: 'limit',
    retryAfterSeconds: expect.any(Number),
  });
  expect(await refusals(calls(tenantId, { member: 'a' }), limits.heavy.caller)).toBe(0);
});

it('does not let one who asks too often use up what colleagues have', async () => {
  const tenantId = uuidv7();
  const { caller, tenant } = limits.heavy;
  expect(await refusals(calls(tenantId, { member: 'a' }), 10 * caller)).toBe(9 * caller);
  expect(await refusals(calls(tenantId, { member: 'b' }), tenant - caller)).toBe(0);
  expect(await refusals(calls(tenantId, { member: 'c' }), 1)).toBe(1);
  expect(await refusals(calls(uuidv7(), { member: 'c' }), 1)).toBe(0);
});
