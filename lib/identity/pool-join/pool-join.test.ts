import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleProcedures } from '../../access/people/procedures';
import type { DoorCall } from '../../doors/call';
import { invoke } from '../../doors/callable';
import type { TestMember, TestTenant } from '../../doors/testing';
import { webCall } from '../../doors/web-call';
import { poolJoinsProcedures } from '../../platform/pool-joins/procedures';
import { sessionCookie } from '../cookies';
import { sessionProcedures } from '../session-procedures';
import { signInProcedures } from '../sign-in-procedures';
import { arrived, giveAuthenticator, mailsTo, runJobs, testPassword } from '../testing';
import { poolJoinProcedures } from './procedures';
import { openCampus, visitor } from './testing/campus';

const { poolClaim, poolJoin } = poolJoinProcedures;
const { withPassword, withTicket } = signInProcedures.signIn;

let stage: Awaited<ReturnType<typeof openCampus>>;
const query = <T extends Record<string, unknown>>(text: string, values: unknown[]) =>
  stage.world.database.query<T>(text, values);

beforeAll(async () => {
  stage = await openCampus();
});
afterAll(() => stage.world.end());

const memberOf = ({ tenantId }: TestTenant, { userId }: TestMember) =>
  query<{ id: string; state: string }>(
    'select id, state from control.memberships where tenant_id = $1 and user_id = $2',
    [tenantId, userId],
  );

const signIn = (tenant: TestTenant, { email }: TestMember) =>
  invoke(withPassword, { email, password: testPassword }, visitor(tenant));

const callWith = ({ host }: TestTenant, token: string) =>
  webCall('rest', new Headers({ host, cookie: `${sessionCookie()}=${token}` }), '10.2.0.1');

describe('an offer', () => {
  it('is turned down by the owner alone', async () => {
    const { tenant, owner } = await stage.school();
    const id = tenant.tenantId;
    await stage.offer(tenant);
    const other = await stage.person(tenant, 'admin');
    await expect(invoke(poolJoin.decline, {}, other.call())).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(invoke(poolJoin.agree, {}, other.call())).rejects.toMatchObject({
      code: 'forbidden',
    });
    await invoke(poolJoin.decline, {}, owner.call());
    expect((await invoke(poolJoin.get, {}, owner.call())).join).toBeNull();
    expect(await query('select pool_id from control.tenants where id = $1', [id])).toEqual([
      { pool_id: tenant.poolId },
    ]);
  });

  it('changes nothing until the owner proved both accounts, and nothing when called off then', async () => {
    const { tenant, owner, shared } = await stage.joined();
    const { claim } = await invoke(poolJoin.agree, {}, owner.call());
    await expect(stage.finishAs(owner, claim)).rejects.toMatchObject({ code: 'precondition' });
    await expect(stage.prove(tenant, claim, 'former', owner.email)).rejects.toMatchObject({
      code: 'precondition',
    });
    await stage.prove(tenant, claim, 'new', shared.email);
    const id = tenant.tenantId;
    await invoke(poolJoinsProcedures.withdraw, { id, reason: 'Wait' }, stage.asStaff());
    await expect(stage.finishAs(owner, claim)).rejects.toMatchObject({ code: 'not_found' });
    await stage.offer(tenant);
    await expect(stage.finishAs(owner, claim)).rejects.toMatchObject({ code: 'precondition' });
    expect(await memberOf(tenant, owner)).toMatchObject([{ state: 'active' }]);
    await expect(signIn(tenant, owner)).resolves.toMatchObject({ token: expect.any(String) });
  });

  it('takes the word of the owner alone, in a session of theirs that is fresh', async () => {
    const { tenant, owner, shared } = await stage.joined();
    const other = await stage.person(tenant, 'admin');
    const { claim } = await invoke(poolJoin.agree, {}, owner.call());
    await stage.prove(tenant, claim, 'new', shared.email);
    const finish = (call: DoorCall) => invoke(poolClaim.finish, { claim }, call);
    await expect(finish(visitor(tenant))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(finish(other.call())).rejects.toMatchObject({ code: 'forbidden' });
    const own = 'update control.sessions set proven_at = $2 where tenant_id = $1';
    await query(own, [tenant.tenantId, new Date(0)]);
    await expect(finish(owner.call())).rejects.toMatchObject({ code: 'proof_required' });
    await query(own, [tenant.tenantId, new Date()]);
    await invoke(sessionProcedures.session.end, {}, owner.call());
    await expect(finish(owner.call())).rejects.toMatchObject({ code: 'forbidden' });
    expect(await memberOf(tenant, owner)).toMatchObject([{ state: 'active' }]);
  });
});

describe('once the owner agreed', () => {
  it('the owner is there as their new account, and nothing of the former pool opens anything', async () => {
    const { tenant, owner, shared, begin } = await stage.joined();
    const bob = await stage.person(tenant);
    const before = await memberOf(tenant, owner);
    const { ticket } = await begin();
    const came = arrived(await invoke(withTicket, { ticket, nonce: null }, visitor(tenant)));
    const { get } = sessionProcedures.session;
    expect(await invoke(get, {}, callWith(tenant, came.token))).toMatchObject({
      user: { id: shared.userId },
    });
    expect(await memberOf(tenant, shared)).toEqual(before);
    // What was proven counts elsewhere in the pool as a sign-in by that way does.
    expect(
      await query(
        `select l.method from control.sessions s join control.logins l on l.id = s.login_id
         where s.tenant_id = $1 and s.user_id = $2`,
        [tenant.tenantId, shared.userId],
      ),
    ).toEqual([{ method: 'password' }]);
    expect(await memberOf(tenant, bob)).toMatchObject([{ state: 'unclaimed' }]);
    for (const old of [owner, bob]) {
      expect((await invoke(get, {}, old.call())).user).toBeNull();
      await expect(signIn(tenant, old)).rejects.toMatchObject({ code: 'unauthenticated' });
    }
    // Others of the shared pool stay strangers.
    const stranger = await stage.person(stage.campus);
    await expect(signIn(tenant, stranger)).rejects.toMatchObject({ code: 'unauthenticated' });
    const listed = await invoke(
      peopleProcedures.list,
      { state: 'unclaimed' },
      callWith(tenant, came.token),
    );
    expect(listed.people).toMatchObject([{ userId: bob.userId, state: 'unclaimed' }]);
  });

  it('somebody comes over with both passwords, and what was theirs is theirs', async () => {
    const { tenant, begin } = await stage.joined();
    const bob = await stage.person(tenant);
    const { tenantId } = tenant;
    await query(
      `with t as (insert into control.teams (tenant_id, id, name, name_key)
         values ($1, app.uuid7(), 'Maths', 'maths') returning id)
       insert into control.team_members (tenant_id, id, team_id, user_id)
       select $1, app.uuid7(), id, $2 from t`,
      [tenantId, bob.userId],
    );
    await stage.world.rowsOf(
      tenant,
      `with c as (insert into collections (tenant_id, id, name, created_by)
         values ($1, app.uuid7(), 'Lessons', $2) returning id),
       f as (insert into fields (tenant_id, id, collection_id, key, name, type, slot)
         select $1, app.uuid7(), id, 'who', 'Who', 'person', 't1' from c)
       insert into records (tenant_id, id, collection_id, data, t1, created_by)
       select $1, app.uuid7(), id, jsonb_build_object('who', $2::text), $2::text, $2::uuid from c`,
      [tenantId, bob.userId],
    );
    const [before] = await memberOf(tenant, bob);
    await begin();
    await runJobs(stage.world);
    const shared = await stage.person(stage.campus);
    const { ticket } = await stage.finish(tenant, await stage.claimOf(tenant, bob, shared));
    await invoke(withTicket, { ticket, nonce: null }, visitor(tenant));
    await runJobs(stage.world);
    expect(await memberOf(tenant, shared)).toEqual([{ id: before?.id, state: 'active' }]);
    expect(await memberOf(tenant, bob)).toEqual([]);
    const told = await mailsTo(stage.world, bob.email);
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringContaining(shared.email),
      expect.stringContaining('/claim'),
    ]);
    expect((await mailsTo(stage.world, shared.email))[0]?.text).toContain(bob.email);
    expect(
      await query('select user_id from control.team_members where tenant_id = $1', [tenantId]),
    ).toEqual([{ user_id: shared.userId }]);
    expect(
      await stage.world.rowsOf(
        tenant,
        `select data, t1, created_by from records where tenant_id = $1`,
        [tenantId],
      ),
    ).toEqual([{ data: { who: shared.userId }, t1: shared.userId, created_by: shared.userId }]);
    expect(
      await stage.world.rowsOf(tenant, `select id, state from people where id = any($1)`, [
        [bob.userId, shared.userId],
      ]),
    ).toEqual(
      expect.arrayContaining([
        { id: bob.userId, state: 'removed' },
        { id: shared.userId, state: 'active' },
      ]),
    );
  });

  it('what was proven is worth nothing once it was forgotten', async () => {
    const { tenant, begin } = await stage.joined();
    const bob = await stage.person(tenant);
    await begin();
    const { claim } = await invoke(poolClaim.begin, {}, visitor(tenant));
    await stage.prove(tenant, claim, 'former', bob.email);
    await invoke(poolClaim.forget, { claim }, visitor(tenant));
    await expect(invoke(poolClaim.get, { claim }, visitor(tenant))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('an address without an account gets one by mail, and the answer tells nobody', async () => {
    const { tenant, begin } = await stage.joined();
    const bob = await stage.person(tenant);
    await begin();
    await runJobs(stage.world);
    const { claim } = await invoke(poolClaim.begin, {}, visitor(tenant));
    const known = await stage.person(stage.campus);
    const ask = async (side: 'former' | 'new', email: string) => {
      const answer = await invoke(poolClaim.requestLink, { claim, side, email }, visitor(tenant));
      await runJobs(stage.world);
      return answer;
    };
    expect(await ask('former', 'nobody@example.com')).toEqual({});
    expect(await ask('former', bob.email)).toEqual({});
    const former = await stage.mailed(bob.email);
    await invoke(poolClaim.withLink, { claim, link: former }, visitor(tenant));
    // Spent, and of another browser worth nothing.
    await expect(
      invoke(poolClaim.withLink, { claim, link: former }, visitor(tenant)),
    ).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await ask('new', known.email)).toEqual({});
    expect(await ask('new', bob.email)).toEqual({});
    const link = await stage.mailed(bob.email);
    const other = await invoke(poolClaim.begin, {}, visitor(tenant));
    await expect(
      invoke(poolClaim.withLink, { claim: other.claim, link }, visitor(tenant)),
    ).rejects.toMatchObject({ code: 'unauthenticated' });
    await invoke(poolClaim.withLink, { claim, link }, visitor(tenant));
    expect(await invoke(poolClaim.get, { claim }, visitor(tenant))).toMatchObject({
      former: { email: bob.email },
      new: { name: null, email: bob.email },
    });
    await expect(stage.finish(tenant, claim)).rejects.toMatchObject({ code: 'invalid' });
    const password = 'orchid-ladder-quiet-harvest';
    const { ticket } = await stage.finish(tenant, claim, { name: 'Bob', password });
    await invoke(withTicket, { ticket, nonce: null }, visitor(tenant));
    const made = await invoke(withPassword, { email: bob.email, password }, visitor(tenant));
    expect(made).toMatchObject({ token: expect.any(String) });
  });

  it('a second factor of either account is asked for', async () => {
    const { tenant, begin } = await stage.joined();
    const bob = await stage.person(tenant);
    const { recoveryCodes } = await giveAuthenticator(bob);
    await begin();
    const { claim } = await invoke(poolClaim.begin, {}, visitor(tenant));
    await expect(stage.prove(tenant, claim, 'former', bob.email)).rejects.toMatchObject({
      fields: { code: expect.any(String) },
    });
    const proof = {
      ...{ claim, side: 'former' as const, email: bob.email, password: testPassword },
    };
    await expect(
      invoke(poolClaim.withPassword, { ...proof, code: '000000' }, visitor(tenant)),
    ).rejects.toMatchObject({ fields: { code: expect.any(String) } });
    const [code = ''] = recoveryCodes;
    await invoke(poolClaim.withPassword, { ...proof, code }, visitor(tenant));
    expect(await invoke(poolClaim.get, { claim }, visitor(tenant))).toMatchObject({
      former: { email: bob.email },
      new: null,
    });
  });
});

describe('of many at once', () => {
  it('one takes a membership, and one account takes one', async () => {
    const { tenant, begin } = await stage.joined();
    const [ann, bob] = [await stage.person(tenant), await stage.person(tenant)];
    await begin();
    const [one, two] = [await stage.person(stage.campus), await stage.person(stage.campus)];
    const same = [await stage.claimOf(tenant, ann, one), await stage.claimOf(tenant, ann, two)];
    const tries = await Promise.allSettled(same.map((claim) => stage.finish(tenant, claim)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const winner = tries[0]?.status === 'fulfilled' ? one : two;
    const late = await stage.claimOf(tenant, bob, winner);
    await expect(stage.finish(tenant, late)).rejects.toMatchObject({ code: 'precondition' });
    expect(await memberOf(tenant, bob)).toMatchObject([{ state: 'unclaimed' }]);
    // What was refused may be ended another way.
    const rest = winner === one ? two : one;
    await stage.finish(tenant, await stage.claimOf(tenant, bob, rest));
    expect(await memberOf(tenant, rest)).toMatchObject([{ state: 'active' }]);
  });
});
