import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noteUsage, type UsageEvent } from '@/db/usage/note';
import { sealHours } from '@/db/usage/seal';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { planProcedures as plan } from '../procedures';
import { Flusher, tally } from './flush';

const flusher = new Flusher(tally());

let world: World;
let a: TestTenant;
let b: TestTenant;
let admin: TestMember;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  [a, b] = [await world.tenant(), await world.tenant()];
  admin = await world.member(a, 'admin');
});

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

const event = (more: Partial<UsageEvent> = {}): UsageEvent => ({
  ...{ id: uuidv7(), tenantId: a.tenantId, at: hoursAgo(3), meter: 'requests', quantity: 5 },
  ...{ actorId: null, tokenId: null, module: null },
  ...more,
});

const sealedOf = ({ tenantId }: TestTenant) =>
  world.database.query<{ meter: string; sequence: number; quantity: string }>(
    `select meter, sequence, quantity from control.usage_hours where tenant_id = $1
     order by meter, hour, sequence`,
    [tenantId],
  );

describe('usage', () => {
  it('is noted once, however often it is told', async () => {
    const events = [event(), event({ actorId: admin.userId, quantity: 7 })];
    await Promise.all([noteUsage(events), noteUsage(events)]);
    await noteUsage(events);
    await sealHours(world.database.servers);
    expect(await sealedOf(a)).toEqual([{ meter: 'requests', sequence: 0, quantity: '12' }]);
  });

  it('corrects an hour that is sealed by a row of its own', async () => {
    await noteUsage([event()]);
    await sealHours(world.database.servers);
    await noteUsage([event({ quantity: 2 })]);
    await Promise.all([sealHours(world.database.servers), sealHours(world.database.servers)]);
    expect(await sealedOf(a)).toEqual([
      { meter: 'requests', sequence: 0, quantity: '5' },
      { meter: 'requests', sequence: 1, quantity: '2' },
    ]);
  });

  it('leaves the present hour open, and counts nothing of tenants there are none of', async () => {
    const nobody = uuidv7();
    await noteUsage([event({ at: hoursAgo(0) }), event({ tenantId: nobody })]);
    await sealHours(world.database.servers);
    expect(await sealedOf(a)).toEqual([]);
    const kept = await world.database.query(
      'select id from control.usage_events where tenant_id = $1',
      [nobody],
    );
    expect(kept).toEqual([]);
  });

  it('counts what operations cost, with who used what', async () => {
    await invoke(plan.get, {}, admin.call());
    await flusher.flush();
    const rows = await world.database.query<{ meter: string; actor_id: string }>(
      `select distinct meter, actor_id from control.usage_events where tenant_id = $1`,
      [a.tenantId],
    );
    expect(rows).toContainEqual({ meter: 'computing', actor_id: admin.userId });
    // A page of the product asks in person: that is no call of the API.
    expect(rows.map(({ meter }) => meter)).not.toContain('requests');
  });

  it('is shown to admins by member and module, and to nobody else', async () => {
    const day = { at: new Date(Date.now() - 60_000).toISOString() };
    await noteUsage([event({ ...day, actorId: admin.userId, module: 'tasks' }), event(day)]);
    await world.database.query(
      `update control.usage_events set at = date_trunc('hour', now() - interval '3 hours')
       where tenant_id = $1`,
      [a.tenantId],
    );
    await sealHours(world.database.servers);
    const { meters } = await invoke(plan.usage, {}, admin.call());
    const requests = meters.find(({ meter }) => meter === 'requests');
    expect(requests?.days.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(10);
    expect(requests?.byMember).toMatchObject([{ id: admin.userId, quantity: 5 }]);
    expect(requests?.byModule).toMatchObject([{ id: 'tasks', quantity: 5 }]);
    const others = await world.member(b, 'admin');
    const weak = await world.member(a, 'basic');
    expect((await invoke(plan.usage, {}, others.call())).meters).toEqual([]);
    await expect(invoke(plan.usage, {}, weak.call())).rejects.toMatchObject({ code: 'forbidden' });
  });
});
