import { setTimeout as pause } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keptPlacement } from '../placement';
import { failureOf, KernelFixture, kernel, projects, scopeOf, within } from './fixture';
import { tenantTablesSql } from './fixture-sql';

let fixture: KernelFixture;

beforeAll(async () => {
  fixture = await KernelFixture.create();
  await fixture.admin(`create schema "Other ""place"`);
  await fixture.admin(tenantTablesSql(`"Other ""place"`));
});

afterAll(() => fixture.drop());

beforeEach(async () => {
  await fixture.configure('pg', { fenceWaitMs: 300 });
  await place('pooled', 'active', 1);
  await fixture.admin(`truncate pooled.projects, pooled.tasks, "Other ""place".projects cascade`);
});

/** Sets where tenant A is, on the shard and in the control plane. */
async function place(schema: string, state: string, epoch: number, where = 'both') {
  const values = [fixture.a, schema, state, epoch];
  if (where !== 'control') {
    await fixture.admin(
      'update app.placements set schema_name = $2, state = $3, epoch = $4 where tenant_id = $1',
      values,
    );
  }
  if (where === 'shard') return;
  await fixture.admin(
    'update control.placements set schema_name = $2, state = $3, epoch = $4 where tenant_id = $1',
    values,
  );
}

const add = (name: string) => within(fixture.a, (db) => db.insert(projects).values({ name }));
const count = (schema: string) =>
  fixture.admin(`select count(*)::int as n from ${schema}.projects`).then(([row]) => row?.n);

/** Holds the tenant's lock as a mover that drains does. */
async function withLock(work: () => Promise<void>) {
  const mover = new pg.Client({ connectionString: fixture.url() });
  await mover.connect();
  try {
    await mover.query('select pg_advisory_lock(hashtextextended($1, 0))', [fixture.a]);
    await work();
    await mover.query('select pg_advisory_unlock(hashtextextended($1, 0))', [fixture.a]);
  } finally {
    await mover.end();
  }
}

describe('a placement that changed', () => {
  it('is refused by the old epoch and found anew (P30)', async () => {
    await add('Before');
    expect(keptPlacement(fixture.a)?.epoch).toBe(1);
    await place(`Other "place`, 'active', 2);
    await add('After');
    expect(keptPlacement(fixture.a)?.epoch).toBe(2);
    expect([await count('pooled'), await count(`"Other ""place"`)]).toEqual([1, 1]);
    const seen = await within(fixture.a, (db) => db.select().from(projects));
    expect(seen.map(({ name }) => name)).toEqual(['After']);
  });

  it('is followed by an interactive transaction too', async () => {
    await add('Before');
    await place(`Other "place`, 'active', 3);
    await within(fixture.a, (db) =>
      db.transaction(async (tx) => {
        await tx.insert(projects).values({ name: 'One' });
        await tx.insert(projects).values({ name: 'Two' });
      }),
    );
    expect(await count(`"Other ""place"`)).toBe(2);
  });

  it('named statements follow the search path on one connection (P20)', async () => {
    await fixture.configure('pg', { pools: { max: 1 } });
    await within(fixture.b, (db) => db.insert(projects).values({ name: 'Of B' }));
    for (let epoch = 2; epoch < 6; epoch++) {
      await place(epoch % 2 ? 'pooled' : `Other "place`, 'active', epoch);
      await within(fixture.a, (db) => db.insert(projects).values({ name: `Epoch ${epoch}` }));
      const seen = await within(fixture.b, (db) => db.select().from(projects));
      expect(seen.map(({ name }) => name)).toEqual(['Of B']);
    }
    expect([await count('pooled'), await count(`"Other ""place"`)]).toEqual([3, 2]);
  });
});

describe('a fence', () => {
  it('is waited for, without a connection', async () => {
    await add('Before');
    await fixture.configure('pg', { fenceWaitMs: 5_000, pools: { max: 1 } });
    await place('pooled', 'fenced', 1, 'shard');
    const waiting = Promise.all([add('One'), add('Two')]);
    await pause(100);
    await within(fixture.b, (db) => db.$count(projects));
    await place(`Other "place`, 'active', 2);
    await waiting;
    expect([await count('pooled'), await count(`"Other ""place"`)]).toEqual([1, 2]);
  });

  it('that does not end is an error of its own', async () => {
    await place('pooled', 'fenced', 1, 'shard');
    expect((await failureOf(add('X'))).kind).toBe('fenced');
    await place('pooled', 'fenced', 1);
    expect((await failureOf(add('X'))).kind).toBe('fenced');
    const interactive = kernel.withTenant(scopeOf(fixture.a), (db) => db.$count(projects), {
      write: true,
    });
    expect((await failureOf(interactive)).kind).toBe('fenced');
    expect(await count('pooled')).toBe(0);
  });

  it('refuses a write that waited for the lock while the state changed', async () => {
    await add('Before');
    let writing: ReturnType<typeof failureOf> | undefined;
    await withLock(async () => {
      writing = failureOf(add('Late'));
      await pause(150);
      await place('pooled', 'moved', 1, 'shard');
    });
    expect((await writing)?.kind).toBe('fenced');
    expect(await count('pooled')).toBe(1);
  });

  it.each(['read committed', 'repeatable read', 'serializable'] as const)(
    'refuses a transaction whose snapshot is older, at %s (P27)',
    async (isolationLevel) => {
      await add('Before');
      let writing: ReturnType<typeof failureOf> | undefined;
      await withLock(async () => {
        writing = failureOf(
          within(fixture.a, (db) =>
            db.transaction((tx) => tx.insert(projects).values({ name: 'Late' }), {
              isolationLevel,
            }),
          ),
        );
        await pause(150);
        await place('pooled', 'moved', 1, 'shard');
      });
      const expected = isolationLevel === 'read committed' ? 'fenced' : 'retry';
      expect((await writing)?.kind).toBe(expected);
      expect(await count('pooled')).toBe(1);
    },
  );

  it('holds a fence off until a transaction that entered has ended', async () => {
    let drained = 0;
    let committed = 0;
    await within(fixture.a, (db) =>
      db.transaction(async (tx) => {
        await tx.insert(projects).values({ name: 'Early' });
        void withLock(async () => {
          drained = performance.now();
        });
        await pause(150);
        await tx.update(projects).set({ state: 'closed' }).where(eq(projects.name, 'Early'));
        committed = performance.now();
      }),
    );
    await pause(100);
    expect(drained).toBeGreaterThan(committed);
  });

  it('gives up on a lock that is never granted', async () => {
    await fixture.configure('pg', { lockTimeoutMs: 100 });
    await withLock(async () => {
      expect(await failureOf(add('X'))).toMatchObject({ kind: 'timeout', code: '55P03' });
    });
  });
});

describe('a table whose shape changed under a named plan (P20)', () => {
  it('is parsed anew, once, in a batch and in a transaction', async () => {
    await fixture.configure('pg', { pools: { max: 1 } });
    const star = sql`select * from projects`;
    await add('One');
    const width = async () => {
      const { rows } = await within(fixture.a, (db) => db.execute(star));
      return Object.keys(rows[0] ?? {}).length;
    };
    const before = await width();
    await fixture.admin('alter table pooled.projects add column extra text');
    expect(await width()).toBe(before + 1);
    await fixture.admin('alter table pooled.projects drop column extra');
    const inside = await within(fixture.a, (db) => db.transaction((tx) => tx.execute(star)));
    expect(Object.keys(inside.rows[0] ?? {})).toHaveLength(before);
  });
});
