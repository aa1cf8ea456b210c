import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { configureDatabase, databaseConfig } from '@/db/client';
import { keepOpenings } from '@/db/openings/keep';
import { invoke } from '../../doors/callable';
import { openWorld, type World } from '../../doors/testing';
import { enterTenant } from '../../server/open-tenant';
import { checkSlug, signUp } from '../onboarding/procedures';
import { signUpOpenings } from './procedures';
import { ask, founding, look, newSlug, openHands, stranger, traces, until } from './testing/bed';

let world: World;
let hands: ReturnType<typeof openHands>;

beforeAll(async () => {
  world = await openWorld();
  hands = openHands(world);
  await world.database.query('update control.shards set ready_schemas = 0, ready_databases = 0');
});
afterEach(() => hands.rest());
afterAll(async () => {
  await hands.end();
  await world.end();
});

const request = (tenantId: string) =>
  world.database.query('select request, home_id from control.openings where tenant_id = $1', [
    tenantId,
  ]);

describe.each(['schema', 'database'] as const)('a workspace with a %s of its own', (tier) => {
  it('is opened where none stands ready, step by step, and its founder comes in once', async () => {
    const { slug, tenantId, ticket } = await ask(newSlug(), tier);
    const waiting = await look(ticket);
    expect(waiting).toMatchObject({ state: 'waiting', tier, slug, tenantId });
    expect(waiting.steps.map(({ state }) => state)).toEqual(['next', 'next', 'next', 'next']);
    hands.work();
    const open = await until(ticket, 'open');
    expect(open.steps.map(({ key, state, note }) => [key, state, note])).toEqual([
      ['place', 'done', 'On primary'],
      ['home', 'done', 'Built anew'],
      ['tenant', 'done', 'Harbour Choir, with its roles and looks'],
      ['contents', 'done', 'Empty, as asked for'],
    ]);
    expect(open.steps.every(({ seconds }) => seconds !== null)).toBe(true);
    const [facts] = await world.database.query(
      `select t.slug, p.tier, a.procedure, a.actor_kind from control.tenants t
       join control.placements p on p.tenant_id = t.id
       join control.audit_events a on a.tenant_id = t.id where t.id = $1`,
      [tenantId],
    );
    expect(facts).toEqual({ slug, tier, procedure: 'signUp.create', actor_kind: 'anonymous' });
    await expect.poll(() => request(tenantId)).toEqual([{ request: null, home_id: null }]);
    const first = await invoke(signUpOpenings.arrive, { ticket }, stranger());
    expect(first.url).toMatch(new RegExp(`^http://${slug}\\..*/arrive\\?ticket=`));
    const second = await invoke(signUpOpenings.arrive, { ticket }, stranger());
    expect(second.url).toMatch(/\/sign-in$/);
  });
});

describe('an opening', () => {
  it('takes what stands ready', async () => {
    const home = await world.database.addHome('schema');
    const { tenantId, ticket } = await ask();
    hands.work();
    const { steps } = await until(ticket, 'open');
    expect(steps[1]?.note).toBe('Taken from those that stand ready');
    const [placed] = await world.database.query(
      'select role_name from control.placements where tenant_id = $1',
      [tenantId],
    );
    expect(placed).toEqual({ role_name: home.roleName });
    const places = await world.database.query(
      'select tenant_id from app.placements where role_name = $1',
      [home.roleName],
    );
    expect(places).toEqual([{ tenant_id: tenantId }]);
  });

  it('says that there is no room, and goes on once there is', async () => {
    await world.database.query('update control.shards set room_schema = 0');
    const { ticket } = await ask();
    hands.work();
    expect(await until(ticket, 'retrying')).toMatchObject({
      error: 'No server has room for another workspace of this kind at the moment.',
      nextTryAt: expect.any(Date),
    });
    await world.database.query('update control.shards set room_schema = 200');
    await invoke(signUpOpenings.retry, { ticket }, stranger());
    await keepOpenings(world.database.servers);
    await until(ticket, 'open');
  });

  it('passes over a server that is away, and waits for one that was asked for by name', async () => {
    const before = databaseConfig();
    const away = 'postgres://nobody@127.0.0.1:1/none';
    configureDatabase({ ...before, shards: { second: away } });
    await world.database.query(
      `insert into control.shards (id, name, connection, room_schema, ready_schemas)
       values (app.uuid7(), 'East', 'second', 900, 0)`,
    );
    const servers = {
      ...world.database.servers,
      urls: { ...world.database.servers.urls, second: away },
    };
    const one = await ask();
    hands.work(enterTenant, servers);
    expect((await until(one.ticket, 'open')).steps[0]?.note).toBe('On primary');
    const two = await ask();
    await world.database.query(`update control.openings set shard = 'East' where tenant_id = $1`, [
      two.tenantId,
    ]);
    const seen = await until(two.ticket, 'retrying');
    expect(seen.error).toBe('The server East does not answer.');
    expect(seen.steps[1]?.state).toBe('failed');
    await world.database.query(`update control.openings set shard = null where tenant_id = $1`, [
      two.tenantId,
    ]);
    await invoke(signUpOpenings.retry, { ticket: two.ticket }, stranger());
    await keepOpenings(servers);
    await until(two.ticket, 'open');
    await world.database.query(
      `delete from control.homes where shard_id in (select id from control.shards where name = 'East');
       delete from control.shards where name = 'East'`,
    );
    configureDatabase(before);
  });

  it('goes on from the home it has when entering the tenant failed', async () => {
    const { tenantId, ticket } = await ask();
    let failed = false;
    hands.work(async (...given) => {
      if (failed) return await enterTenant(...given);
      failed = true;
      throw new Error('The line was cut.');
    });
    const seen = await until(ticket, 'retrying', 'open');
    if (seen.state === 'retrying') expect(seen.error).toMatch(/on our side/);
    await until(ticket, 'open');
    const homes = await world.database.query(
      `select 1 from control.homes h where exists (select 1 from control.placements p
         where p.role_name = h.role_name and p.tenant_id = $1)`,
      [tenantId],
    );
    expect(homes).toHaveLength(1);
    expect((await traces(world, tenantId))?.homes).toBe(0);
  });

  it('enters the tenant once when two operators get that far', async () => {
    const { tenantId, ticket } = await ask();
    hands.work(async (...given) => {
      const both = await Promise.all([enterTenant(...given), enterTenant(...given)]);
      expect(both.sort()).toEqual(['before', 'entered']);
      return 'entered';
    });
    await until(ticket, 'open');
    expect(await traces(world, tenantId)).toMatchObject({ tenants: 1, events: 1 });
  });

  it('holds its address, and one of two who ask for it at once gets it', async () => {
    const slug = newSlug();
    const tries = await Promise.allSettled([ask(slug), ask(slug), ask(slug)]);
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toHaveLength(2);
    for (const reason of refused) {
      expect(reason).toMatchObject({ code: 'conflict', fields: { slug: expect.any(String) } });
    }
    expect(await invoke(checkSlug, { slug }, stranger())).toMatchObject({ free: false });
    await expect(
      invoke(signUp, { ...founding(slug), tier: 'pooled' }, stranger()),
    ).rejects.toMatchObject({ code: 'conflict', fields: { slug: expect.any(String) } });
    const [left] = await world.database.query(
      `select (select count(*)::int from control.openings where slug = $1) as openings,
         (select count(*)::int from control.tenants where slug = $1) as tenants`,
      [slug],
    );
    expect(left).toEqual({ openings: 1, tenants: 0 });
  });

  it('asks for another address when its own went to somebody else', async () => {
    const { slug, tenantId, ticket } = await ask();
    await world.database.query(
      `set session_replication_role = replica;
       with pool as (insert into control.pools (id, name, kind) values (app.uuid7(), 'p', 'private') returning id)
       insert into control.tenants (id, pool_id, slug, name) select app.uuid7(), id, '${slug}', 'First' from pool;
       set session_replication_role = default`,
    );
    hands.work();
    const failed = await until(ticket, 'failed');
    expect(failed).toMatchObject({
      slugLost: true,
      error: `The address ${slug} was taken meanwhile. Choose another.`,
    });
    const bad = invoke(signUpOpenings.retry, { ticket, slug: 'a--b' }, stranger());
    await expect(bad).rejects.toMatchObject({
      code: 'invalid',
      fields: { slug: expect.any(String) },
    });
    const same = invoke(signUpOpenings.retry, { ticket, slug: 'console-x' }, stranger());
    await expect(same).resolves.toMatchObject({ state: 'waiting' });
    await keepOpenings(world.database.servers);
    await until(ticket, 'open');
    const [row] = await world.database.query('select slug from control.tenants where id = $1', [
      tenantId,
    ]);
    expect(row).toEqual({ slug: 'console-x' });
  });
});
