import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { customValues, people } from '@/db/schema/tenant';
import { openWorld, type World } from '@/lib/doors/testing';
import { setFileStore } from '../files/file-store';
import { LocalFolder } from '../files/local-folder';
import { run } from './testing/run';
import { inside, stockedTenant } from './testing/stocked';

let world: World;
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rowhouse-archives-'));
  setFileStore(new LocalFolder(root));
  world = await openWorld();
});
afterAll(async () => {
  await world.end();
  await rm(root, { recursive: true, force: true });
});

it('brings back what fields say of members, and of nobody else', async () => {
  const tenant = await stockedTenant(world);
  const [kim, lee] = await inside(tenant, async (db) => {
    await db.insert(people).values({ name: 'Lee Jun', email: 'lee@a.example' });
    const known = await db.select({ id: people.id }).from(people).orderBy(people.name);
    for (const { id } of known) {
      await db.insert(customValues).values({ subject: 'member', thingId: id, data: { desk: 7 } });
    }
    return known.map(({ id }) => id);
  });
  const { id: archiveId } = await run(world, tenant, 'backup');
  await inside(tenant, async (db) => {
    await db.delete(customValues);
    await db
      .update(people)
      .set({ state: 'removed' })
      .where(eq(people.id, lee ?? ''));
  });
  await run(world, tenant, 'restore.in_place', { archiveId });
  expect(await inside(tenant, (db) => db.select().from(customValues))).toMatchObject([
    { thingId: kim, data: { desk: 7 } },
  ]);
});

it('brings it back under a former account while its person is a member, and only then', async () => {
  const tenant = await stockedTenant(world);
  const here = await world.member(tenant, 'basic');
  const [stays, left] = await inside(tenant, async (db) => {
    const former = [];
    for (const name of ['Stays', 'Left']) {
      const email = `${name.toLowerCase()}@a.example`;
      const [row] = await db
        .insert(people)
        .values({ name, email, state: 'removed' })
        .returning({ id: people.id });
      const thingId = row?.id ?? '';
      await db.insert(customValues).values({ subject: 'member', thingId, data: { desk: 7 } });
      former.push(thingId);
    }
    return former;
  });
  const { id: archiveId } = await run(world, tenant, 'backup');
  for (const [from, to] of [
    [stays, here.userId],
    [left, uuidv7()],
  ]) {
    await world.database.query(
      `insert into control.pool_arrivals (tenant_id, id, join_id, former_user_id, new_user_id)
       values ($1, app.uuid7(), app.uuid7(), $2, $3)`,
      [tenant.tenantId, from, to],
    );
  }
  await inside(tenant, (db) => db.delete(customValues));
  await run(world, tenant, 'restore.in_place', { archiveId });
  expect(await inside(tenant, (db) => db.select().from(customValues))).toMatchObject([
    { thingId: stays, data: { desk: 7 } },
  ]);
});
