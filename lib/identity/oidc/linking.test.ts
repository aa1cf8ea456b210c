import { beforeEach, describe, expect, it } from 'vitest';
import { peopleProcedures } from '@/lib/access/people/procedures';
import { invoke } from '@/lib/doors/callable';
import { webCall } from '@/lib/doors/web-call';
import { homeProcedures } from '@/lib/tenancy/home/procedures';
import { listPlaces } from '@/lib/tenancy/places';
import { accountProcedures } from '../account-procedures';
import { factorProcedures } from '../factors/procedures';
import { hashToken } from '../secrets';
import { sessionProcedures } from '../session-procedures';
import { signInProcedures } from '../sign-in-procedures';
import { codeOf, giveAuthenticator, mailsTo, runJobs } from '../testing';
import { tokenProcedures } from '../tokens/procedures';
import { providerProcedures } from './procedures';
import { honestStage } from './testing/honest-stage';
import { begin, callerOf, callWith, confirm, setProvider, sharePool } from './testing/stage';

const { stage, mint, who, know, enter, joining, rolesOf } = honestStage();

describe('an address that has an account already', () => {
  it('opens nothing before its owner proved it, in the same browser; then it is linked', async () => {
    await setProvider(stage.admin, joining());
    const member = await stage.world.member(stage.a, 'company', { email: who('pat') });
    know('pat');
    const { arrival, browser } = await enter('pat');
    expect(arrival).toEqual({ confirm: who('pat') });
    const elsewhere = (await begin(stage.a)).browser;
    await expect(
      confirm(stage.world, stage.a, { email: who('pat'), browser: elsewhere }),
    ).rejects.toMatchObject({ code: 'unauthenticated' });
    const proven = await confirm(stage.world, stage.a, { email: who('pat'), browser });
    expect((await callerOf(stage.a, proven)).user?.id).toBe(member.userId);
    await expect(
      confirm(stage.world, stage.a, { email: who('pat'), browser }),
    ).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect((await callerOf(stage.a, (await enter('pat')).arrival)).user?.id).toBe(member.userId);
    // Roles given by hand stay, and the fallback is for those who have none.
    expect(await rolesOf(who('pat'))).toEqual(['company']);
  });

  it('is asked for the code of its authenticator as well', async () => {
    await setProvider(stage.admin, { ...joining(), secondFactor: 'trusted' });
    const member = await stage.world.member(stage.a, 'basic', { email: who('tom') });
    const { secret } = await giveAuthenticator(member);
    know('tom');
    const { browser } = await enter('tom');
    const about = { email: who('tom'), browser };
    await expect(confirm(stage.world, stage.a, about)).rejects.toMatchObject({
      fields: { code: expect.any(String) },
    });
    await expect(confirm(stage.world, stage.a, { ...about, code: '000000' })).rejects.toMatchObject(
      {
        code: 'invalid',
      },
    );
    const proven = await confirm(stage.world, stage.a, { ...about, code: codeOf(secret) });
    expect((await callerOf(stage.a, proven)).session).toMatchObject({ secondFactor: true });
  });

  it('belongs to one person of the provider', async () => {
    await setProvider(stage.admin, joining());
    know('one');
    await enter('one');
    stage.provider.people.set('two', { email: who('one') });
    const { browser, arrival } = await enter('two');
    expect(arrival).toEqual({ confirm: who('one') });
    expect(await confirm(stage.world, stage.a, { email: who('one'), browser })).toEqual({
      refused: 'other_person',
    });
  });

  it('is proven anew by who was removed and comes back', async () => {
    await setProvider(stage.admin, joining());
    know('ned');
    await enter('ned');
    const { people } = await invoke(peopleProcedures.list, { q: who('ned') }, stage.admin.call());
    const gone = { id: people[0]?.id ?? '', reason: 'Left the school' };
    await invoke(peopleProcedures.remove, gone, stage.admin.call());
    expect((await enter('ned')).arrival).toEqual({ confirm: who('ned') });
  });

  it('of another pool is another person', async () => {
    const other = await stage.world.tenant();
    const there = await stage.world.member(other, 'admin', { email: who('ida') });
    await setProvider(stage.admin, joining());
    know('ida');
    const { user } = await callerOf(stage.a, (await enter('ida')).arrival);
    expect(user?.id).not.toBe(there.userId);
  });
});

describe('in a pool that others share', () => {
  beforeEach(() => sharePool(stage.world, stage.a));

  it('everybody proves their address first, and nothing tells whether it has an account', async () => {
    await setProvider(stage.admin, joining());
    await stage.world.member(await mint({ poolId: stage.a.poolId }), 'basic', {
      email: who('known'),
    });
    know('known');
    know('fresh');
    const known = await enter('known');
    const fresh = await enter('fresh');
    expect(known.arrival).toEqual({ confirm: who('known') });
    expect(fresh.arrival).toEqual({ confirm: who('fresh') });
    await runJobs(stage.world);
    const [one, other] = [
      await mailsTo(stage.world, who('known')),
      await mailsTo(stage.world, who('fresh')),
    ];
    expect(one.map(({ subject }) => subject)).toEqual(other.map(({ subject }) => subject));
    const { user } = await callerOf(
      stage.a,
      await confirm(stage.world, stage.a, { email: who('fresh'), browser: fresh.browser }),
    );
    expect(user?.email).toBe(who('fresh'));
  });

  it('it opens this tenant and nothing else of the account', async () => {
    const b = await mint({ poolId: stage.a.poolId });
    const member = await stage.world.member(b, 'basic', { email: who('lea') });
    await setProvider(stage.admin, joining());
    know('lea');
    const { browser } = await enter('lea');
    const arrival = await confirm(stage.world, stage.a, { email: who('lea'), browser });
    if (!('token' in arrival)) throw new Error('not signed in');
    const call = () => callWith(stage.a, arrival.token);
    expect((await call().caller()).user?.id).toBe(member.userId);
    const places = await invoke(listPlaces, {}, call());
    expect(places.map(({ slug }) => slug)).toEqual([stage.a.slug]);
    const home = await invoke(homeProcedures.overview, {}, call());
    expect(home.places.map(({ slug }) => slug)).toEqual([stage.a.slug]);
    const { sessions } = await invoke(sessionProcedures.session.list, {}, call());
    expect(sessions.map(({ method }) => method)).toEqual(['sso']);
    const beyond = [
      () =>
        invoke(
          signInProcedures.signIn.handOff,
          { slug: b.slug, nonceHash: hashToken('n'), returnPath: '/' },
          call(),
        ),
      () => invoke(factorProcedures.factors.begin, {}, call()),
      () => invoke(accountProcedures.account.update, { name: 'Somebody else' }, call()),
      () =>
        invoke(
          accountProcedures.account.changePassword,
          { currentPassword: 'x', newPassword: 'a long enough one 123' },
          call(),
        ),
      () => invoke(sessionProcedures.session.endAll, {}, call()),
      () => invoke(sessionProcedures.session.revoke, { id: member.userId }, call()),
    ];
    for (const act of beyond) await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
    // Nor would its cookie, or a session hung on its login, be worth anything there.
    expect((await callWith(b, arrival.token).caller()).user).toBeNull();
    await stage.world.database.query(
      `update control.sessions set tenant_id = $1, host = $2 where token_hash = $3`,
      [b.tenantId, b.host, hashToken(arrival.token)],
    );
    expect((await callWith(b, arrival.token).caller()).user).toBeNull();
  });

  it('what they made for programs ends with the provider, what others made does not', async () => {
    await sharePool(stage.world, stage.a);
    await setProvider(stage.admin, joining());
    know('kim');
    const { browser } = await enter('kim');
    const arrival = await confirm(stage.world, stage.a, { email: who('kim'), browser });
    if (!('token' in arrival)) throw new Error('not signed in');
    const wanted = { name: 'x', scopes: ['people.read', 'tokens.manage'], expiresInDays: 1 };
    const { create, rotate } = tokenProcedures.tokens;
    const own = await invoke(create, wanted, callWith(stage.a, arrival.token));
    const bearer = (token: string) =>
      webCall(
        'rest',
        new Headers({ host: stage.a.host, authorization: `Bearer ${token}` }),
        '127.0.0.1',
      );
    const further = await invoke(create, { ...wanted, name: 'y' }, bearer(own.token));
    const turned = await invoke(
      rotate,
      { id: own.id, overlapHours: 24 },
      callWith(stage.a, arrival.token),
    );
    const apart = await invoke(create, wanted, stage.admin.call());
    const alive = async (token: string) => (await bearer(token).caller()).user !== null;
    const theirs = [own.token, further.token, turned.token];
    expect(await Promise.all(theirs.map(alive))).toEqual([true, true, true]);
    await invoke(providerProcedures.identityProvider.remove, {}, stage.admin.call());
    expect(await Promise.all(theirs.map(alive))).toEqual([false, false, false]);
    expect(await alive(apart.token)).toBe(true);
  });

  it('a link counts in the tenant that made it', async () => {
    const b = await mint({ poolId: stage.a.poolId });
    const boss = await stage.world.member(b, 'admin');
    await setProvider(stage.admin, joining());
    await setProvider(boss, { issuer: stage.provider.issuer, defaultRoleId: b.roleIds.basic });
    know('rex');
    const { browser } = await enter('rex');
    await confirm(stage.world, stage.a, { email: who('rex'), browser });
    expect((await enter('rex')).arrival).toHaveProperty('token');
    expect((await enter('rex', b)).arrival).toEqual({ confirm: who('rex') });
  });

  it('who owes a second factor sets it up with means of their own', async () => {
    await stage.world.database.query(
      `insert into control.security_policies (tenant_id, id, second_factor, second_factor_from)
       values ($1, app.uuid7(), 'required', now() - interval '1 day')`,
      [stage.a.tenantId],
    );
    await stage.world.database.query(
      `update control.logins set second_factor = 'totp', second_factor_at = now() where user_id = $1`,
      [stage.admin.userId],
    );
    await setProvider(stage.admin, joining());
    know('vic');
    const { browser } = await enter('vic');
    expect(await confirm(stage.world, stage.a, { email: who('vic'), browser })).toEqual({
      refused: 'second_factor',
    });
  });
});
