import { describe, expect, it } from 'vitest';
import { peopleProcedures } from '@/lib/access/people/procedures';
import { invoke } from '@/lib/doors/callable';
import { hashToken, newToken } from '../secrets';
import { sessionProcedures } from '../session-procedures';
import { signInProcedures } from '../sign-in-procedures';
import { visit } from './testing/honest-provider';
import { honestStage } from './testing/honest-stage';
import { begin, callerOf, callWith, come, setProvider, visitorOf } from './testing/stage';

const { stage, mint, who, know, enter, joining, rolesOf } = honestStage();

describe('a sign-in through the tenant’s own provider', () => {
  it('makes a member of somebody new, once, and knows them again', async () => {
    await setProvider(stage.admin, joining());
    know('ann');
    const { url, browser } = await begin(stage.a, '/collections');
    const sent = new URL(url).searchParams;
    expect(sent.get('code_challenge_method')).toBe('S256');
    expect(sent.get('redirect_uri')).toBe(`http://${stage.a.host}:3000/sign-in/sso/return`);
    const first = await come(stage.a, await visit(url, 'ann'), browser);
    expect(first).toMatchObject({ token: expect.any(String), returnPath: '/collections' });
    const { user, roles } = await callerOf(stage.a, first);
    expect(user).toMatchObject({ email: who('ann'), name: 'ann of the provider' });
    expect(roles.map(({ key }) => key)).toEqual(['basic']);
    // An address is a label: whoever it is, is told by the subject.
    know('ann', { email: `renamed-${stage.a.slug}@example.com` });
    const again = await callerOf(stage.a, (await enter('ann')).arrival);
    expect(again.user?.id).toBe(user?.id);
    expect(again.user?.email).toBe(who('ann'));
  });

  it('spends code and state once, for the browser that began, on its host', async () => {
    await setProvider(stage.admin, joining());
    know('bob');
    const { url, browser } = await begin(stage.a);
    const query = await visit(url, 'bob');
    const other = await begin(stage.a);
    expect(await come(stage.a, query, other.browser)).toEqual({ refused: 'expired' });
    const b = await mint({ poolId: stage.a.poolId });
    await setProvider(await stage.world.member(b, 'admin'), { ...joining(), defaultRoleId: null });
    expect(await come(b, query, browser)).toEqual({ refused: 'expired' });
    expect(await come(stage.a, query, browser)).toHaveProperty('token');
    expect(await come(stage.a, query, browser)).toEqual({ refused: 'expired' });
    // Another state with the same code.
    const third = await begin(stage.a);
    const swapped = new URLSearchParams(query);
    swapped.set('state', new URL(third.url).searchParams.get('state') ?? '');
    expect(await come(stage.a, swapped.toString(), third.browser)).toEqual({ refused: 'answer' });
  });

  it('lets one of many parallel returns in', async () => {
    await setProvider(stage.admin, joining());
    know('eve');
    const { url, browser } = await begin(stage.a);
    const query = await visit(url, 'eve');
    const all = await Promise.all(Array.from({ length: 8 }, () => come(stage.a, query, browser)));
    expect(all.filter((one) => 'token' in one)).toHaveLength(1);
  });

  it('refuses a request that is too old', async () => {
    await setProvider(stage.admin, joining());
    know('old');
    const { url, browser } = await begin(stage.a);
    const query = await visit(url, 'old');
    await stage.world.database.query(
      `update control.provider_requests set expires_at = now() where browser_hash = $1`,
      [hashToken(browser)],
    );
    expect(await come(stage.a, query, browser)).toEqual({ refused: 'expired' });
  });

  it('takes the nonce of its own browser only', async () => {
    await setProvider(stage.admin, joining());
    know('nora');
    const { url, browser } = await begin(stage.a);
    const swapped = new URL(url);
    swapped.searchParams.set('nonce', 'of-somebody-else');
    const query = await visit(swapped.href, 'nora');
    expect(await come(stage.a, query, browser)).toEqual({ refused: 'answer' });
    expect(await rolesOf(who('nora'))).toBeNull();
  });

  it('says that somebody stopped on the way', async () => {
    await setProvider(stage.admin, joining());
    const { arrival } = await enter('nobody-of-this-name');
    expect(arrival).toEqual({ refused: 'denied' });
  });

  it('goes on when the provider changed its keys', async () => {
    await setProvider(stage.admin, joining());
    know('kay');
    await enter('kay');
    stage.provider.changeKeys();
    expect((await enter('kay')).arrival).toHaveProperty('token');
  });

  it('refuses strangers where nobody joins, and who has no address', async () => {
    await setProvider(stage.admin, { ...joining(), joins: false });
    know('sue');
    expect((await enter('sue')).arrival).toEqual({ refused: 'no_member' });
    know('mute', { email: undefined });
    expect((await enter('mute')).arrival).toEqual({ refused: 'no_email' });
    await setProvider(stage.admin, { issuer: stage.provider.issuer });
    expect((await enter('sue')).arrival).toEqual({ refused: 'no_role' });
    const left = await stage.world.database.query(
      `select 1 from control.users where email_key = $1
       union all select 1 from control.provider_links where tenant_id = $2`,
      [who('sue'), stage.a.tenantId],
    );
    expect(left).toEqual([]);
  });

  it('is shut at every door once it is turned off, and those who came by it are out', async () => {
    await setProvider(stage.admin, joining());
    know('uma');
    const { arrival } = await enter('uma');
    const begun = await begin(stage.a);
    const query = await visit(begun.url, 'uma');
    await setProvider(stage.admin, { ...joining(), enabled: false });
    expect(await come(stage.a, query, begun.browser)).toEqual({ refused: 'off' });
    const { atProvider, provider: offered } = signInProcedures.signIn;
    expect(await invoke(atProvider, {}, visitorOf(stage.a))).toEqual({ refused: 'off' });
    expect(await invoke(offered, {}, visitorOf(stage.a))).toEqual({
      label: null,
      joins: false,
      comesOver: false,
    });
    expect((await callerOf(stage.a, arrival)).user).toBeNull();
    expect((await stage.admin.call().caller()).user?.id).toBe(stage.admin.userId);
  });

  it('asks the provider anew who somebody is, before acts that want it', async () => {
    await setProvider(stage.admin, joining());
    know('fay');
    const came = await enter('fay');
    const { token } = came.arrival as { token: string };
    await stage.world.database.query(
      `update control.sessions set proven_at = 'epoch' where token_hash = $1`,
      [hashToken(token)],
    );
    const { proofWay } = sessionProcedures.session;
    expect(await invoke(proofWay, {}, callWith(stage.a, token))).toEqual({
      ...{ way: null, passkey: false },
      provider: 'Test accounts',
    });
    const { url, browser } = await begin(stage.a, '/', true);
    const sent = new URL(url).searchParams;
    expect([sent.get('prompt'), sent.get('max_age')]).toEqual(['login', '0']);
    const again = await come(stage.a, await visit(url, 'fay'), browser);
    expect((await callerOf(stage.a, again)).session?.fresh).toBe(true);
  });

  it('refuses a suspended member', async () => {
    await setProvider(stage.admin, joining());
    know('sid');
    await enter('sid');
    const { people } = await invoke(peopleProcedures.list, { q: who('sid') }, stage.admin.call());
    const id = people[0]?.id ?? '';
    await invoke(peopleProcedures.suspend, { id, reason: 'On leave' }, stage.admin.call());
    expect((await enter('sid')).arrival).toEqual({ refused: 'no_member' });
  });
});

describe('what comes back', () => {
  const { fromProvider, confirmArrival, arrival } = signInProcedures.signIn;

  it('is refused with the name of what is wrong', async () => {
    const long = { query: 'x'.repeat(8001), browser: newToken() };
    await expect(invoke(fromProvider, long, visitorOf(stage.a))).rejects.toMatchObject({
      code: 'invalid',
      fields: { query: expect.any(String) },
    });
    const made = { browser: newToken(), token: 'no token' };
    await expect(invoke(confirmArrival, made, visitorOf(stage.a))).rejects.toMatchObject({
      fields: { token: expect.any(String) },
    });
    await expect(
      invoke(arrival, { browser: newToken() }, visitorOf(stage.a)),
    ).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });
});
