import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { leaveTenant } from '@/lib/identity/memberships';
import { forgetPlacement } from './placement';
import { withPool } from './pool';
import { people } from './schema/tenant';
import { mintPoolScope, mintUserScope } from './scope';
import { withTenants } from './tenant';
import { setTestTier, testTier } from './testing/tier';

const email = 'everywhere@example.com';
const usual = testTier();

let world: World;
let here: TestTenant;
let me: TestMember;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

beforeEach(async () => {
  here = await world.tenant();
  me = await world.member(here, 'basic', { email });
});

/** One more tenant of the same pool that the person belongs to. */
async function joined(options: { tier?: typeof usual } = {}) {
  setTestTier(options.tier ?? usual);
  const tenant = await world.tenant({ poolId: here.poolId });
  setTestTier(usual);
  await world.member(tenant, 'guest', { email });
  return tenant;
}

async function scope() {
  const [session] = await world.database.query<{ id: string }>(
    `select id from control.sessions where user_id = $1 and tenant_id = $2`,
    [me.userId, here.tenantId],
  );
  return mintUserScope({
    userId: me.userId,
    sessionId: session?.id ?? '',
    requestId: uuidv7(),
  });
}

const read = async () =>
  await withTenants(await scope(), async (db, tenant: { id: string; slug: string }) => {
    const [row] = await db.select({ id: people.id }).from(people);
    return { slug: tenant.slug, person: row?.id };
  });

const slugs = async () => (await read()).results.map(({ value }) => value.slug);

describe('the tenants of a person', () => {
  it('are read at every tier, the one of the session first', async () => {
    const others = [];
    for (const tier of ['pooled', 'schema', 'database'] as const)
      others.push(await joined({ tier }));
    const { results, failures, truncated } = await read();
    expect([failures, truncated]).toEqual([[], false]);
    expect(results.map(({ value }) => value)).toEqual(
      [here, ...others.sort((a, b) => (a.slug < b.slug ? -1 : 1))].map(({ slug }) => ({
        slug,
        person: me.userId,
      })),
    );
  });

  it('are those of the session’s pool, where the person is an active member', async () => {
    const [suspended, left, paused, closing] = [
      await joined(),
      await joined(),
      await joined(),
      await joined(),
    ];
    const stranger = await world.tenant();
    await world.member(stranger, 'admin', { email });
    expect(await slugs()).toHaveLength(5);
    const { query } = world.database;
    await query(`update control.tenants set status = 'suspended' where id = $1`, [
      suspended.tenantId,
    ]);
    await query(`update control.tenants set status = 'closing' where id = $1`, [closing.tenantId]);
    const leaving = mintPoolScope({
      poolId: left.poolId,
      tenantId: left.tenantId,
      actorId: me.userId,
      requestId: uuidv7(),
    });
    await withPool(leaving, (db) => leaveTenant(db, me.userId), { write: true });
    await query(
      `update control.memberships set state = 'suspended' where user_id = $1 and tenant_id = $2`,
      [me.userId, paused.tenantId],
    );
    expect(await slugs()).toEqual([here.slug]);
  });

  it('are none once the session, the login or the account has ended', async () => {
    await joined();
    const asked = await scope();
    const count = async () =>
      (await withTenants(asked, async (_db, { id }: { id: string }) => id)).results.length;
    const { query } = world.database;
    for (const [table, ended, back] of [
      ['sessions', 'revoked_at = now()', 'revoked_at = null'],
      ['sessions', `expires_at = now()`, `expires_at = now() + interval '1 hour'`],
      ['logins', 'revoked_at = now()', 'revoked_at = null'],
    ] as const) {
      const one = table === 'logins' ? 'pool_id' : 'id';
      const of = table === 'logins' ? here.poolId : asked.sessionId;
      expect(await count()).toBe(2);
      await query(`update control.${table} set ${ended} where ${one} = $1`, [of]);
      expect(await count()).toBe(0);
      await query(`update control.${table} set ${back} where ${one} = $1`, [of]);
    }
    await query(`update control.users set state = 'locked' where id = $1`, [me.userId]);
    expect(await count()).toBe(0);
    const forged = mintUserScope({
      userId: uuidv7(),
      sessionId: asked.sessionId,
      requestId: uuidv7(),
    });
    const { results } = await withTenants(forged, async (_db, { id }: { id: string }) => id);
    expect(results).toEqual([]);
  });

  it('fail one by one: a shard that is gone takes its own tenants along, and no others', async () => {
    const [lost, fine] = [await joined(), await joined()];
    await world.database.query(
      `with shard as (insert into control.shards (id, name, connection)
         values (app.uuid7(), 'Gone', 'gone') returning id)
       update control.placements set shard_id = shard.id, epoch = 2 from shard where tenant_id = $1`,
      [lost.tenantId],
    );
    forgetPlacement(lost.tenantId);
    const { results, failures } = await read();
    expect(results.map(({ tenant }) => tenant.id)).toEqual([here.tenantId, fine.tenantId]);
    expect(failures).toMatchObject([
      { tenant: { id: lost.tenantId, slug: lost.slug }, error: { kind: 'unavailable' } },
    ]);
  });
});
