import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { type HostileProvider, startHostileProvider, type Trick } from './testing/hostile-provider';
import { begin, callerOf, come, setProvider } from './testing/stage';

let world: World;
let provider: HostileProvider;
let a: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
  provider = await startHostileProvider();
});
afterAll(async () => {
  await provider.end();
  await world.end();
});

beforeEach(async () => {
  provider.play({});
  a = await world.tenant();
  admin = await world.member(a, 'admin');
  await setProvider(admin, { issuer: provider.issuer, defaultRoleId: a.roleIds.basic });
});

async function enter(trick: Trick) {
  const { url, browser } = await begin(a);
  const query = provider.visit(url);
  provider.play(trick);
  return await come(a, query, browser);
}

const now = () => Math.floor(Date.now() / 1000);

describe('a provider that lies', () => {
  it('is taken at its word where it does not', async () => {
    const { user } = await callerOf(a, await enter({}));
    expect(user?.email).toBe('mallory@example.com');
  });

  const lies: [string, () => Trick, string][] = [
    ['a key it does not show', () => ({ foreignKey: true }), 'answer'],
    ['a key of another name', () => ({ header: { kid: 'unheard-of' } }), 'answer'],
    ['no signature', () => ({ header: { alg: 'none' } }), 'answer'],
    ['the nonce of another sign-in', () => ({ claims: { nonce: 'other' } }), 'answer'],
    ['no nonce', () => ({ claims: { nonce: undefined } }), 'answer'],
    ['another issuer', () => ({ claims: { iss: 'https://login.example.com' } }), 'answer'],
    ['another audience', () => ({ claims: { aud: 'somebody-else' } }), 'answer'],
    ['no subject', () => ({ claims: { sub: undefined } }), 'answer'],
    ['a token that is over', () => ({ claims: { exp: now() - 120 } }), 'clock'],
    ['a token of the future', () => ({ claims: { nbf: now() + 600 } }), 'clock'],
  ];
  it.each(lies)('brings nobody in with %s', async (_name, trick, refused) => {
    expect(await enter(trick())).toEqual({ refused });
    const links = await world.database.query(
      'select 1 from control.provider_links where tenant_id = $1',
      [a.tenantId],
    );
    expect(links).toEqual([]);
  });

  it.each([false, undefined, 'true'])(
    'opens no account to an address it says %s of',
    async (said) => {
      expect(await enter({ claims: { email_verified: said } })).toEqual({
        confirm: 'mallory@example.com',
      });
    },
  );

  it.each([
    ['just now', () => now(), true],
    ['an hour from now', () => now() + 3600, true],
    ['it does not say when', () => undefined, true],
    ['an hour ago', () => now() - 3600, false],
  ])('is told apart by when it asked: %s', async (_when, authTime, fresh) => {
    const { session } = await callerOf(a, await enter({ claims: { auth_time: authTime() } }));
    expect(session?.fresh).toBe(fresh);
  });

  it('may be half a minute off', async () => {
    expect(await enter({ claims: { exp: now() - 10 } })).toHaveProperty('token');
  });

  it('leads nowhere else: neither its redirects nor addresses inside are followed', async () => {
    const inside = 'http://10.0.0.1/token';
    const redirecting: Trick = {
      token: (response) => response.writeHead(302, { location: inside }).end(),
    };
    expect(await enter(redirecting)).toEqual({ refused: 'answer' });
    const elsewhere: Trick = { metadata: () => ({ token_endpoint: inside }) };
    expect(await enter(elsewhere)).toEqual({ refused: 'unreachable' });
    const keys: Trick = { metadata: () => ({ jwks_uri: 'http://192.168.0.1/jwks' }) };
    expect(await enter(keys)).toEqual({ refused: 'unreachable' });
  });

  it('cannot make us read without end', async () => {
    const flood: Trick = {
      token: (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end('x'.repeat(2_000_000));
      },
    };
    expect(await enter(flood)).toEqual({ refused: 'unreachable' });
  });

  it.each([
    ['names another issuer', () => ({ issuer: 'https://login.example.com' })],
    ['leads to no page', () => ({ authorization_endpoint: 'javascript:alert(1)' })],
  ])('is sent nobody where it %s, and that is what is said', async (_name, metadata) => {
    provider.play({ metadata });
    await expect(begin(a)).rejects.toThrow('refused: answer');
  });

  it('that does not answer is said to be down', async () => {
    const gone = await startHostileProvider();
    await setProvider(admin, { issuer: gone.issuer, defaultRoleId: a.roleIds.basic });
    const { url, browser } = await begin(a);
    const query = gone.visit(url);
    await gone.end();
    expect(await come(a, query, browser)).toEqual({ refused: 'unreachable' });
    await expect(begin(a)).rejects.toThrow('unreachable');
  });
});
