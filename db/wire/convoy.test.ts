import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { wireFor } from '../client';
import { keptPlacement, type Placement } from '../placement';
import { mintUserScope } from '../scope';
import { read } from './access';
import { drivers, type FixtureDb, KernelFixture, kernel, projects, within } from './fixture';

let fixture: KernelFixture;
const userId = randomUUID();
const tenantIds = Array.from({ length: 12 }, () => randomUUID());

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

const all = <T>(work: (db: FixtureDb, tenantId: string) => Promise<T>) =>
  kernel.withTenants(
    mintUserScope({ userId, sessionId: randomUUID(), requestId: randomUUID() }),
    (db, { id }) => work(db, id),
  );

const names = (db: FixtureDb) => db.select({ name: projects.name }).from(projects);

/** Counts round trips to the shared tables from now on. */
function countTrips() {
  const { connection, databaseName } = keptPlacement(tenantIds[0] ?? '') as Placement;
  const wire = wireFor({ login: 'app', shard: connection, database: databaseName, role: null });
  return vi.spyOn(wire, 'run').mock.calls;
}

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
    // The list, and two steps of four companies, where each tenant by itself would take two trips.
    expect(trips).toHaveLength(1 + 2 * 4);
    expect(failures).toEqual([]);
    expect(results.map(({ value }) => value).sort()).toEqual(
      tenantIds.map((id) => [id, id, id]).sort(),
    );
  });

  it('are asked alone where one of them is slow, fails or has moved', async () => {
    await all(names);
    const [slow, failing, moved] = tenantIds as [string, string, string];
    await fixture.admin(`update app.placements set epoch = epoch + 1 where tenant_id = $1`, [
      moved,
    ]);
    await fixture.admin(`update control.placements set epoch = epoch + 1 where tenant_id = $1`, [
      moved,
    ]);
    const { results, failures } = await all(async (db, id) => {
      if (id === slow) await db.execute(read(sql`select pg_sleep(0.4)`));
      if (id === failing) await db.execute(read(sql`select 1 / 0`));
      return (await names(db)).map(({ name }) => name);
    });
    expect(failures).toMatchObject([{ tenant: { id: failing }, error: { kind: 'value' } }]);
    expect(results.map(({ tenant, value }) => [tenant.id, ...value]).sort()).toEqual(
      tenantIds
        .filter((id) => id !== failing)
        .map((id) => [id, id])
        .sort(),
    );
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
