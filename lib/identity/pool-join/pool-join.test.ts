import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleProcedures } from '../../access/people/procedures';
import type { DoorCall } from '../../doors/call';
import { invoke } from '../../doors/callable';
import type { TestMember, TestTenant } from '../../doors/testing';
import { webCall } from '../../doors/web-call';
import { poolJoinsProcedures } from '../../platform/pool-joins/procedures';
import { accountProcedures } from '../account-procedures';
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
  it('is made by staff with the name typed, once, and called off by either side', async () => {
    const { tenant, owner } = await stage.school();
    const id = tenant.tenantId;
    const { preview, offer, withdraw } = poolJoinsProcedures;
    const { poolId } = stage.campus;
    const wrong = { id, poolId, name: 'another', reason: 'One account' };
    await expect(invoke(offer, wrong, stage.asStaff())).rejects.toMatchObject({
      fields: { name: expect.any(String) },
    });
    const own = { ...wrong, name: tenant.slug, poolId: tenant.poolId };
    await expect(invoke(offer, own, stage.asStaff())).rejects.toMatchObject({
      fields: { poolId: expect.any(String) },
    });
    await stage.offer(tenant);
    await expect(stage.offer(tenant)).rejects.toMatchObject({ code: 'conflict' });
    expect(await invoke(preview, { id }, stage.asStaff())).toMatchObject({
      people: 1,
      hasOwner: true,
      join: { state: 'offered' },
      pools: [{ id: poolId, tenants: [stage.campus.slug] }],
    });
    await invoke(withdraw, { id, reason: 'Not yet' }, stage.asStaff());
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

describe('a proof in a claim', () => {
  it('of the shared pool is taken from nobody who proved no former account', async () => {
    const { tenant, begin } = await stage.joined();
    await stage.person(tenant);
    await begin();
    const { email } = await stage.person(stage.campus);
    const { claim } = await invoke(poolClaim.begin, {}, visitor(tenant));
    const early = { code: 'precondition' };
    await expect(stage.prove(tenant, claim, 'new', email)).rejects.toMatchObject(early);
    const wish = { claim, side: 'new' as const, email };
    await expect(invoke(poolClaim.requestLink, wish, visitor(tenant))).rejects.toMatchObject(early);
  });

  it('is made by the ways alone that are open here, or by links where neither is', async () => {
    const { tenant, begin } = await stage.joined();
    const bob = await stage.person(tenant);
    await begin();
    const { claim } = await invoke(poolClaim.begin, {}, visitor(tenant));
    const switchOff = (off: string[]) =>
      query(
        `insert into control.security_policies (tenant_id, id, methods_off)
         values ($1, app.uuid7(), $2)
         on conflict (tenant_id) do update set methods_off = excluded.methods_off`,
        [tenant.tenantId, off],
      );
    const wish = { claim, side: 'former' as const, email: bob.email };
    const ask = () => invoke(poolClaim.requestLink, wish, visitor(tenant));
    await switchOff(['magic_link']);
    await expect(ask()).rejects.toMatchObject({ code: 'precondition' });
    await switchOff(['password', 'magic_link']);
    await expect(stage.prove(tenant, claim, 'former', bob.email)).rejects.toMatchObject({
      code: 'precondition',
    });
    await ask();
    const link = await stage.mailed(bob.email);
    await invoke(poolClaim.withLink, { claim, link }, visitor(tenant));
    await switchOff(['magic_link']);
    expect(await invoke(poolClaim.get, { claim }, visitor(tenant))).toMatchObject({
      former: { email: bob.email },
      takesPassword: true,
      takesLink: false,
    });
  });

  it('is over once its account has other proofs, or is locked', async () => {
    const { tenant, begin } = await stage.joined();
    const bob = await stage.person(tenant);
    await begin();
    const shared = await stage.person(stage.campus);
    const fails = async (change: (claim: string) => Promise<unknown>, code: string) => {
      const claim = await stage.claimOf(tenant, bob, shared);
      await change(claim);
      await expect(stage.finish(tenant, claim)).rejects.toMatchObject({ code });
      expect(await memberOf(tenant, bob)).toMatchObject([{ state: 'unclaimed' }]);
    };
    for (const who of [bob, shared]) {
      const changed = 'update control.credentials set changed_at = now() where user_id = $1';
      await fails(() => query(changed, [who.userId]), 'precondition');
      const state = 'update control.users set state = $2 where id = $1';
      await fails(() => query(state, [who.userId, 'locked']), 'precondition');
      await query(state, [who.userId, 'active']);
    }
    await fails(() => giveAuthenticator(shared), 'precondition');
    await query('delete from control.second_factors where user_id = $1', [shared.userId]);
    await fails(
      () => invoke(sessionProcedures.session.endAll, {}, shared.call()),
      'unauthenticated',
    );
    await stage.finish(tenant, await stage.claimOf(tenant, bob, shared));
  });

  it('goes, with a link on its way, when a password is changed', async () => {
    const { tenant, begin } = await stage.joined();
    const bob = await stage.person(tenant);
    await begin();
    const shared = await stage.person(stage.campus);
    const claim = await stage.claimOf(tenant, bob, shared);
    const mailed = await invoke(poolClaim.begin, {}, visitor(tenant));
    await stage.prove(tenant, mailed.claim, 'former', bob.email);
    const wish = { claim: mailed.claim, side: 'new' as const, email: shared.email };
    await invoke(poolClaim.requestLink, wish, visitor(tenant));
    const link = await stage.mailed(shared.email);
    const words = { currentPassword: testPassword, newPassword: 'orchid-ladder-quiet-harvest' };
    await invoke(accountProcedures.account.changePassword, words, shared.call());
    await expect(stage.finish(tenant, claim)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(
      invoke(poolClaim.withLink, { claim: mailed.claim, link }, visitor(tenant)),
    ).rejects.toMatchObject({ code: 'unauthenticated' });
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

describe('a change of members', () => {
  /** What comes of a call that is made while somebody else has the turn, and waits for it. */
  async function inTurn<T>({ tenantId }: TestTenant, work: () => Promise<T>): Promise<T> {
    const { inRolledBack } = stage.world.database;
    const lock = `select id from control.roles where tenant_id = '${tenantId}' for update`;
    const { outcome } = await inRolledBack(lock, async () => {
      const outcome = Promise.allSettled([work()]);
      await expect
        .poll(
          () =>
            query(
              `select pid from pg_stat_activity
               where datname = current_database() and wait_event_type = 'Lock'`,
              [],
            ),
          { timeout: 10_000 },
        )
        .toHaveLength(1);
      return { outcome };
    });
    const [settled] = await outcome;
    if (settled.status === 'rejected') throw settled.reason;
    return settled.value;
  }

  it('takes turns with the owner who begins, whoever comes over, and whoever is let in again', async () => {
    const { tenant, owner, shared } = await stage.joined();
    const [ann, bob] = [await stage.person(tenant), await stage.person(tenant)];
    const { claim } = await invoke(poolJoin.agree, {}, owner.call());
    await stage.prove(tenant, claim, 'new', shared.email);
    const { ticket } = await inTurn(tenant, () => stage.finishAs(owner, claim));
    const came = arrived(await invoke(withTicket, { ticket, nonce: null }, visitor(tenant)));
    const call = () => callWith(tenant, came.token);
    const next = await stage.person(stage.campus);
    const second = await stage.claimOf(tenant, bob, next);
    await inTurn(tenant, () => stage.finish(tenant, second));
    const [{ id = '' } = {}] = await memberOf(tenant, ann);
    await invoke(peopleProcedures.suspend, { id, reason: 'Away' }, call());
    const resume = { id, reason: 'Back' };
    await inTurn(tenant, () => invoke(peopleProcedures.resume, resume, call()));
    expect(await memberOf(tenant, ann)).toMatchObject([{ state: 'unclaimed' }]);
  });

  it('that removes somebody who comes over meanwhile ends one way or the other', async () => {
    const { tenant, begin } = await stage.joined();
    await stage.person(tenant);
    const { ticket } = await begin();
    const came = arrived(await invoke(withTicket, { ticket, nonce: null }, visitor(tenant)));
    for (let round = 0; round < 3; round += 1) {
      const bob = await lateMember(tenant);
      const shared = await stage.person(stage.campus);
      const claim = await stage.claimOf(tenant, bob, shared);
      const [{ id = '' } = {}] = await memberOf(tenant, bob);
      const [removed] = await Promise.allSettled([
        invoke(peopleProcedures.remove, { id, reason: 'Left' }, callWith(tenant, came.token)),
        stage.finish(tenant, claim),
      ]);
      const left = [...(await memberOf(tenant, bob)), ...(await memberOf(tenant, shared))];
      expect(left).toHaveLength(removed.status === 'fulfilled' ? 0 : 1);
    }
  });

  /** Somebody more of the former pool, after the owner began. */
  async function lateMember(tenant: TestTenant): Promise<TestMember> {
    const member = await stage.person(tenant);
    await query(`update control.memberships set state = 'unclaimed' where user_id = $1`, [
      member.userId,
    ]);
    return member;
  }
});

describe('the end', () => {
  it('comes with the last who is removed, and every step says so in the trail', async () => {
    const { tenant, owner, begin } = await stage.joined();
    const bob = await stage.person(tenant);
    const { ticket } = await begin();
    const came = arrived(await invoke(withTicket, { ticket, nonce: null }, visitor(tenant)));
    const [{ id = '' } = {}] = await memberOf(tenant, bob);
    const call = callWith(tenant, came.token);
    await invoke(peopleProcedures.remove, { id, reason: 'Left' }, call);
    expect(
      await query('select state from control.pool_joins where tenant_id = $1', [tenant.tenantId]),
    ).toEqual([{ state: 'ended' }]);
    const trail = await query(
      `select actor_id, target_kind, detail from control.audit_events
       where tenant_id = $1 and procedure in ('poolClaim.finish', 'people.remove') order by at`,
      [tenant.tenantId],
    );
    expect(trail).toMatchObject([
      {
        ...{ actor_id: owner.userId, target_kind: 'pool_join' },
        detail: { fromPool: tenant.poolId, toPool: stage.campus.poolId },
      },
      { target_kind: 'member', detail: { joinEnded: true } },
    ]);
  });

  it('leaves who did not come on the list without access, and the former pool without proofs', async () => {
    const { tenant, owner, begin } = await stage.joined();
    const bob = await stage.person(tenant);
    const late = await stage.person(tenant);
    const { ticket } = await begin();
    const came = arrived(await invoke(withTicket, { ticket, nonce: null }, visitor(tenant)));
    const call = () => callWith(tenant, came.token);
    const shared = await stage.person(stage.campus);
    const claim = await stage.claimOf(tenant, late, shared);
    await query('update control.sessions set proven_at = now() where tenant_id = $1', [
      tenant.tenantId,
    ]);
    const [left] = await memberOf(tenant, bob);
    await invoke(poolJoin.remind, { id: left?.id ?? '' }, call());
    expect(await invoke(poolJoin.end, {}, call())).toEqual({ left: 2 });
    await runJobs(stage.world);
    await expect(stage.finish(tenant, claim)).rejects.toMatchObject({ code: 'not_found' });
    await expect(invoke(poolClaim.begin, {}, visitor(tenant))).rejects.toMatchObject({
      code: 'precondition',
    });
    expect(await memberOf(tenant, bob)).toMatchObject([{ state: 'unclaimed' }]);
    const people = peopleProcedures;
    await invoke(people.suspend, { id: left?.id ?? '', reason: 'Away' }, call());
    await invoke(people.resume, { id: left?.id ?? '', reason: 'Back' }, call());
    expect(await memberOf(tenant, bob)).toMatchObject([{ state: 'unclaimed' }]);
    expect(
      await query('select id from control.credentials where pool_id = $1', [tenant.poolId]),
    ).toEqual([]);
    expect(await query('select id from control.users where id = $1', [owner.userId])).toHaveLength(
      1,
    );
  });
});
