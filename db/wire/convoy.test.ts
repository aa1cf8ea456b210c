import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { wireFor } from '../client';
import { keptPlacement, type Placement } from '../placement';
import { mintUserScope } from '../scope';
import { read } from './access';
import { usualLimits } from './fan';
import { drivers, type FixtureDb, KernelFixture, kernel, projects, within } from './fixture';

let fixture: KernelFixture;
const userId = randomUUID();
const tenantIds = Array.from({ length: 10 }, () => randomUUID());

beforeAll(async () => {
  fixture = await KernelFixture.create();
  await fixture.configure('pg');
  for (const tenantId of tenantIds) await fixture.addTenant(tenantId);
  await fixture.admin('insert into control.members select unnest($1::uuid[]), $2', [
    tenantIds,
    userId,
  ]);
  for (const id of tenantIds) await within(id, (db) => db.insert(projects).values({ name: id }));
});
afterAll(() => fixture.drop());
afterEach(() => vi.restoreAllMocks());

/** Asks all of them, who wait for each other as long as it takes unless told otherwise. */
const all = <T>(
  work: (db: FixtureDb, tenantId: string) => Promise<T>,
  togetherMs: number = usualLimits.eachMs,
) =>
  kernel.withTenants(
    mintUserScope({ userId, sessionId: randomUUID(), requestId: randomUUID() }),
    (db, { id }) => work(db, id),
    { ...usualLimits, togetherMs },
  );

const names = (db: FixtureDb) => db.select({ name: projects.name }).from(projects);

/** What goes to the shared tables from now on: how often together, how often alone. */
function countTrips() {
  const { connection, databaseName } = keptPlacement(tenantIds[0] ?? '') as Placement;
  const wire = wireFor({ login: 'app', shard: connection, database: databaseName, role: null });
  const [together, alone] = [vi.spyOn(wire, 'tryRun'), vi.spyOn(wire, 'run')];
  return () => [together.mock.calls.length, alone.mock.calls.length];
}

/** What those that were read found, and that each found its own. */
function namesFound(results: { tenant: { id: string }; value: string[] }[]) {
  for (const { tenant, value } of results) expect(value).toEqual([tenant.id]);
  return results.map(({ tenant }) => tenant.id).sort();
}

const namesOf = async (db: FixtureDb) => (await names(db)).map(({ name }) => name);
const others = (id: string) => tenantIds.filter((one) => one !== id).sort();

describe.each(drivers)('tenants in one convoy over %s', (driver) => {
  beforeAll(() => fixture.configure(driver));

  it('are each answered what is theirs, step by step, in fewer round trips', async () => {
    await all(names);
    const trips = countTrips();
    const { results, failures } = await all(async (db, id) => {
      const [first] = await names(db);
      const [second] = await names(db);
      return [id, first?.name, second?.name];
    });
    // Two steps of two companies, and the list, which stands in the same database here.
    const [together] = trips();
    expect(together).toBe(2 * 2);
    expect(failures).toEqual([]);
    expect(results.map(({ value }) => value).sort()).toEqual(
      tenantIds.map((id) => [id, id, id]).sort(),
    );
  });

  it('are asked alone, once and for all, where one of them fails', async () => {
    await all(names);
    const [failing = ''] = tenantIds;
    const trips = countTrips();
    const { results, failures } = await all(async (db, id) => {
      if (id === failing) await db.execute(read(sql`select 1 / 0`));
      await names(db);
      return await namesOf(db);
    });
    expect(failures).toMatchObject([{ tenant: { id: failing }, error: { kind: 'value' } }]);
    expect(namesFound(results)).toEqual(others(failing));
    const [together, alone = 0] = trips();
    // Both steps of one company, and the first of the one that parted.
    expect(together).toBe(2 + 1);
    expect(alone).toBeGreaterThanOrEqual(1 + 2 * 4);
  });

  it('are asked alone where one of them takes longer than they wait for each other', async () => {
    await all(names);
    const [slow = ''] = tenantIds;
    const { results, failures } = await all(async (db, id) => {
      if (id === slow) await db.execute(read(sql`select pg_sleep(0.4)`));
      return await namesOf(db);
    }, 100);
    expect(failures).toEqual([]);
    expect(namesFound(results)).toEqual([...tenantIds].sort());
  });

  it('are asked alone where one of them has moved', async () => {
    await all(names);
    const [moved = ''] = tenantIds;
    for (const plane of ['app', 'control']) {
      await fixture.admin(`update ${plane}.placements set epoch = epoch + 1 where tenant_id = $1`, [
        moved,
      ]);
    }
    const { results, failures } = await all(namesOf);
    expect(failures).toEqual([]);
    expect(namesFound(results)).toEqual([...tenantIds].sort());
  });

  it('cannot write', async () => {
    await all(names);
    const { results } = await all((db) =>
      db.execute(read(sql`insert into projects (name) values ('Written') returning name`)),
    );
    expect(results).toEqual([]);
    const { results: after } = await all(names);
    expect(after.flatMap(({ value }) => value)).toHaveLength(tenantIds.length);
  });
});
