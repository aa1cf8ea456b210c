import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleProcedures } from '../../access/people/procedures';
import { invoke } from '../../doors/callable';
import { runJob } from '../../doors/job';
import type { TestMember, TestTenant } from '../../doors/testing';
import { webCall } from '../../doors/web-call';
import { sessionCookie } from '../cookies';
import { signInProcedures } from '../sign-in-procedures';
import { arrived, mailsTo, runJobs } from '../testing';
import { poolJoinProcedures } from './procedures';
import { openCampus, visitor } from './testing/campus';

const { poolClaim, poolJoin } = poolJoinProcedures;
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

describe('the beginning', () => {
  it('is told by mail to whoever has yet to come over, and to nobody else', async () => {
    const { tenant, owner, begin } = await stage.joined();
    const [bob, eve] = [await stage.person(tenant), await stage.person(tenant)];
    await query(`update control.users set state = 'locked' where id = $1`, [eve.userId]);
    await begin();
    await runJobs(stage.world);
    const told = async ({ email }: TestMember) =>
      (await mailsTo(stage.world, email)).filter(({ text }) => text.includes('/claim')).length;
    expect([await told(bob), await told(eve), await told(owner)]).toEqual([1, 0, 0]);
    const [{ id: after = '' } = {}] = await memberOf(tenant, bob);
    const { tenantId } = tenant;
    const tell = { tenantId, plane: 'control' as const, outboxId: uuidv7(), job: 'poolJoin.tell' };
    await runJob({ ...tell, input: { after } });
    await runJobs(stage.world);
    expect(await told(bob)).toBe(1);
    await runJob({ ...tell, outboxId: uuidv7(), input: {} });
    await runJobs(stage.world);
    expect(await told(bob)).toBe(2);
  });
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
