import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { poolFigures } from '../client';
import { read } from './access';
import {
  type FixtureDb,
  failureOf,
  KernelFixture,
  kernel,
  projects,
  scopeOf,
  within,
} from './fixture';

let fixture: KernelFixture;

beforeAll(async () => {
  fixture = await KernelFixture.create();
});

afterAll(() => fixture.drop());

const project = (name: string) => ({ id: randomUUID(), name });
const names = (db: FixtureDb) =>
  db
    .select({ name: projects.name })
    .from(projects)
    .orderBy(projects.name)
    .then((rows) => rows.map(({ name }) => name));
const namesOf = (tenantId: string) => within(tenantId, names);
const setting = (name: string) => read(sql`select current_setting(${name}, true) as value`);

describe.each(['pg', 'neon-ws'] as const)('transactions over %s', (driver) => {
  beforeAll(() => fixture.configure(driver, { pools: { max: 1 } }));
  beforeEach(() => fixture.admin('truncate pooled.projects, pooled.tasks, pooled.journal'));

  it('commits all or nothing', async () => {
    await within(fixture.a, (db) =>
      db.transaction(async (tx) => {
        await tx.insert(projects).values(project('One'));
        expect(await names(tx)).toEqual(['One']);
        await tx.insert(projects).values(project('Two'));
      }),
    );
    const failure = await failureOf(
      within(fixture.a, (db) =>
        db.transaction(async (tx) => {
          await tx.insert(projects).values(project('Three'));
          throw new Error('changed my mind');
        }),
      ),
    );
    expect(failure.message).toBe('changed my mind');
    expect(await namesOf(fixture.a)).toEqual(['One', 'Two']);
  });

  it('is one transaction when the unit writes', async () => {
    await failureOf(
      kernel.withTenant(
        scopeOf(fixture.a),
        async (db) => {
          await db.insert(projects).values(project('Gone'));
          throw new Error('no');
        },
        { write: true },
      ),
    );
    expect(await namesOf(fixture.a)).toEqual([]);
  });

  it('rolls back to a savepoint and keeps the tenant (P14)', async () => {
    await within(fixture.a, (db) =>
      db.transaction(async (tx) => {
        await tx.insert(projects).values(project('Kept'));
        await failureOf(
          tx.transaction(async (inner) => {
            await inner.insert(projects).values(project('Dropped'));
            await inner.insert(projects).values(project('Kept'));
          }),
        );
        await tx.transaction(async (inner) => {
          await inner.transaction((deeper) => deeper.insert(projects).values(project('Deep')));
          await inner.transaction(async () => undefined);
        });
        expect((await tx.execute(setting('app.tenant'))).rows).toEqual([{ value: fixture.a }]);
        await tx.insert(projects).values(project('Last'));
      }),
    );
    expect(await namesOf(fixture.a)).toEqual(['Deep', 'Kept', 'Last']);
  });

  it('drops a nested rollback that follows a finished inner one', async () => {
    await within(fixture.a, (db) =>
      db.transaction(async (tx) => {
        await failureOf(
          tx.transaction(async (inner) => {
            await inner.transaction((deeper) => deeper.insert(projects).values(project('Deep')));
            throw new Error('no');
          }),
        );
        await tx.insert(projects).values(project('After'));
      }),
    );
    expect(await namesOf(fixture.a)).toEqual(['After']);
  });

  it('keeps a savepoint whose first statement was refused before sending', async () => {
    await within(fixture.a, (db) =>
      db.transaction(async (tx) => {
        await tx.insert(projects).values(project('One'));
        await tx.transaction(async (inner) => {
          await failureOf(inner.execute(sql`select ${sql.param(() => 1)}`));
          await inner.insert(projects).values(project('Two'));
        });
      }),
    );
    expect(await namesOf(fixture.a)).toEqual(['One', 'Two']);
  });

  it('reports a swallowed error instead of committing', async () => {
    const failure = await failureOf(
      within(fixture.a, (db) =>
        db.transaction(async (tx) => {
          await tx.insert(projects).values(project('One'));
          await failureOf(tx.insert(projects).values(project('One')).execute());
        }),
      ),
    );
    expect(failure.kind).toBe('aborted');
    expect(await namesOf(fixture.a)).toEqual([]);
  });

  it('takes statements awaited together in turn', async () => {
    await within(fixture.a, (db) =>
      db.transaction(async (tx) => {
        const inserts = Array.from({ length: 20 }, (_, i) =>
          tx.insert(projects).values(project(`P${String(i).padStart(2, '0')}`)),
        );
        await Promise.all(inserts);
      }),
    );
    expect(await namesOf(fixture.a)).toHaveLength(20);
  });

  it('honours isolation level and access mode', async () => {
    await within(fixture.a, (db) =>
      db.transaction(
        async (tx) => {
          const { rows } = await tx.execute(setting('transaction_isolation'));
          expect(rows).toEqual([{ value: 'repeatable read' }]);
          await tx.insert(projects).values(project('One'));
        },
        { isolationLevel: 'repeatable read' },
      ),
    );
    const refused = await failureOf(
      within(fixture.a, (db) =>
        db.transaction((tx) => tx.insert(projects).values(project('Two')), {
          accessMode: 'read only',
        }),
      ),
    );
    expect(refused.kind).toBe('denied');
    expect(await namesOf(fixture.a)).toEqual(['One']);
  });

  it('refuses late use and nested transactions side by side', async () => {
    let kept: FixtureDb | undefined;
    await within(fixture.a, (db) =>
      db.transaction(async (tx) => {
        kept = tx;
        const both = [1, 2].map((n) =>
          tx.transaction((inner) => inner.insert(projects).values(project(`N${n}`))),
        );
        const settled = await Promise.allSettled(both);
        expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      }),
    );
    expect((await failureOf(kept?.$count(projects) as Promise<number>)).kind).toBe('closed');
    expect(await namesOf(fixture.a)).toEqual(['N1']);
  });

  it('does not go on after the transaction was ended by hand', async () => {
    const failure = await failureOf(
      within(fixture.a, (db) =>
        db.transaction(async (tx) => {
          await tx.insert(projects).values(project('One'));
          await tx.execute(sql`commit`);
          await tx.insert(projects).values(project('Two'));
        }),
      ),
    );
    expect(failure.kind).toBe('aborted');
    expect(await namesOf(fixture.a)).toEqual(['One']);
  });

  it('gives back a clean connection whatever happened (P17)', async () => {
    await failureOf(
      within(fixture.a, (db) =>
        db.transaction(async (tx) => {
          await tx.execute(sql`select 1 / 0`);
        }),
      ),
    );
    await within(fixture.a, (db) => db.execute(sql`begin`));
    await within(fixture.b, (db) => db.insert(projects).values(project('Kept')));
    expect(await fixture.admin('select name from pooled.projects')).toEqual([{ name: 'Kept' }]);
    const { rows } = await within(fixture.b, (db) => db.execute(setting('app.tenant')));
    expect(rows).toEqual([{ value: fixture.b }]);
    expect(Object.values(poolFigures())[0]).toMatchObject({ open: 1, idle: 1, waiting: 0 });
  });

  it('sees a statement run into the limit that enter set', async () => {
    const options = { statementTimeoutMs: 100 };
    const slow = kernel.withTenant(
      scopeOf(fixture.a),
      (db) => db.execute(read(sql`select pg_sleep(5)`)),
      options,
    );
    expect(await failureOf(slow)).toMatchObject({ kind: 'timeout', code: '57014' });
  });

  it('fails at commit when a deferred rule is broken', async () => {
    await fixture.admin(`create or replace function pooled.refuse() returns trigger language plpgsql
      as $f$ begin raise exception 'late' using errcode = '23514'; end $f$;
      create constraint trigger late after insert on pooled.tasks deferrable initially deferred
      for each row execute function pooled.refuse()`);
    const one = project('One');
    const failure = await failureOf(
      within(fixture.a, (db) =>
        db.transaction(async (tx) => {
          await tx.insert(projects).values(one);
          await tx.execute(sql`insert into tasks (id, project_id, title)
            values (${randomUUID()}, ${one.id}, 'x')`);
        }),
      ),
    );
    await fixture.admin('drop trigger late on pooled.tasks');
    expect(failure).toMatchObject({ kind: 'constraint', code: '23514' });
    expect(await namesOf(fixture.a)).toEqual([]);
  });
});

describe('transactions over neon-http', () => {
  beforeAll(() => fixture.configure('neon-http'));

  it('are refused', async () => {
    const asked = within(fixture.a, (db) => db.transaction((tx) => tx.select().from(projects)));
    expect((await failureOf(asked)).kind).toBe('unsupported');
    const unit = kernel.withTenant(
      scopeOf(fixture.a),
      (db) => db.delete(projects).where(eq(projects.name, 'x')),
      { write: true },
    );
    expect((await failureOf(unit)).kind).toBe('unsupported');
  });
});
