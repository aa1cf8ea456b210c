import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setTestTier, testTier } from '@/db/testing/tier';
import { hourMs } from '@/db/usage/lasting';
import { measureLasting } from '@/db/usage/measure';
import { type Drift, recount } from '@/db/usage/recount';
import { sealHours } from '@/db/usage/seal';
import { openWorld, type World } from '@/lib/doors/testing';
import { missing } from '../meters';
import { History } from '../testing/history';

const usual = testTier();
const hours = 6;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

/** Numbers that look random and are the same in every run. */
function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** A tenant with a history that began some hours ago; the last of them is over. */
async function historyAt(tier: typeof usual) {
  setTestTier(tier);
  const tenant = await world.tenant();
  setTestTier(usual);
  const [row] = await world.database.query<{ over: Date }>(
    `select date_trunc('hour', now() - interval '5 minutes', 'UTC') as over`,
  );
  const over = row?.over.getTime() ?? 0;
  const history = new History(world, tenant, over - hours * hourMs);
  await history.open();
  return history;
}

const micros = (hour: number) => BigInt(Math.floor(hour * hourMs * 1000));

async function told({ tenant, begin }: History) {
  const rows = await world.database.query<{ hour: Date; sequence: number; quantity: string }>(
    `select hour, sequence, quantity from control.usage_hours
     where tenant_id = $1 and meter = 'storage' order by hour, sequence`,
    [tenant.tenantId],
  );
  return rows.map(({ hour, sequence, quantity }) => ({
    hour: (hour.getTime() - begin) / hourMs,
    sequence,
    quantity: BigInt(quantity),
  }));
}

/** As if so many hours were not looked at yet. */
const forget = ({ tenant }: History, count: number) =>
  world.database.query(
    `update control.usage_marks set until = until - make_interval(hours => $2)
     where tenant_id = $1 and meter = 'storage'`,
    [tenant.tenantId, count],
  );

/** As if there was no count for more than a day. */
const age = (tenantId: string) =>
  world.database.query(
    `update control.usage_marks set recounted_at = now() - interval '26 hours'
     where tenant_id = $1 and meter = 'storage'`,
    [tenantId],
  );

async function countAnew() {
  const drifts: Drift[] = [];
  const faults: string[] = [];
  await recount(world.database.servers, missing, {
    drift: (drift) => drifts.push(drift),
    fault: (tenantId) => faults.push(tenantId),
  });
  return { drifts, faults };
}

const measure = async () => {
  const { faults } = await measureLasting(world.database.servers);
  expect(faults).toEqual([]);
  await sealHours(world.database.servers);
};

describe.each(['pooled', 'schema', 'database'] as const)('storage of a %s tenant', (tier) => {
  it('is sealed to the byte-hour, and once, by whoever measures at the same time', async () => {
    const history = await historyAt(tier);
    const random = seeded(tier.length);
    const times = Array.from({ length: 25 }, () => random() * hours).sort((a, b) => a - b);
    for (const at of times) await history.happen(micros(at), random);
    const { servers } = world.database;
    const both = await Promise.all([measureLasting(servers), measureLasting(servers)]);
    expect(both.flatMap(({ faults }) => faults)).toEqual([]);
    await Promise.all([sealHours(servers), sealHours(servers)]);
    const expected = Array.from({ length: hours }, (_, hour) => ({
      ...{ hour, sequence: 0 },
      quantity: history.expected(hour, 'rows') + history.expected(hour, 'files'),
    }));
    expect(await told(history)).toEqual(expected);
    await measure();
    expect(await told(history)).toEqual(expected);
  });
});

describe('storage', () => {
  it('corrects a sealed hour by what committed late', async () => {
    const history = await historyAt('pooled');
    await history.happen(micros(1), () => 0.01);
    await measure();
    const before = (await told(history)).filter(({ hour }) => hour === hours - 1);
    await history.happen(micros(hours - 0.5), () => 0.01);
    await forget(history, 1);
    await measure();
    const after = (await told(history)).filter(({ hour }) => hour === hours - 1);
    expect(before.map(({ sequence }) => sequence)).toEqual([0]);
    expect(after.map(({ sequence }) => sequence)).toEqual([0, 1]);
    const sum = after.reduce((all, { quantity }) => all + quantity, 0n);
    expect(sum).toBe(history.expected(hours - 1, 'rows') + history.expected(hours - 1, 'files'));
  });

  it('credits what a count finds missing, and shows why', async () => {
    const history = await historyAt('pooled');
    await history.happen(micros(1), () => 0.01);
    await measure();
    const { tenantId } = history.tenant;
    await age(tenantId);
    await world.rowsOf(
      history.tenant,
      `with off as (select set_config('session_replication_role', 'replica', true))
       delete from records using off where tenant_id = $1`,
      [tenantId],
    );
    const { drifts } = await countAnew();
    const mine = drifts.filter((drift) => drift.tenantId === tenantId);
    expect(mine).toMatchObject([{ meter: 'storage', kind: 'rows' }]);
    expect(mine[0]?.more).toBeLessThan(0n);
    const [credit] = await world.database.query<{ quantity: string; reason: string }>(
      `select quantity, reason from control.usage_events
       where tenant_id = $1 and reason is not null`,
      [tenantId],
    );
    expect(Number(credit?.quantity)).toBeLessThan(0);
    expect(await countAnew()).toEqual({ drifts: [], faults: [] });
  });

  it('is measured and counted anew of all others where one cannot be read', async () => {
    const [gone, other] = [await world.tenant(), await historyAt('pooled')];
    const lost = await world.tenant();
    await measure();
    await world.database.query(
      `update control.placements set schema_name = 'nowhere' where tenant_id = any($1)`,
      [[gone.tenantId, lost.tenantId]],
    );
    await world.database.query(
      `delete from control.usage_marks where tenant_id = $1 and meter = 'storage'`,
      [lost.tenantId],
    );
    await forget(other, 1);
    await age(gone.tenantId);
    await age(other.tenant.tenantId);
    const { faults } = await measureLasting(world.database.servers, 1);
    expect(faults.map(({ schemaName }) => schemaName)).toContain('nowhere');
    expect((await countAnew()).faults).toEqual([gone.tenantId]);
    const late = await world.database.query(
      `select 1 from control.usage_marks where tenant_id = $1 and meter = 'storage'
       and (recounted_at < now() - interval '1 hour'
         or until < date_trunc('hour', now() - interval '5 minutes', 'UTC'))`,
      [other.tenant.tenantId],
    );
    expect(late).toEqual([]);
  });
});
