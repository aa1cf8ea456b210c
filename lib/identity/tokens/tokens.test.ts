import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '../../doors/callable';
import { openWorld, type TestTenant, type World } from '../../doors/testing';
import { webCall } from '../../doors/web-call';
import { accountProcedures } from '../account-procedures';
import { securityProcedures } from '../policy/procedures';
import { sessionProcedures } from '../session-procedures';
import { signInProcedures } from '../sign-in-procedures';
import { givePassword, testPassword } from '../testing';
import { tokenProcedures } from './procedures';

const { update } = accountProcedures.account;
const { create, list, revoke, rotate } = tokenProcedures.tokens;
const { tokens: listAll, revokeToken } = securityProcedures.security;
const { session } = sessionProcedures;

let world: World;
let a: TestTenant;
let b: TestTenant;

beforeAll(async () => {
  world = await openWorld();
  a = await world.tenant();
  b = await world.tenant();
});
afterAll(() => world.end());

const bearer = (tenant: TestTenant, token: string) =>
  webCall('rest', new Headers({ host: tenant.host, authorization: `Bearer ${token}` }));

const make = async (scopes: string[], role: 'admin' | 'basic' = 'admin') => {
  const member = await world.member(a, role);
  const input = { name: 'Sync', scopes, expiresInDays: 30 };
  return { member, token: await invoke(create, input, member.call()) };
};

const refusedAs = (code: string) => expect.objectContaining({ code });

describe('API tokens', () => {
  it('carry their scopes only, are shown once and stored hashed', async () => {
    const { member, token } = await make(['people.read', 'tokens.manage']);
    const call = () => bearer(a, token.token);
    expect((await invoke(list, {}, call())).tokens).toHaveLength(1);
    const wider = { name: 'Wider', scopes: ['branding.manage'], expiresInDays: null };
    await expect(invoke(create, wider, call())).rejects.toMatchObject({ code: 'forbidden' });
    const listed = (await invoke(list, {}, member.call())).tokens;
    expect(JSON.stringify(listed)).not.toContain(token.token);
    const kept = await world.database.query(
      'select 1 from control.api_tokens t where t::text like $1',
      [`%${token.token}%`],
    );
    expect(kept).toEqual([]);
  });

  it('never reach further than their maker, then or later', async () => {
    const member = await world.member(a, 'basic');
    const asAdmin = { name: 'x', scopes: ['people.manage'], expiresInDays: 1 };
    await expect(invoke(create, asAdmin, member.call())).rejects.toMatchObject({
      code: 'forbidden',
    });
    const unknown = { name: 'x', scopes: ['moon.land'], expiresInDays: 1 };
    await expect(invoke(create, unknown, member.call())).rejects.toMatchObject({
      fields: { scopes: expect.any(String) },
    });
    const { member: admin, token } = await make(['tokens.manage']);
    await world.database.query(
      `update control.membership_roles set role_id = $1
       where membership_id = (select id from control.memberships where user_id = $2)`,
      [a.roleIds.guest, admin.userId],
    );
    await expect(invoke(list, {}, bearer(a, token.token))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('work on their tenant only, and never on the account', async () => {
    const { token } = await make(['people.read', 'tokens.manage']);
    await expect(invoke(list, {}, bearer(b, token.token))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    const refused = { code: 'forbidden' };
    const call = () => bearer(a, token.token);
    await expect(invoke(update, { name: 'X' }, call())).rejects.toMatchObject(refused);
    await expect(invoke(session.endAll, {}, call())).rejects.toMatchObject(refused);
    await expect(invoke(session.list, {}, call())).rejects.toMatchObject(refused);
  });

  it('end when revoked by their owner, or when old; nobody else can revoke them', async () => {
    const { member, token } = await make(['tokens.manage']);
    const other = await world.member(a, 'admin');
    const foreign = await world.member(b, 'admin');
    for (const stranger of [other, foreign]) {
      await expect(invoke(revoke, { id: token.id }, stranger.call())).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    await invoke(revoke, { id: token.id }, member.call());
    await expect(invoke(list, {}, bearer(a, token.token))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    const { token: old } = await make(['tokens.manage']);
    await world.database.query('update control.api_tokens set expires_at = now() where id = $1', [
      old.id,
    ]);
    await expect(invoke(list, {}, bearer(a, old.token))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });
});

describe('rotating a token', () => {
  it('gives a successor with the same reach, the old one working until the overlap ends', async () => {
    const { member, token: old } = await make(['people.read', 'tokens.manage']);
    const next = await invoke(rotate, { id: old.id, overlapHours: 1 }, member.call());
    expect(next).toMatchObject({ name: 'Sync', scopes: ['people.read', 'tokens.manage'] });
    expect(next.token).not.toBe(old.token);
    const days = (Number(next.expiresAt) - Number(next.createdAt)) / 86_400_000;
    expect(Math.round(days)).toBe(30);
    const { tokens } = await invoke(list, {}, bearer(a, old.token));
    expect(tokens.map(({ id }) => id)).toEqual([next.id, old.id]);
    const left = Number(tokens[1]?.expiresAt) - Number(next.createdAt);
    expect(Math.round(left / 3_600_000)).toBe(1);
    await world.database.query('update control.api_tokens set expires_at = now() where id = $1', [
      old.id,
    ]);
    await expect(invoke(list, {}, bearer(a, old.token))).rejects.toEqual(
      refusedAs('unauthenticated'),
    );
    expect((await invoke(list, {}, bearer(a, next.token))).tokens).toHaveLength(1);
  });

  it('can refuse the old one at once, and never lengthens it', async () => {
    const { member, token: old } = await make(['tokens.manage']);
    await invoke(rotate, { id: old.id, overlapHours: 0 }, member.call());
    await expect(invoke(list, {}, bearer(a, old.token))).rejects.toEqual(
      refusedAs('unauthenticated'),
    );
    await expect(invoke(rotate, { id: old.id }, member.call())).rejects.toEqual(
      refusedAs('not_found'),
    );
    const { member: other, token: short } = await make(['tokens.manage']);
    await world.database.query(
      `update control.api_tokens set expires_at = now() + interval '1 minute' where id = $1`,
      [short.id],
    );
    await invoke(rotate, { id: short.id, overlapHours: 168 }, other.call());
    const [row] = await world.database.query<{ minutes: number }>(
      `select extract(epoch from expires_at - now())::int / 60 as minutes
       from control.api_tokens where id = $1`,
      [short.id],
    );
    expect(row?.minutes).toBeLessThanOrEqual(1);
  });

  it('is its owner’s alone, and refused once they lack what it carries', async () => {
    const { member, token } = await make(['people.manage', 'tokens.manage']);
    for (const stranger of [await world.member(a, 'admin'), await world.member(b, 'admin')]) {
      await expect(invoke(rotate, { id: token.id }, stranger.call())).rejects.toEqual(
        refusedAs('not_found'),
      );
    }
    await world.database.query(
      `update control.membership_roles set role_id = $1
       where membership_id = (select id from control.memberships where user_id = $2)`,
      [a.roleIds.basic, member.userId],
    );
    await expect(invoke(rotate, { id: token.id }, member.call())).rejects.toEqual(
      refusedAs('forbidden'),
    );
    expect(await invoke(list, {}, member.call())).toMatchObject({ tokens: [{ id: token.id }] });
  });
});

describe('the tokens of a workspace', () => {
  it('are listed for admins without their secrets, and revoked at once', async () => {
    const { member, token } = await make(['tokens.manage'], 'basic');
    const admin = await world.member(a, 'admin');
    const { tokens } = await invoke(listAll, {}, admin.call());
    expect(tokens).toContainEqual(
      expect.objectContaining({ id: token.id, name: 'Sync', email: member.email }),
    );
    expect(JSON.stringify(tokens)).not.toContain(token.token);
    await invoke(revokeToken, { tokenId: token.id }, admin.call());
    await expect(invoke(list, {}, bearer(a, token.token))).rejects.toEqual(
      refusedAs('unauthenticated'),
    );
    await expect(invoke(revokeToken, { tokenId: token.id }, admin.call())).rejects.toEqual(
      refusedAs('not_found'),
    );
  });

  it('are nothing to other workspaces and to members without the right', async () => {
    const { member, token } = await make(['tokens.manage'], 'basic');
    const foreign = await world.member(b, 'admin');
    expect((await invoke(listAll, {}, foreign.call())).tokens).toEqual([]);
    await expect(invoke(revokeToken, { tokenId: token.id }, foreign.call())).rejects.toEqual(
      refusedAs('not_found'),
    );
    await expect(invoke(listAll, {}, member.call())).rejects.toEqual(refusedAs('forbidden'));
    await expect(invoke(revokeToken, { tokenId: token.id }, member.call())).rejects.toEqual(
      refusedAs('forbidden'),
    );
    expect((await invoke(list, {}, bearer(a, token.token))).tokens).toHaveLength(1);
  });
});

describe('a JWT of a session', () => {
  const signedIn = async (tenant: TestTenant) => {
    const member = await world.member(tenant, 'admin');
    await givePassword(world, tenant, member.userId);
    const { token } = await invoke(
      session.start,
      { email: member.email, password: testPassword },
      world.anonymous(tenant),
    );
    const { accessToken, expiresAt } = await invoke(session.accessToken, {}, bearer(tenant, token));
    return { member, token, accessToken, expiresAt };
  };

  it('opens what its session opens, with the rights of this moment, for ten minutes', async () => {
    const { member, token, accessToken, expiresAt } = await signedIn(a);
    expect(Number(expiresAt) - Date.now()).toBeLessThanOrEqual(600_000);
    expect(accessToken).not.toContain(token);
    const call = () => bearer(a, accessToken);
    expect(await invoke(session.get, {}, call())).toMatchObject({ user: { id: member.userId } });
    await invoke(listAll, {}, call());
    await world.database.query(
      `update control.membership_roles set role_id = $1
       where membership_id = (select id from control.memberships where user_id = $2)`,
      [a.roleIds.guest, member.userId],
    );
    await expect(invoke(listAll, {}, call())).rejects.toEqual(refusedAs('forbidden'));
    await invoke(session.end, {}, bearer(a, token));
    expect(await invoke(session.get, {}, call())).toMatchObject({ user: null });
  });

  it('is worth nothing at another tenant, altered, or signed by another key', async () => {
    const { accessToken } = await signedIn(a);
    const [head = '', body = '', mark = ''] = accessToken.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    const forged = (
      change: object,
      header: object = JSON.parse(Buffer.from(head, 'base64url').toString()),
    ) =>
      [header, { ...claims, ...change }]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
    const tries = [
      [b, accessToken],
      [a, `${forged({ aud: b.tenantId })}.${mark}`],
      [a, `${forged({ exp: claims.exp + 600 })}.${mark}`],
      [a, `${forged({}, { alg: 'none', typ: 'at+jwt' })}.${mark}`],
      [a, `${head}.${body}.${'A'.repeat(mark.length)}`],
    ] as const;
    for (const [tenant, text] of tries) {
      expect(await invoke(session.get, {}, bearer(tenant, text))).toMatchObject({ user: null });
    }
  });

  it('never proves the person anew, and gives no other', async () => {
    const { member, accessToken } = await signedIn(a);
    const again = { code: 'precondition' };
    await expect(invoke(session.accessToken, {}, bearer(a, accessToken))).rejects.toMatchObject(
      again,
    );
    await expect(invoke(session.accessToken, {}, member.call())).rejects.toMatchObject(again);
    const { token: lasting } = await make(['people.read']);
    await expect(invoke(session.accessToken, {}, bearer(a, lasting.token))).rejects.toMatchObject({
      code: 'forbidden',
    });
    const onward = { slug: a.slug, nonceHash: 'a'.repeat(64), returnPath: '/' };
    await expect(
      invoke(signInProcedures.signIn.handOff, onward, bearer(a, accessToken)),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      invoke(signInProcedures.signIn.resume, {}, bearer(a, accessToken)),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const policy = await invoke(securityProcedures.security.get, {}, bearer(a, accessToken));
    await expect(
      invoke(securityProcedures.security.change, policy, bearer(a, accessToken)),
    ).rejects.toMatchObject({ code: 'proof_required' });
  });
});
