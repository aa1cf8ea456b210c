import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lookUp, withControl } from './control';
import { withPlatform } from './platform';
import { withPool } from './pool';
import { mintControlScope, mintPoolScope, mintStaffScope, mintUserScope } from './scope';
import { read } from './wire/access';
import { usualLimits } from './wire/fan';
import { drivers, failureOf, KernelFixture, kernel, projects, within } from './wire/fixture';

let fixture: KernelFixture;

beforeAll(async () => {
  fixture = await KernelFixture.create();
});

afterAll(() => fixture.drop());

const request = () => ({ actorId: randomUUID(), requestId: randomUUID() });
const notes = read(sql`select body from control.notes order by body`);

describe.each(drivers)('the control plane over %s', (driver) => {
  beforeAll(async () => {
    await fixture.configure(driver);
    await fixture.admin('truncate control.notes, control.accounts, control.platform_access');
    for (const tenantId of [fixture.a, fixture.b]) {
      await withControl(mintControlScope({ tenantId, ...request() }), (db) =>
        db.execute(sql`insert into control.notes (body) values (${`of ${tenantId}`})`),
      );
    }
  });

  it('shows one tenant its own rows', async () => {
    const scope = mintControlScope({ tenantId: fixture.a, ...request() });
    const { rows } = await withControl(scope, (db) => db.execute(notes));
    expect(rows).toEqual([{ body: `of ${fixture.a}` }]);
    const planted = withControl(scope, (db) =>
      db.execute(sql`insert into control.notes (tenant_id, body) values (${fixture.b}, 'x')`),
    );
    expect((await failureOf(planted)).kind).toBe('denied');
  });

  it('shows a pool its own accounts, and a tenant only when one is known', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    for (const poolId of [one, two]) {
      await fixture.admin('insert into control.accounts values ($1, $2, $3)', [
        poolId,
        randomUUID(),
        'same@example.com',
      ]);
    }
    const scope = mintPoolScope({ poolId: one, tenantId: null, ...request() });
    const accounts = read(sql`select pool_id from control.accounts`);
    expect((await withPool(scope, (db) => db.execute(accounts))).rows).toEqual([{ pool_id: one }]);
    expect((await failureOf(withPool(scope, (db) => db.execute(notes)))).kind).toBe('denied');
    const known = mintPoolScope({ poolId: one, tenantId: fixture.b, ...request() });
    expect((await withPool(known, (db) => db.execute(notes))).rows).toHaveLength(1);
  });

  it('answers look-ups with nobody in scope, and nothing else', async () => {
    const found = await lookUp(sql`select control.placement_of(${fixture.a}) ->> 'tier' as tier`);
    expect(found).toEqual([{ tier: 'pooled' }]);
    expect((await failureOf(lookUp(notes))).kind).toBe('denied');
  });
});

describe('withPlatform', () => {
  const staff = () => mintStaffScope({ staffId: randomUUID(), requestId: randomUUID() });
  const recorded = () => fixture.admin('select reason from control.platform_access order by at');

  beforeAll(async () => {
    await fixture.configure('pg');
    await fixture.admin('truncate control.platform_access');
  });

  it('sees every tenant and records why', async () => {
    const { rows } = await withPlatform(staff(), 'Ticket 1', (db) => db.execute(notes));
    expect(rows).toHaveLength(2);
    expect(await recorded()).toEqual([{ reason: 'Ticket 1' }]);
  });

  it('records a unit that failed', async () => {
    const failed = withPlatform(staff(), 'Ticket 2', async (db) => {
      await db.execute(notes);
      throw new Error('after looking');
    });
    expect((await failureOf(failed)).message).toBe('after looking');
    expect(await recorded()).toEqual([{ reason: 'Ticket 1' }, { reason: 'Ticket 2' }]);
  });

  it('refuses to go without a reason', async () => {
    const asked = withPlatform(staff(), '  ', (db) => db.execute(notes));
    expect((await failureOf(asked)).kind).toBe('value');
  });

  it('is not open to the login of the app', async () => {
    await fixture.configure('pg', { platform: fixture.url('kernel_web') });
    const asked = withPlatform(staff(), 'Ticket 3', (db) => db.execute(notes));
    expect((await failureOf(asked)).kind).toBe('denied');
    await fixture.configure('pg');
  });
});

describe('withTenants', () => {
  const scopeFor = (userId: string) =>
    mintUserScope({ userId, sessionId: randomUUID(), requestId: randomUUID() });
  const join = (userId: string, tenantIds: readonly string[]) =>
    fixture.admin('insert into control.members select unnest($1::uuid[]), $2', [tenantIds, userId]);

  it('reads each tenant a person belongs to, and shows what failed', async () => {
    const userId = randomUUID();
    const others = [randomUUID(), randomUUID()];
    for (const tenantId of others) await fixture.addTenant(tenantId);
    const gone = others[1] as string;
    await fixture.admin(`delete from control.placements where tenant_id = $1`, [gone]);
    await join(userId, [fixture.a, ...others]);
    await within(fixture.a, (db) => db.insert(projects).values({ name: 'Seen' }));
    await within(fixture.b, (db) => db.insert(projects).values({ name: 'Unseen' }));

    const fanned = await kernel.withTenants(scopeFor(userId), (db) => db.select().from(projects));
    const seen = fanned.results.flatMap(({ value }) => value.map(({ name }) => name));
    expect(seen).toEqual(['Seen']);
    expect(fanned.results.map(({ tenant }) => tenant.id).sort()).toEqual(
      [fixture.a, others[0]].sort(),
    );
    expect(fanned.failures).toMatchObject([{ tenant: { id: gone }, error: { kind: 'absent' } }]);
    expect(fanned.truncated).toBe(false);
  });

  it('only reads', async () => {
    const userId = randomUUID();
    await join(userId, [fixture.b]);
    const { failures } = await kernel.withTenants(scopeFor(userId), (db) =>
      db.insert(projects).values({ name: 'Written' }),
    );
    expect(failures).toMatchObject([{ error: { kind: 'denied' } }]);
    expect(await within(fixture.b, (db) => db.$count(projects))).toBe(1);
  });

  it('gives one that takes too long up, on both sides, and answers with the others', async () => {
    const userId = randomUUID();
    const asleep = randomUUID();
    await fixture.addTenant(asleep);
    await join(userId, [fixture.a, fixture.b, asleep]);
    const late: unknown[] = [];
    let wake = () => {};
    const woken = new Promise<void>((done) => {
      wake = done;
    });
    const fanned = await kernel.withTenants(
      scopeFor(userId),
      async (db, { id }) => {
        if (id !== asleep) return await db.$count(projects);
        await woken;
        return await db.$count(projects).catch((error: unknown) => late.push(error));
      },
      { ...usualLimits, eachMs: 200 },
    );
    expect(fanned.results).toHaveLength(2);
    expect(fanned.failures).toMatchObject([{ tenant: { id: asleep }, error: { kind: 'timeout' } }]);
    wake();
    await vi.waitFor(() => expect(late).toMatchObject([{ kind: 'closed' }]));
    const slept = await kernel.withTenants(
      scopeFor(userId),
      (db) => db.execute(read(sql`select pg_sleep(3)`)),
      { ...usualLimits, eachMs: 300 },
    );
    expect(slept.failures.map(({ error }) => (error as { kind: string }).kind)).toEqual(
      Array.from({ length: 3 }, () => 'timeout'),
    );
  });

  it('waits for nobody once the time for all is over', async () => {
    const userId = randomUUID();
    const many = Array.from({ length: 45 }, () => randomUUID());
    for (const tenantId of many) await fixture.addTenant(tenantId);
    await join(userId, many);
    const asked: string[] = [];
    const { results, failures } = await kernel.withTenants(
      scopeFor(userId),
      async (_db, { id }) => {
        asked.push(id);
        await pause(1_000);
      },
      { ...usualLimits, eachMs: 200, altogetherMs: 300 },
    );
    expect([results.length, failures.length]).toEqual([0, 45]);
    expect(asked.length).toBeLessThan(45);
  });

  it('stops at fifty', async () => {
    const userId = randomUUID();
    await fixture.admin(
      `with t as (select gen_random_uuid() as id from generate_series(1, 60)),
        p as (insert into app.placements (tenant_id, schema_name) select id, 'pooled' from t),
        c as (insert into control.placements (tenant_id) select id from t)
       insert into control.members select id, $1 from t`,
      [userId],
    );
    const { results, truncated } = await kernel.withTenants(scopeFor(userId), (db) =>
      db.$count(projects),
    );
    expect([results.length, truncated]).toEqual([50, true]);
  });
});
