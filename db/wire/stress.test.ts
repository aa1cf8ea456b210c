import { randomInt, randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isDbError } from '../errors';
import { type FixtureDb, KernelFixture, kernel, projects, scopeOf } from './fixture';

let fixture: KernelFixture;
const tenants = Array.from({ length: 50 }, () => randomUUID());
const units = 3_000;

beforeAll(async () => {
  fixture = await KernelFixture.create();
  await fixture.configure('pg', { pools: { max: 2, acquireMs: 60_000, maxWaiting: units } });
  for (const tenantId of tenants) {
    await fixture.addTenant(tenantId);
    await kernel.withTenant(scopeOf(tenantId), (db) =>
      db.insert(projects).values(['One', 'Two', 'Three'].map((name) => ({ name }))),
    );
  }
});

afterAll(() => fixture.drop());

const tally = { foreign: 0, seen: 0, failed: 0 };

function look(tenantId: string, rows: { tenantId: string }[]) {
  tally.seen += rows.length;
  tally.foreign += rows.filter((row) => row.tenantId !== tenantId).length;
}

type Work = (db: FixtureDb, tenantId: string) => Promise<unknown>;

const works: Work[] = [
  async (db, tenantId) => look(tenantId, await db.select().from(projects)),
  async (db, tenantId) => look(tenantId, await db.query.projects.findMany()),
  async (db, tenantId) =>
    look(tenantId, await db.insert(projects).values({ name: randomUUID() }).returning()),
  async (db, tenantId) =>
    look(tenantId, await db.update(projects).set({ state: 'closed' }).returning()),
  async (db) => db.execute(sql`select 1 / 0`),
  async (db) => db.execute(sql`select pg_sleep(1)`),
  async (db) => db.insert(projects).values({ tenantId: randomUUID(), name: 'planted' }),
  async (db, tenantId) =>
    db.transaction(async (tx) => {
      look(tenantId, await tx.select().from(projects));
      await tx.insert(projects).values({ name: randomUUID() });
      if (randomInt(3) === 0) throw new Error('abort');
      look(tenantId, await tx.select().from(projects));
      if (randomInt(3) === 0) await tx.execute(sql`select 1 / 0`);
      await tx.transaction((inner) => inner.delete(projects).where(eq(projects.state, 'closed')));
    }),
];

it('2 connections, 50 tenants, thousands of mixed units with aborts and timeouts: no foreign row', async () => {
  const running = Array.from({ length: units }, async (_, i) => {
    const tenantId = tenants[randomInt(tenants.length)] as string;
    const slow = i % 60 === 0;
    const work = slow ? works[5] : works[(i * 7 + randomInt(2)) % works.length];
    if (!work || (work === works[5] && !slow)) return;
    try {
      await kernel.withTenant(scopeOf(tenantId), (db) => work(db, tenantId), {
        statementTimeoutMs: slow ? 20 : 5_000,
      });
    } catch (error) {
      tally.failed += 1;
      const expected = isDbError(error) || (error as Error).message === 'abort';
      if (!expected) throw error;
    }
  });
  await Promise.all(running);
  const [planted] = await fixture.admin(
    'select count(*)::int as n from pooled.projects where tenant_id <> all ($1::uuid[])',
    [tenants],
  );
  expect(tally.foreign).toBe(0);
  expect(planted?.n).toBe(0);
  expect(tally.seen).toBeGreaterThan(units);
  expect(tally.failed).toBeGreaterThan(units / 10);
}, 60_000);
