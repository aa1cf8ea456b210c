import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rolesProcedures } from '@/lib/access/roles/procedures';
import { invoke } from '@/lib/doors/callable';
import {
  mintRole,
  openWorld,
  type TestMember,
  type TestTenant,
  type World,
} from '@/lib/doors/testing';
import { hashToken, newToken } from '../secrets';
import { signInProcedures } from '../sign-in-procedures';
import { arrived } from '../testing';
import { providerProcedures } from './procedures';
import { type HostileProvider, startHostileProvider } from './testing/hostile-provider';
import { begin, callerOf, callWith, come, setProvider } from './testing/stage';

const { get, change, remove, test } = providerProcedures.identityProvider;
const { handOff, withTicket } = signInProcedures.signIn;

let world: World;
let server: HostileProvider;
let a: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
  server = await startHostileProvider();
});
afterAll(async () => {
  await server.end();
  await world.end();
});
beforeEach(async () => {
  server.play({});
  a = await world.tenant();
  admin = await world.member(a, 'admin');
});

const shown = async () => (await invoke(get, {}, admin.call())).provider;

describe('the settings of single sign-on', () => {
  it('are kept without ever showing the secret, which lies sealed', async () => {
    expect(await shown()).toBeNull();
    await setProvider(admin, { issuer: server.issuer, defaultRoleId: a.roleIds.basic });
    expect(await shown()).toMatchObject({ issuer: server.issuer, joins: true });
    expect(JSON.stringify(await shown())).not.toContain('secret-that');
    const { redirectUris } = await invoke(get, {}, admin.call());
    expect(redirectUris).toEqual([`http://${a.host}:3000/sign-in/sso/return`]);
    await world.database.query(
      'insert into control.hosts (host, tenant_id, serves) values ($1, $3, true), ($2, $3, false)',
      [`learn.${a.slug}.com`, `not-yet.${a.slug}.com`, a.tenantId],
    );
    expect((await invoke(get, {}, admin.call())).redirectUris).toEqual([
      `http://${a.host}:3000/sign-in/sso/return`,
      `http://learn.${a.slug}.com:3000/sign-in/sso/return`,
    ]);
    const everything = await world.database.query<{ text: string }>(
      `select (select string_agg(p::text, ' ') from control.identity_providers p) ||
        (select string_agg(e::text, ' ') from control.audit_events e) ||
        coalesce((select string_agg(c::text, ' ') from control.change_log c), '') as text`,
    );
    expect(everything[0]?.text).toContain(server.issuer);
    expect(everything[0]?.text).not.toContain('a-secret-that-only-two-know');
  });

  it('keep the secret unless another is typed, and want it typed for another issuer', async () => {
    await setProvider(admin, { issuer: server.issuer });
    const draft = { ...(await shown()), label: 'Renamed' } as Record<string, unknown>;
    delete draft.changedAt;
    const renamed = await invoke(change, draft as never, admin.call());
    expect(renamed.label).toBe('Renamed');
    await expect(
      invoke(change, { ...draft, issuer: 'https://login.example.com' } as never, admin.call()),
    ).rejects.toMatchObject({ fields: { clientSecret: expect.any(String) } });
  });

  it('name what is wrong', async () => {
    for (const [part, field] of [
      [{ issuer: 'login.example.com' }, 'issuer'],
      [{ issuer: 'https://a:b@login.example.com' }, 'issuer'],
      [{ label: '<b>' }, 'label'],
      [{ groupRoles: [{ group: ' ', roleId: a.roleIds.basic }] }, 'groupRoles.0.group'],
      [{ groupRoles: [{ group: 'x', roleId: a.tenantId }] }, 'groupRoles.0.roleId'],
      [{ defaultRoleId: (await world.tenant()).roleIds.basic }, 'defaultRoleId'],
    ] as const) {
      const wrong = setProvider(admin, { issuer: server.issuer, ...part } as never);
      await expect(wrong).rejects.toMatchObject({
        code: 'invalid',
        fields: { [field]: expect.any(String) },
      });
    }
    expect(await shown()).toBeNull();
  });

  it('are for who may set the rules, freshly proven, here', async () => {
    const basic = await world.member(a, 'basic');
    for (const act of [
      () => invoke(get, {}, basic.call()),
      () => setProvider(basic, { issuer: server.issuer }),
      () => invoke(remove, {}, basic.call()),
      () => invoke(test, { issuer: server.issuer }, basic.call()),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
    }
    await setProvider(admin, { issuer: server.issuer });
    const other = await world.member(await world.tenant(), 'admin');
    expect((await invoke(get, {}, other.call())).provider).toBeNull();
    await expect(invoke(remove, {}, other.call())).rejects.toMatchObject({ code: 'not_found' });
    await world.database.query(
      `update control.sessions set proven_at = now() - interval '16 minutes' where user_id = $1`,
      [admin.userId],
    );
    await expect(setProvider(admin, { issuer: server.issuer })).rejects.toMatchObject({
      code: 'proof_required',
    });
  });

  it('give no role wider than those of who sets them, nor change who gives one', async () => {
    const narrowId = await mintRole(a, ['security.manage', 'people.manage', 'people.read']);
    const narrow = await world.member(a, 'basic');
    await world.database.query(
      `update control.membership_roles set role_id = $1 where tenant_id = $2 and membership_id =
         (select id from control.memberships where tenant_id = $2 and user_id = $3)`,
      [narrowId, a.tenantId, narrow.userId],
    );
    const wide = { groupRoles: [{ group: 'all', roleId: a.roleIds.admin }] };
    const issuer = server.issuer;
    for (const draft of [wide, { defaultRoleId: a.roleIds.admin }]) {
      await expect(setProvider(narrow, { issuer, ...draft })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    await setProvider(narrow, { issuer, defaultRoleId: narrowId });
    await setProvider(admin, { issuer, ...wide });
    await expect(setProvider(narrow, { issuer })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(invoke(remove, {}, narrow.call())).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('follow a role that is deleted to its replacement', async () => {
    const roleId = await mintRole(a, ['people.read']);
    const groupRoles = [{ group: 'x', roleId }];
    await setProvider(admin, { issuer: server.issuer, groupRoles, defaultRoleId: roleId });
    const instead = { replacementId: a.roleIds.basic, reason: 'Not needed' };
    await invoke(rolesProcedures.delete, { id: roleId, ...instead }, admin.call());
    expect(await shown()).toMatchObject({
      groupRoles: [{ group: 'x', roleId: a.roleIds.basic }],
      defaultRoleId: a.roleIds.basic,
    });
  });

  it('once removed leave no way in and no link', async () => {
    await setProvider(admin, { issuer: server.issuer, defaultRoleId: a.roleIds.basic });
    const { url, browser } = await begin(a);
    const arrival = await come(a, server.visit(url), browser);
    expect((await callerOf(a, arrival)).user).not.toBeNull();
    await invoke(remove, {}, admin.call());
    expect((await callerOf(a, arrival)).user).toBeNull();
    expect(await shown()).toBeNull();
    const links = await world.database.query(
      'select 1 from control.provider_links where tenant_id = $1',
      [a.tenantId],
    );
    expect(links).toEqual([]);
    await expect(invoke(remove, {}, admin.call())).rejects.toMatchObject({ code: 'not_found' });
  });

  it('once turned off end what began here on every host of a private pool, and nothing else', async () => {
    const b = await world.tenant({ poolId: a.poolId });
    await setProvider(admin, { issuer: server.issuer, defaultRoleId: a.roleIds.basic });
    const other = await world.member(b, 'admin');
    await setProvider(other, { issuer: server.issuer, defaultRoleId: b.roleIds.basic });
    const onward = async (from: TestTenant, to: TestTenant, token: string) => {
      const nonce = newToken();
      const input = { slug: to.slug, nonceHash: hashToken(nonce), returnPath: '/' };
      const { url } = await invoke(handOff, input, callWith(from, token));
      const ticket = new URL(url).searchParams.get('ticket') ?? '';
      return arrived(await invoke(withTicket, { ticket, nonce }, world.anonymous(to))).token;
    };
    const here = await begin(a);
    const first = await come(a, server.visit(here.url), here.browser);
    const { user } = await callerOf(a, first);
    await world.member(b, 'basic', { email: user?.email ?? '' });
    const gone = await onward(a, b, (first as { token: string }).token);
    server.play({ claims: { sub: 'somebody-else', email: `else@${a.slug}.com` } });
    const there = await begin(b);
    const second = await come(b, server.visit(there.url), there.browser);
    const theirs = await callerOf(b, second);
    await world.member(a, 'basic', { email: theirs.user?.email ?? '' });
    const beside = await onward(b, a, (second as { token: string }).token);
    const provider = await shown();
    if (!provider) throw new Error('There is no provider.');
    const { changedAt: _, ...draft } = provider;
    await invoke(change, { ...draft, enabled: false }, admin.call());
    for (const [at, token] of [
      [a, (first as { token: string }).token],
      [b, gone],
      [a, beside],
    ] as const) {
      expect((await callWith(at, token).caller()).user).toBeNull();
    }
    expect((await callerOf(b, second)).user).not.toBeNull();
  });
});

describe('a test of the connection', () => {
  const tried = (issuer: string) => invoke(test, { issuer }, admin.call());

  it('shows what the provider says of itself', async () => {
    expect(await tried(server.issuer)).toMatchObject({
      issuer: server.issuer,
      authorizationEndpoint: `${server.issuer}/authorize`,
      keys: 1,
    });
  });

  it('says exactly why not', async () => {
    const reasons: [string, () => unknown, RegExp][] = [
      ['http://127.0.0.1:1', () => undefined, /Nothing answers/],
      ['https://10.0.0.1', () => undefined, /private network/],
      ['http://192.0.2.1.invalid', () => undefined, /no host of this name/],
      [
        server.issuer,
        () => server.play({ metadata: () => ({ issuer: 'https://x.example' }) }),
        /another issuer/,
      ],
      [
        server.issuer,
        () => server.play({ metadata: () => ({ jwks_uri: undefined }) }),
        /names no place/,
      ],
      [
        server.issuer,
        () => server.play({ metadata: (own) => ({ jwks_uri: `${own}/other` }) }),
        /no keys/,
      ],
      [`${server.issuer}/other`, () => server.play({}), /describe itself/],
    ];
    for (const [issuer, prepare, words] of reasons) {
      prepare();
      await expect(tried(issuer)).rejects.toMatchObject({
        code: 'invalid',
        fields: { issuer: expect.stringMatching(words) },
      });
    }
  });
});
