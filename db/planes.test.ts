import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookUp, withControl } from './control';
import { withPlatform } from './platform';
import { withPool } from './pool';
import { mintControlScope, mintPoolScope, mintStaffScope, mintUserScope } from './scope';
import { read } from './wire/access';
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
  it('reads each tenant a person belongs to, and shows what failed', async () => {
    const userId = randomUUID();
    const others = [randomUUID(), randomUUID()];
    for (const tenantId of others) await fixture.addTenant(tenantId);
    const gone = others[1] as string;
    await fixture.admin(`delete from control.placements where tenant_id = $1`, [gone]);
    const mine = [fixture.a, ...others];
    await fixture.admin('insert into control.members select unnest($1::uuid[]), $2', [
      mine,
      userId,
    ]);
    await within(fixture.a, (db) => db.insert(projects).values({ name: 'Seen' }));
    await within(fixture.b, (db) => db.insert(projects).values({ name: 'Unseen' }));

    const scope = mintUserScope({ userId, requestId: randomUUID() });
    const fanned = await kernel.withTenants(scope, (db) => db.select().from(projects));
    const seen = fanned.results.flatMap(({ value }) => value.map(({ name }) => name));
    expect(seen).toEqual(['Seen']);
    expect(fanned.results.map(({ tenantId }) => tenantId).sort()).toEqual(
      [fixture.a, others[0]].sort(),
    );
    expect(fanned.failures).toMatchObject([{ tenantId: gone, error: { kind: 'absent' } }]);
    expect(fanned.truncated).toBe(false);
  });

  it('only reads', async () => {
    const userId = randomUUID();
    await fixture.admin('insert into control.members values ($1, $2)', [fixture.b, userId]);
    const scope = mintUserScope({ userId, requestId: randomUUID() });
    const { failures } = await kernel.withTenants(scope, (db) =>
      db.insert(projects).values({ name: 'Written' }),
    );
    expect(failures).toMatchObject([{ error: { kind: 'denied' } }]);
    expect(await within(fixture.b, (db) => db.$count(projects))).toBe(1);
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
    const scope = mintUserScope({ userId, requestId: randomUUID() });
    const { results, truncated } = await kernel.withTenants(scope, (db) => db.$count(projects));
    expect([results.length, truncated]).toEqual([50, true]);
  });
});
