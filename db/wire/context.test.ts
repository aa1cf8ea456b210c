import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from './access';
import { failureOf, KernelFixture, kernel, projects, scopeOf, within } from './fixture';

let fixture: KernelFixture;

beforeAll(async () => {
  fixture = await KernelFixture.create();
  await fixture.configure('pg', { pools: { max: 1 } });
  for (const tenantId of [fixture.a, fixture.b]) {
    await within(tenantId, (db) => db.insert(projects).values({ name: `of ${tenantId}` }));
  }
});

afterAll(() => fixture.drop());

/** A session of the run-time role outside the kernel, as code that forgot it would have. */
async function bare<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: fixture.url('kernel_web') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const table = 'pooled.projects';

describe('no context is an error, never an empty list', () => {
  it('on a cold connection', () =>
    bare(async (client) => {
      const failure = await failureOf(client.query(`select * from ${table}`));
      expect(failure).toMatchObject({ code: '42501', message: 'no tenant in scope' });
    }));

  it('on a warm one, whose setting was reset to an empty text (P12)', () =>
    bare(async (client) => {
      await client.query('begin');
      await client.query(`select set_config('app.tenant', $1, true)`, [fixture.a]);
      expect((await client.query(`select * from ${table}`)).rowCount).toBe(1);
      await client.query('commit');
      expect(await failureOf(client.query(`select * from ${table}`))).toMatchObject({
        code: '42501',
      });
    }));

  it('after a local setting outside a transaction (P11)', () =>
    bare(async (client) => {
      await client.query(`select set_config('app.tenant', $1, true)`, [fixture.a]);
      expect(await failureOf(client.query(`select * from ${table}`))).toMatchObject({
        code: '42501',
      });
    }));
});

describe('settings', () => {
  it('leave nothing behind on a pool of one (P10)', async () => {
    await within(fixture.a, (db) => db.select().from(projects));
    await within(fixture.a, (db) => db.transaction((tx) => tx.select().from(projects)));
    const names = ['app.tenant', 'app.actor', 'app.request', 'app.pool', 'app.staff'];
    await within(fixture.b, async (db) => {
      const { rows } = await db.execute(
        read(sql`select current_setting('app.tenant') as tenant, current_setting('search_path') as path,
          current_setting('app.actor', true) as actor`),
      );
      expect(rows).toEqual([{ tenant: fixture.b, path: 'pooled, ext, pg_temp', actor: '' }]);
    });
    const { wireFor } = await import('../client');
    const [left] = await wireFor({ login: 'app' }).run([
      {
        text: `select array_agg(nullif(current_setting(name, true), '')) as values from unnest($1::text[]) name`,
        values: [names],
      },
      {
        text: `select current_setting('search_path'), current_setting('statement_timeout')`,
        values: [],
      },
    ]);
    expect(left?.rows).toEqual([[names.map(() => null)]]);
  });

  it('set inside the statement that reads are unsafe: why enter is a statement of its own (P13)', () =>
    bare(async (client) => {
      await client.query('begin');
      await client.query(`select set_config('app.tenant', $1, true)`, [fixture.b]);
      const { rows } = await client.query(
        `select p.tenant_id from ${table} p
         left join (select set_config('app.tenant', $1, true)) entered on true`,
        [fixture.a],
      );
      await client.query('rollback');
      expect(rows).toEqual([{ tenant_id: fixture.b }]);
    }));

  it('never mix between units that interleave on few connections (P15)', async () => {
    await fixture.configure('pg', { pools: { max: 5 } });
    const tenants = Array.from({ length: 97 }, () => randomUUID());
    for (const tenantId of tenants) await fixture.addTenant(tenantId);
    await Promise.all(
      tenants.map((tenantId) =>
        within(tenantId, (db) => db.insert(projects).values({ name: tenantId })),
      ),
    );
    let wrong = 0;
    const units = Array.from({ length: 400 }, async (_, i) => {
      const tenantId = tenants[i % tenants.length] as string;
      await within(tenantId, async (db) => {
        if (i % 7 === 0) await failureOf(db.execute(sql`select 1 / 0`));
        const rows = await db.select().from(projects);
        if (rows.length !== 1 || rows[0]?.name !== tenantId) wrong += 1;
      });
    });
    await Promise.all(units);
    expect(wrong).toBe(0);
  });
});

describe('what the policy compiles to (P18)', () => {
  it('is read once per statement, with no function call per row', async () => {
    await within(fixture.a, async (db) => {
      const { rows } = await db.execute<{ 'QUERY PLAN': string }>(
        read(sql`explain (costs off) select * from projects where name <> 'x'`),
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain('InitPlan');
      expect(plan.match(/Filter:.*/g)?.join()).not.toMatch(/current_setting|deny/);
    });
  });

  it('lets the planner see the tenant', async () => {
    await within(fixture.a, async (db) => {
      const query = db.select().from(projects).where(eq(projects.name, 'x')).toSQL();
      expect(query.sql).toContain('"projects"."tenant_id" = $1');
    });
  });
});

describe('keys (P22, P23)', () => {
  it('let two tenants use one name, without telling either', async () => {
    const same = { name: 'Same name' };
    await within(fixture.a, (db) => db.insert(projects).values(same));
    await within(fixture.b, (db) => db.insert(projects).values(same).onConflictDoNothing());
    for (const tenantId of [fixture.a, fixture.b]) {
      const found = await within(tenantId, (db) =>
        db.select().from(projects).where(eq(projects.name, 'Same name')),
      );
      expect(found).toHaveLength(1);
    }
  });

  it("refuse a row that points at another tenant's parent, and cascade only at home", async () => {
    const id = randomUUID();
    await within(fixture.b, (db) => db.insert(projects).values({ id, name: 'Parent' }));
    const pointed = within(fixture.a, (db) =>
      db.execute(
        sql`insert into tasks (id, project_id, title) values (${randomUUID()}, ${id}, 'x')`,
      ),
    );
    expect(await failureOf(pointed)).toMatchObject({ kind: 'constraint', code: '23503' });
    await within(fixture.a, (db) => db.insert(projects).values({ id, name: 'Parent' }));
    await within(fixture.a, (db) =>
      db.execute(
        sql`insert into tasks (id, project_id, title) values (${randomUUID()}, ${id}, 'x')`,
      ),
    );
    await within(fixture.b, (db) => db.delete(projects).where(eq(projects.id, id)));
    const { rows } = await within(fixture.a, (db) =>
      db.execute(read(sql`select count(*)::int as n from tasks`)),
    );
    expect(rows).toEqual([{ n: 1 }]);
  });
});

it('a scope with text that is no id is never minted', () => {
  expect(() => scopeOf(`${fixture.a}'`)).toThrow(TypeError);
  expect(Object.isFrozen(scopeOf(fixture.a))).toBe(true);
});

it('an unknown tenant is absent', async () => {
  const failure = await failureOf(
    kernel.withTenant(scopeOf(randomUUID()), (db) => db.$count(projects)),
  );
  expect(failure.kind).toBe('absent');
});
