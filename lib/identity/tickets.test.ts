import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withPool } from '@/db/pool';
import { mintPoolScope } from '@/db/scope';
import { invoke } from '../doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '../doors/testing';
import { webCall } from '../doors/web-call';
import { factorProcedures } from './factors/procedures';
import { mintOneTime, type NewOneTime } from './one-time';
import { hashToken, newToken } from './secrets';
import { sessionProcedures } from './session-procedures';
import { signInProcedures } from './sign-in-procedures';
import { arrived, givePassword, mailsTo, runJobs, testPassword, tokenIn } from './testing';

const { withTicket, requestLink, requestReset, resetPassword, handOff, mailLink } =
  signInProcedures.signIn;
const { get, start } = sessionProcedures.session;

let world: World;
let a: TestTenant;
let sibling: TestTenant;
let stranger: TestTenant;
let member: TestMember;

beforeAll(async () => {
  world = await openWorld();
  a = await world.tenant();
  sibling = await world.tenant({ poolId: a.poolId });
  stranger = await world.tenant();
  member = await world.member(a, 'basic');
  await world.member(sibling, 'guest', { email: member.email });
  await world.member(stranger, 'guest', { email: member.email });
});
afterAll(() => world.end());

const mint = (wanted: Partial<NewOneTime> = {}, tenant = a) =>
  withPool(
    mintPoolScope({
      poolId: tenant.poolId,
      tenantId: tenant.tenantId,
      actorId: null,
      requestId: randomUUID(),
    }),
    (db) =>
      mintOneTime(db, {
        purpose: 'arrival',
        poolId: tenant.poolId,
        tenantId: tenant.tenantId,
        userId: member.userId,
        host: tenant.host,
        ttlSeconds: 60,
        ...wanted,
      }),
  );

let visitors = 0;

/** Nobody in particular, each from an address of their own. */
const visitor = (tenant: TestTenant) =>
  webCall('rest', new Headers({ host: tenant.host }), `10.0.0.${visitors++}`);

const redeem = async (tenant: TestTenant, ticket: string, nonce: string | null = null) =>
  arrived(await invoke(withTicket, { ticket, nonce }, visitor(tenant)));

const refused = { code: 'unauthenticated', message: expect.stringContaining('used already') };

const browser = (tenant: TestTenant, token: string) =>
  webCall('rest', new Headers({ host: tenant.host, cookie: `house.session=${token}` }));

describe('one-time proofs', () => {
  it('open a session once, where they were made for, and lead on', async () => {
    const ticket = await mint({ returnPath: '/tasks?open=1' });
    const opened = await redeem(a, ticket);
    expect(opened.returnPath).toBe('/tasks?open=1');
    expect((await invoke(get, {}, browser(a, opened.token))).user?.id).toBe(member.userId);
    expect((await invoke(get, {}, browser(sibling, opened.token))).user).toBeNull();
    await expect(redeem(a, ticket)).rejects.toMatchObject(refused);
  });

  it('are refused at another tenant, pool, host or purpose, when old, and without their nonce', async () => {
    const nonce = newToken();
    const tries: [TestTenant, Partial<NewOneTime>, string | null][] = [
      [sibling, {}, null],
      [stranger, {}, null],
      [a, { host: 'learn.example.com' }, null],
      [a, { purpose: 'reset' }, null],
      [a, { ttlSeconds: -1 }, null],
      [a, { nonce }, null],
      [a, { nonce }, newToken()],
    ];
    for (const [tenant, wanted, presented] of tries) {
      await expect(redeem(tenant, await mint(wanted), presented)).rejects.toMatchObject(refused);
    }
    await expect(redeem(a, newToken())).rejects.toMatchObject(refused);
    await expect(redeem(a, await mint({ nonce }), nonce)).resolves.toHaveProperty('token');
  });

  it('make one session of a hundred parallel tries', async () => {
    const ticket = await mint();
    const tries = await Promise.allSettled(Array.from({ length: 100 }, () => redeem(a, ticket)));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('are not spent by somebody who may not come in', async () => {
    const locked = await world.member(a, 'basic');
    const ticket = await mint({ userId: locked.userId });
    const set = (state: string) =>
      world.database.query('update control.memberships set state = $1 where user_id = $2', [
        state,
        locked.userId,
      ]);
    await set('suspended');
    await expect(redeem(a, ticket)).rejects.toMatchObject(refused);
    await set('active');
    await expect(redeem(a, ticket)).resolves.toHaveProperty('token');
  });
});

describe('mailed links', () => {
  it('sign in and verify the address; a stranger gets no mail and the same answer', async () => {
    const { email, userId } = await world.member(a, 'basic');
    const input = { email, returnPath: '//evil.example' };
    expect(await invoke(requestLink, input, visitor(a))).toEqual({});
    const unknown = { email: 'nobody@example.com', returnPath: '/' };
    expect(await invoke(requestLink, unknown, visitor(a))).toEqual({});
    await runJobs(world);
    expect(await mailsTo(world, unknown.email)).toEqual([]);
    const [mail] = await mailsTo(world, email);
    expect(mail?.text).toContain(`http://${a.host}:3000/magic-link/`);
    expect((await redeem(a, tokenIn(mail?.text ?? ''))).returnPath).toBe('/');
    const [user] = await world.database.query(
      'select email_verified_at is not null as verified from control.users where id = $1',
      [userId],
    );
    expect(user).toEqual({ verified: true });
  });

  it('are limited to five requests in fifteen minutes, known or not', async () => {
    for (const email of ['never@example.com', (await world.member(a, 'basic')).email]) {
      const ask = () => invoke(requestLink, { email, returnPath: '/' }, visitor(a));
      for (let n = 0; n < 5; n++) await ask();
      await expect(ask()).rejects.toMatchObject({ code: 'limit' });
    }
  });

  it('never repeat a forged host', async () => {
    const { email } = await world.member(a, 'basic');
    const forged = [
      'x-forwarded-host',
      'forwarded',
      'x-host',
      'x-original-host',
      'origin',
      'referer',
    ]
      .concat(['x-forwarded-server', 'x-rewrite-url', 'x-original-url', 'x-http-host-override'])
      .concat(['x-forwarded-proto', 'x-real-host']);
    for (const [n, name] of forged.entries()) {
      const headers = new Headers({ host: `${a.host}:3000`, [name]: 'evil.example' });
      const person = n < 4 ? email : (await world.member(a, 'basic')).email;
      const input = { email: person, returnPath: 'https://evil.example/' };
      await invoke(requestLink, input, webCall('rest', headers));
    }
    await expect(
      invoke(
        requestLink,
        { email, returnPath: '/' },
        webCall('rest', new Headers({ host: 'evil.example' })),
      ),
    ).rejects.toMatchObject({ code: 'not_found' });
    await runJobs(world);
    const mails = await world.database.query(
      `select 1 from control.mailbox where text like '%evil%' or html like '%evil%' or subject like '%evil%'`,
    );
    expect(mails).toEqual([]);
    expect((await mailsTo(world, email)).length).toBe(4);
  });

  it('hold no readable credential while they wait', async () => {
    const { email } = await world.member(a, 'basic');
    await invoke(requestLink, { email, returnPath: '/' }, visitor(a));
    await runJobs(world);
    const [mail] = await mailsTo(world, email);
    const rows = await world.database.query(
      `select 1 from control.outbox where payload::text like '%' || $1 || '%'`,
      [tokenIn(mail?.text ?? '')],
    );
    expect(rows).toEqual([]);
  });

  it('are made by the worker only', async () => {
    const input = { purpose: 'reset' as const, email: member.email, returnPath: '/' };
    await expect(invoke(mailLink, input, member.call())).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('resetting a password', () => {
  it('sets it, signs every device out, spends other links, and clears the guesses', async () => {
    const person = await world.member(a, 'basic');
    await givePassword(world, a, person.userId);
    await invoke(requestLink, { email: person.email, returnPath: '/' }, visitor(a));
    await runJobs(world);
    const link = tokenIn((await mailsTo(world, person.email))[0]?.text ?? '');
    await invoke(requestReset, { email: person.email }, visitor(a));
    await runJobs(world);
    const token = tokenIn((await mailsTo(world, person.email))[0]?.text ?? '');
    const change = (password: string) => invoke(resetPassword, { token, password }, visitor(a));
    await expect(change('short')).rejects.toMatchObject({ code: 'invalid' });
    await expect(change(person.email)).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    });
    await expect(change('password-123456')).rejects.toMatchObject({ code: 'invalid' });
    await expect(
      invoke(resetPassword, { token, password: 'quiet-lake-wagon' }, visitor(sibling)),
    ).rejects.toMatchObject(refused);
    await change('quiet-lake-wagon');
    expect((await invoke(get, {}, person.call())).user).toBeNull();
    await expect(change('another-quiet-lake')).rejects.toMatchObject(refused);
    await expect(redeem(a, link)).rejects.toMatchObject(refused);
    const signIn = (password: string) =>
      invoke(start, { email: person.email, password }, visitor(a));
    await expect(signIn(testPassword)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(signIn('quiet-lake-wagon')).resolves.toHaveProperty('token');
  });

  it('mails nobody who belongs to a sibling only', async () => {
    const { email } = await world.member(sibling, 'basic');
    await invoke(requestReset, { email }, visitor(a));
    await runJobs(world);
    expect(await mailsTo(world, email)).toEqual([]);
  });
});

describe('handing a browser over', () => {
  const nonce = newToken();
  const ask = (slug: string, call = member.call()) =>
    invoke(handOff, { slug, nonceHash: hashToken(nonce), returnPath: '/x' }, call);
  const ticketOf = (url: string) => new URL(url).searchParams.get('ticket') ?? '';

  it('leads to a sibling, on the same login, for the same browser', async () => {
    const { url } = await ask(sibling.slug);
    expect(new URL(url).hostname).toBe(sibling.host);
    await expect(redeem(sibling, ticketOf(url))).rejects.toMatchObject(refused);
    await expect(redeem(a, ticketOf(url), nonce)).rejects.toMatchObject(refused);
    const { token, returnPath } = await redeem(sibling, ticketOf(url), nonce);
    expect(returnPath).toBe('/x');
    expect((await invoke(get, {}, browser(sibling, token))).user?.id).toBe(member.userId);
    const renew = invoke(factorProcedures.factors.renewCodes, {}, browser(sibling, token));
    await expect(renew).rejects.toMatchObject({ code: 'proof_required' });
    await invoke(sessionProcedures.session.end, {}, member.call());
    expect((await invoke(get, {}, browser(sibling, token))).user).toBeNull();
    const late = await world.member(a, 'basic', {});
    await expect(ask(sibling.slug, late.call())).rejects.toMatchObject({ code: 'not_found' });
  });

  it('knows no other pool, no tenant without membership, no API token', async () => {
    const other = await world.member(a, 'basic');
    for (const slug of [stranger.slug, sibling.slug, 'nothing-here']) {
      await expect(ask(slug, other.call())).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(ask(a.slug, visitor(a))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });
});
