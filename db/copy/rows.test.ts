import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collections, records } from '@/db/schema/tenant';
import { mintTenantScope } from '@/db/scope';
import { withTenant } from '@/db/tenant';
import { openWorld, type TestTenant, type World } from '@/lib/doors/testing';
import { ownSchema } from '../homes/home';
import { planeTables, standingOf, urlOfPlane } from './plane';
import { atOneMoment, copyRows, digestsOf, quietly } from './rows';

let world: World;
let tenant: TestTenant;
let neighbour: TestTenant;

beforeAll(async () => {
  world = await openWorld();
  [tenant, neighbour] = [await world.tenant(), await world.tenant()];
  for (const { tenantId } of [tenant, neighbour]) {
    const scope = mintTenantScope({ tenantId, actorId: null, requestId: tenantId });
    await withTenant(scope, async (db) => {
      const [made] = await db.insert(collections).values({ name: 'Äther\t\\N "x"' }).returning();
      const collectionId = made?.id ?? '';
      await db.insert(records).values([
        { collectionId, data: { a: 'line\nbreak', b: 1.5 } },
        { collectionId, data: { a: '한국어' } },
      ] as never);
    });
  }
});
afterAll(() => world.end());

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

it('copies what one tenant owns, row for row, and logs nothing of it', async () => {
  const { servers } = world.database;
  const source = await standingOf(servers, tenant.tenantId);
  const home = await world.database.addHome('database');
  const target = { schemaName: ownSchema, tenantId: tenant.tenantId };
  await withClient(urlOfPlane(servers, source), (from) =>
    withClient(urlOfPlane(servers, { ...source, ...home }), async (to) => {
      const tables = await planeTables(from, source.schemaName);
      expect(await planeTables(to, ownSchema)).toEqual(tables);
      const before = await atOneMoment(from, async () => {
        await quietly(to, async () => {
          for (const table of tables) await copyRows([from, source], [to, target], table);
        });
        return await digestsOf(from, source, tables);
      });
      expect(before.records).toMatchObject({ rows: 2 });
      expect(await atOneMoment(to, () => digestsOf(to, target, tables))).toEqual(before);
      const foreign = await digestsOf(to, { ...target, tenantId: neighbour.tenantId }, tables);
      expect(Object.values(foreign).every(({ rows }) => rows === 0)).toBe(true);
    }),
  );
});

it('orders tables so that parents come first', async () => {
  const source = await standingOf(world.database.servers, tenant.tenantId);
  const names = await withClient(urlOfPlane(world.database.servers, source), async (client) =>
    (await planeTables(client, source.schemaName)).map(({ name }) => name),
  );
  expect(names.indexOf('collections')).toBeLessThan(names.indexOf('fields'));
  expect(names.indexOf('collections')).toBeLessThan(names.indexOf('records'));
});
