import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleProcedures } from '../../access/people/procedures';
import { invoke } from '../../doors/callable';
import type { TestMember, TestTenant } from '../../doors/testing';
import { webCall } from '../../doors/web-call';
import { sessionCookie } from '../cookies';
import { signInProcedures } from '../sign-in-procedures';
import { arrived } from '../testing';
import { poolJoinProcedures } from './procedures';
import { openCampus, visitor } from './testing/campus';

const { poolJoin } = poolJoinProcedures;
const { withTicket } = signInProcedures.signIn;

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

const callWith = ({ host }: TestTenant, token: string) =>
  webCall('rest', new Headers({ host, cookie: `${sessionCookie()}=${token}` }), '10.2.0.1');

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
