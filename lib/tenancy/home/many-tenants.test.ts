import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '../../doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '../../doors/testing';
import { webCall } from '../../doors/web-call';
import { productPolicy, type SecurityPolicy } from '../../identity/policy/policy';
import { securityProcedures } from '../../identity/policy/procedures';
import { tokenProcedures } from '../../identity/tokens/procedures';
import { commentProcedures as comments } from '../../modules/collections/comments/procedures';
import { recordProcedures as records } from '../../modules/collections/records/procedures';
import { rulesProcedures as rules } from '../../modules/collections/rules/procedures';
import { openRule } from '../../modules/collections/rules/shapes';
import { mintCollection, turnOff } from '../../modules/collections/testing/actors';
import { homeProcedures } from './procedures';

/** A tenant with a collection whose first record is assigned to the person, and speaks of them. */
interface House {
  tenant: TestTenant;
  admin: TestMember;
  me: TestMember;
  collectionId: string;
  ownerId: string;
  recordId: string;
}

const email = 'everywhere@example.com';

let world: World;
let here: House;
let there: House;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

beforeEach(async () => {
  here = await house();
  there = await house(here.tenant.poolId);
});

async function house(poolId?: string): Promise<House> {
  const tenant = await world.tenant(poolId ? { poolId } : {});
  const admin = await world.member(tenant, 'admin');
  const me = await world.member(tenant, 'basic', { email });
  const { id: collectionId, fields } = await mintCollection(admin, 'Cases', [
    { name: 'Name', type: 'text' },
    { name: 'Owner', type: 'person' },
  ]);
  const add = async (title: string, owner?: string) => {
    const data = { name: title, ...(owner && { owner }) };
    return (await invoke(records.create, { collectionId, data }, admin.call())).id;
  };
  await add(`Free in ${tenant.slug}`);
  const recordId = await add(`Mine in ${tenant.slug}`, me.userId);
  const body = `Look, @[${me.userId}] and @[${admin.userId}]`;
  await invoke(comments.create, { collectionId, recordId, body }, admin.call());
  return { tenant, admin, me, collectionId, ownerId: fields.Owner?.id ?? '', recordId };
}

const home = (call = here.me.call(), input: { from?: string } = {}) =>
  invoke(homeProcedures.overview, input, call);

const slugOf = (id: string) => (id === here.tenant.tenantId ? 'here' : 'there');

/** What is shown of each kind, by where it is. */
async function shown(call?: ReturnType<TestMember['call']>) {
  const { assigned, mentions, changes, places } = await home(call);
  const from = (things: { tenantId: string }[]) => [
    ...new Set(things.map(({ tenantId }) => slugOf(tenantId))),
  ];
  return {
    assigned: from(assigned).sort(),
    mentions: from(mentions).sort(),
    changes: from(changes).sort(),
    states: places.map(({ state }) => state),
  };
}

const both = ['here', 'there'];
const open = { assigned: both, mentions: both, changes: both, states: ['read', 'read'] };
const only = (state: string) => ({
  assigned: ['here'],
  mentions: ['here'],
  changes: ['here'],
  states: ['read', state],
});

const policy = (part: Partial<SecurityPolicy>) =>
  invoke(securityProcedures.security.change, { ...productPolicy, ...part }, there.admin.call());

describe('home', () => {
  it('merges what waits for a person in all their tenants, the newest first', async () => {
    const { assigned, mentions, places, more } = await home();
    expect(assigned.map(({ title, place, path }) => [title, place, path])).toEqual(
      [there, here].map(({ tenant, collectionId, recordId }) => [
        `Mine in ${tenant.slug}`,
        'Cases',
        `/collections/${collectionId}/records/${recordId}`,
      ]),
    );
    expect(mentions.map(({ excerpt, by, title }) => [excerpt, by, title])).toEqual(
      [there, here].map(({ tenant }) => [
        'Look, @basic member and @admin member',
        'admin member',
        `Mine in ${tenant.slug}`,
      ]),
    );
    expect(places).toMatchObject([
      { slug: here.tenant.slug, isHere: true, state: 'read', color: '#3355ff' },
      { slug: there.tenant.slug, isHere: false, state: 'read' },
    ]);
    expect(more).toBe(false);
  });

  it('answers for one of them alone, and knows no others', async () => {
    const one = await home(here.me.call(), { from: there.tenant.slug });
    expect(one.assigned.map(({ tenantId }) => tenantId)).toEqual([there.tenant.tenantId]);
    expect(one.changes.every(({ tenantId }) => tenantId === there.tenant.tenantId)).toBe(true);
    const stranger = await world.tenant();
    const codes = await Promise.all(
      [stranger.slug, 'no-such-place'].map((from) =>
        home(here.me.call(), { from }).then(
          () => null,
          ({ code, message }: { code: string; message: string }) => [code, message],
        ),
      ),
    );
    expect(codes[0]).toEqual(['not_found', expect.any(String)]);
    expect(codes[1]).toEqual(codes[0]);
  });

  it('is as small as the rights, the modules and the rows there let it be', async () => {
    expect(await shown()).toEqual(open);
    const rule = (part: object) =>
      invoke(
        rules.save,
        {
          collectionId: there.collectionId,
          rules: { roles: { basic: { ...openRule, ...part } }, others: openRule },
        },
        there.admin.call(),
      );
    const narrow = { see: 'own', change: 'own', remove: 'own' } as const;
    await rule(narrow);
    expect(await shown()).toEqual({ ...only('read') });
    await rule({ ...narrow, see: 'assigned', change: 'assigned', remove: 'assigned' });
    expect(await shown()).toEqual({ ...open, changes: ['here'] });
    await rule({ fields: { [there.ownerId]: 'hidden' } });
    expect(await shown()).toEqual({ ...open, assigned: ['here'] });
    await rule({});
    expect(await shown()).toEqual(open);
    await turnOff(there.tenant);
    expect(await shown()).toEqual(only('read'));
  });

  it('goes by the role there, never by the role here', async () => {
    await world.database.query(
      `with bare as (insert into control.roles (tenant_id, id, key, name, built_in, permissions)
         values ($1, app.uuid7(), 'bare', 'Bare', false, '{}') returning id)
       update control.membership_roles mr set role_id = bare.id from bare, control.memberships m
       where mr.tenant_id = $1 and m.tenant_id = $1 and mr.membership_id = m.id and m.user_id = $2`,
      [there.tenant.tenantId, here.me.userId],
    );
    expect(await shown()).toEqual(only('read'));
    expect(await shown(there.me.call())).toEqual({ ...only('read'), states: ['read', 'read'] });
  });

  it('shows nothing of a tenant whose rules of sign-in the session does not meet', async () => {
    const { query } = world.database;
    await policy({ networks: ['127.0.0.0/8'] });
    const cookie = `house.session=${here.me.token}`;
    const headers = new Headers({ host: here.tenant.host, cookie });
    expect(await shown(webCall('rest', headers, '198.51.100.7'))).toEqual(only('closed'));
    expect(await shown()).toEqual(open);

    await policy({ secondFactor: 'required' });
    expect(await shown()).toEqual(only('closed'));
    const ofHere = `select login_id from control.sessions where tenant_id = $1 and user_id = $2`;
    await query(`update control.logins set second_factor_at = now() where id in (${ofHere})`, [
      here.tenant.tenantId,
      here.me.userId,
    ]);
    expect(await shown()).toEqual(open);
    await query(`update control.logins set second_factor_at = null where user_id = $1`, [
      here.me.userId,
    ]);
    expect(await shown()).toEqual(only('closed'));
  });

  it('wants a session no older than sessions get there', async () => {
    await policy({ absoluteHours: 1 });
    expect(await shown()).toEqual(open);
    await world.database.query(
      `update control.sessions set created_at = now() - interval '2 hours' where tenant_id = $1`,
      [here.tenant.tenantId],
    );
    expect(await shown()).toEqual(only('closed'));
  });

  it('stays in its own tenant for a token, with what the token may', async () => {
    const scopes = ['records.read'];
    const make = async (scopes: string[]) => {
      const made = { name: 'Reader', scopes, expiresInDays: 1 };
      const { token } = await invoke(tokenProcedures.tokens.create, made, here.admin.call());
      const headers = new Headers({
        host: here.tenant.host,
        authorization: `Bearer ${token}`,
      });
      return await home(webCall('rest', headers, '127.0.0.1'));
    };
    await world.member(there.tenant, 'admin', { email: here.admin.email });
    const reads = await make(scopes);
    expect(reads.places.map(({ slug }) => slug)).toEqual([here.tenant.slug]);
    expect(reads.changes.length).toBeGreaterThan(0);
    expect((await make(['people.read'])).changes).toEqual([]);
  });
});
