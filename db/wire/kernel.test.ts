import { randomUUID } from 'node:crypto';
import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isDbError } from '../errors';
import { read } from './access';
import {
  drivers,
  failureOf,
  hotFixture,
  journal,
  KernelFixture,
  projects,
  shapedFixture,
  tasks,
  within,
} from './fixture';

let fixture: KernelFixture;

beforeAll(async () => {
  fixture = await KernelFixture.create();
});

afterAll(() => fixture.drop());

const project = (name: string) => ({ id: randomUUID(), name });

describe.each(drivers)('the kernel over %s', (driver) => {
  beforeAll(() => fixture.configure(driver));
  beforeEach(() => fixture.admin('truncate pooled.projects, pooled.tasks, pooled.journal'));

  it('inserts with the tenant filled in and reads every type back', async () => {
    const row = {
      ...project('Alpha'),
      budget: 9_007_199_254_740_000,
      startsAt: new Date('2026-03-01T10:20:30.123Z'),
      facts: { deep: [1, 'two', null], quote: `it's "so"` },
      labels: ['a,b', 'c"d', 'e\\f', ''],
    };
    const [inserted] = await within(fixture.a, (db) => db.insert(projects).values(row).returning());
    const [found] = await within(fixture.a, (db) => db.select().from(projects));
    expect(found).toEqual(inserted);
    expect(found).toEqual({ ...row, tenantId: fixture.a, state: 'open' });
  });

  it('hides and refuses the other tenant', async () => {
    const mine = project('Mine');
    await within(fixture.a, (db) => db.insert(projects).values(mine));
    await within(fixture.b, async (db) => {
      expect(await db.select().from(projects)).toEqual([]);
      expect(await db.query.projects.findMany()).toEqual([]);
      expect(await db.$count(projects)).toBe(0);
      const changed = await db
        .update(projects)
        .set({ name: 'Taken' })
        .where(eq(projects.id, mine.id));
      expect(changed.rowCount).toBe(0);
      const removed = await db.delete(projects).where(eq(projects.id, mine.id)).returning();
      expect(removed).toEqual([]);
    });
    const planted = await failureOf(
      within(fixture.b, (db) =>
        db.insert(projects).values({ ...project('X'), tenantId: fixture.a }),
      ),
    );
    expect(planted.kind).toBe('denied');
    const raw = await within(fixture.b, (db) =>
      db.execute(read(sql`select count(*)::int as n from projects`)),
    );
    expect(raw.rows).toEqual([{ n: 0 }]);
  });

  it('joins, with null for a side that has no row', async () => {
    const [one, two] = [project('One'), project('Two')];
    const task = { id: randomUUID(), projectId: one.id, title: 'Do' };
    await within(fixture.a, (db) =>
      db.batch([db.insert(projects).values([one, two]), db.insert(tasks).values(task)]),
    );
    const joined = await within(fixture.a, (db) =>
      db
        .select()
        .from(projects)
        .leftJoin(tasks, eq(tasks.projectId, projects.id))
        .orderBy(asc(projects.name)),
    );
    expect(joined.map((row) => row.tasks?.title ?? null)).toEqual(['Do', null]);
    const right = await within(fixture.a, (db) =>
      db.select().from(tasks).rightJoin(projects, eq(tasks.projectId, projects.id)),
    );
    expect(right).toHaveLength(2);
    const partial = await within(fixture.a, (db) =>
      db
        .select({ name: projects.name, task: { title: tasks.title } })
        .from(projects)
        .leftJoin(tasks, eq(tasks.projectId, projects.id))
        .orderBy(asc(projects.name)),
    );
    expect(partial).toEqual([
      { name: 'One', task: { title: 'Do' } },
      { name: 'Two', task: null },
    ]);
  });

  it('answers relational queries, counts and prepared ones', async () => {
    const one = project('One');
    const todo = [1, 2].map((n) => ({
      id: randomUUID(),
      projectId: one.id,
      title: `T${n}`,
      position: n,
    }));
    await within(fixture.a, (db) =>
      db.batch([db.insert(projects).values(one), db.insert(tasks).values(todo)]),
    );
    await within(fixture.a, async (db) => {
      const found = await db.query.projects.findFirst({
        where: eq(projects.name, 'One'),
        with: { tasks: { orderBy: asc(tasks.position), columns: { title: true } } },
      });
      expect(found?.tasks).toEqual([{ title: 'T1' }, { title: 'T2' }]);
      expect(await db.$count(tasks, eq(tasks.projectId, one.id))).toBe(2);
      const prepared = db
        .select({ title: tasks.title })
        .from(tasks)
        .where(eq(tasks.position, sql.placeholder('position')))
        .prepare('by_position');
      expect(await prepared.execute({ position: 2 })).toEqual([{ title: 'T2' }]);
    });
    expect(await within(fixture.a, (db) => taskTitle(db, { position: 1 }))).toEqual([
      { title: 'T1' },
    ]);
    expect(await within(fixture.b, (db) => taskTitle(db, { position: 1 }))).toEqual([]);
  });

  it('builds a query of several forms once for each, and keeps tenants apart in it', async () => {
    const one = project('One');
    const todo = ['Do', 'Rest', 'Tell'].map((title, position) => ({
      id: randomUUID(),
      projectId: one.id,
      title,
      position,
    }));
    await within(fixture.a, (db) =>
      db.batch([db.insert(projects).values(one), db.insert(tasks).values(todo)]),
    );
    const asked = async (tenant: string, titles: string[], from: number) =>
      (await within(tenant, (db) => db.batch([titled.item({ titles }, { from })])))[0].map(
        ({ title }) => title,
      );
    expect(await asked(fixture.a, ['Do', 'Rest'], 0)).toEqual(['Do', 'Rest']);
    expect(await asked(fixture.a, ['Do', 'Rest'], 1)).toEqual(['Rest']);
    expect(await asked(fixture.a, ['Tell'], 0)).toEqual(['Tell']);
    expect(await asked(fixture.b, ['Do', 'Rest'], 0)).toEqual([]);
    expect(builds).toEqual(['Do Rest', 'Tell']);
  });

  it('runs a batch as one transaction and says which rule broke, not with what value', async () => {
    const one = project('secret-name');
    const failure = await failureOf(
      within(fixture.a, (db) =>
        db.batch([db.insert(projects).values(one), db.insert(projects).values(project(one.name))]),
      ),
    );
    expect(failure).toMatchObject({
      kind: 'constraint',
      code: '23505',
      constraint: 'projects_name',
    });
    expect(failure.cause).toMatchObject({ code: '23505' });
    expect(failure.message).not.toMatch(/secret-name|projects_name/);
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain(
      'secret-name',
    );
    expect(await within(fixture.a, (db) => db.$count(projects))).toBe(0);
  });

  it('tells the change log who acts', async () => {
    await within(fixture.a, (db) => db.insert(projects).values(project('Logged')));
    const [entry] = await within(fixture.a, (db) => db.select().from(journal));
    expect(entry?.actor).toMatch(/^[0-9a-f-]{36}$/);
    expect(entry?.request).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('refuses a value that cannot be sent, before sending', async () => {
    for (const bad of [() => 1, Symbol('x'), 'a\0b', new Date(Number.NaN), { toJSON: fail }]) {
      const failure = await failureOf(
        within(fixture.a, (db) => db.execute(read(sql`select ${sql.param(bad)}`))),
      );
      expect(failure.kind).toBe('value');
    }
    expect(await within(fixture.a, (db) => db.$count(projects))).toBe(0);
  });

  it('never quotes a value in an error', async () => {
    const failure = await failureOf(
      within(fixture.a, (db) => db.execute(read(sql`select ${'top-secret'}::uuid`))),
    );
    expect(isDbError(failure)).toBe(true);
    expect(failure).toMatchObject({ kind: 'value', code: '22P02' });
    expect(`${failure.message}${failure.stack}`).not.toContain('top-secret');
  });

  it('refuses a write marked as a read', async () => {
    const failure = await failureOf(
      within(fixture.a, (db) => db.execute(read(sql`delete from projects`))),
    );
    expect(failure).toMatchObject({ kind: 'denied', code: '25006' });
  });

  it('refuses a handle after its unit ended', async () => {
    const kept = await within(fixture.a, async (db) => db);
    expect((await failureOf(kept.select().from(projects).execute())).kind).toBe('closed');
  });

  it('narrows every builder to the tenant for the planner', async () => {
    await within(fixture.a, async (db) => {
      const texts = [
        db.select().from(projects).toSQL().sql,
        db
          .update(projects)
          .set({ state: 'closed' })
          .where(inArray(projects.id, [randomUUID()]))
          .toSQL().sql,
        db.delete(projects).toSQL().sql,
        db.query.projects.findMany({ with: { tasks: true } }).toSQL().sql,
      ];
      for (const text of texts) expect(text).toMatch(/where .*"tenant_id" = \$\d/);
      const joined = db.select().from(projects).leftJoin(tasks, eq(tasks.projectId, projects.id));
      expect(joined.toSQL().sql.match(/"tenant_id" = \$/g)).toHaveLength(2);
      const either = db
        .select()
        .from(tasks)
        .fullJoin(projects, and(eq(tasks.projectId, projects.id)));
      expect(either.toSQL().sql).not.toContain('where');
    });
  });
});

const builds: string[] = [];

const titled = shapedFixture<{ titles: string[] }, { from: number }>()((db, { titles }) => {
  builds.push(titles.join(' '));
  return db
    .select({ title: tasks.title })
    .from(tasks)
    .where(and(inArray(tasks.title, titles), gte(tasks.position, sql.placeholder('from'))))
    .orderBy(asc(tasks.position))
    .prepare('titled_tasks');
});

const taskTitle = hotFixture<{ position: number }>()((db) =>
  db
    .select({ title: tasks.title })
    .from(tasks)
    .where(eq(tasks.position, sql.placeholder('position')))
    .prepare('task_title'),
);

function fail(): never {
  throw new Error('not serialisable');
}
