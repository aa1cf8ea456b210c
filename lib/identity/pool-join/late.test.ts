import { afterAll, beforeAll, expect, it } from 'vitest';
import { setTestTier } from '@/db/testing/tier';
import { invoke } from '../../doors/callable';
import type { TestTenant } from '../../doors/testing';
import { webCall } from '../../doors/web-call';
import { poolJoinsProcedures } from '../../platform/pool-joins/procedures';
import { sessionCookie } from '../cookies';
import { signInProcedures } from '../sign-in-procedures';
import { arrived, runJobs } from '../testing';
import { poolJoinProcedures } from './procedures';
import { openCampus, visitor } from './testing/campus';

const { poolClaim, poolJoin } = poolJoinProcedures;
const staffActs = poolJoinsProcedures;

let stage: Awaited<ReturnType<typeof openCampus>>;
const query = <T extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  stage.world.database.query<T>(text, values);

beforeAll(async () => {
  stage = await openCampus();
});
afterAll(() => stage.world.end());

const callWith = ({ host }: TestTenant, token: string) =>
  webCall('rest', new Headers({ host, cookie: `${sessionCookie()}=${token}` }), '10.2.0.1');

/** A tenant on its way, with its owner there. */
async function running() {
  const joined = await stage.joined();
  const bob = await stage.person(joined.tenant);
  const { ticket } = await joined.begin();
  const { withTicket } = signInProcedures.signIn;
  const { token } = arrived(
    await invoke(withTicket, { ticket, nonce: null }, visitor(joined.tenant)),
  );
  return { ...joined, bob, call: () => callWith(joined.tenant, token) };
}

const namedIn = async (tenant: TestTenant) => {
  const [row] = await stage.world.rowsOf<{ by: string }>(
    tenant,
    'select created_by as by from collections where tenant_id = $1',
    [tenant.tenantId],
  );
  return row?.by;
};

it.each(['pooled', 'schema', 'database'] as const)(
  'tells admin and staff of records that lag behind, and begins again, at the %s tier',
  async (tier) => {
    setTestTier(tier);
    const { tenant, bob, call } = await running().finally(() => setTestTier('pooled'));
    const id = tenant.tenantId;
    await stage.world.rowsOf(
      tenant,
      `insert into collections (tenant_id, id, name, created_by)
       values ($1, app.uuid7(), 'Lessons', $2)`,
      [id, bob.userId],
    );
    await runJobs(stage.world);
    const shared = await stage.person(stage.campus);
    await stage.finish(tenant, await stage.claimOf(tenant, bob, shared));
    const late = async () => ({
      admin: (await invoke(poolJoin.get, {}, call())).late,
      staff: (await invoke(staffActs.preview, { id }, stage.asStaff())).late,
    });
    // Just now nobody is told: the job is on its way.
    expect(await late()).toEqual({ admin: 0, staff: 0 });
    expect(await invoke(poolJoin.bringAgain, {}, call())).toEqual({ people: 0 });
    const early = { id, reason: 'Too early' };
    expect(await invoke(staffActs.bringAgain, early, stage.asStaff())).toEqual({ people: 0 });
    // The queue gave it up.
    await query(`delete from control.outbox where job = 'collections.bringOver'`);
    const anHourAgo = `update control.pool_arrivals set pending_since = now() - interval '1 hour'
                       where tenant_id = $1`;
    await query(anHourAgo, [id]);
    expect(await late()).toEqual({ admin: 1, staff: 1 });
    expect(await invoke(poolJoin.bringAgain, {}, call())).toEqual({ people: 1 });
    expect(await invoke(poolJoin.bringAgain, {}, call())).toEqual({ people: 0 });
    expect(await late()).toEqual({ admin: 0, staff: 0 });
    await query(`delete from control.outbox where job = 'collections.bringOver'`);
    await query(anHourAgo, [id]);
    const again = { id, reason: 'It was given up' };
    expect(await invoke(staffActs.bringAgain, again, stage.asStaff())).toEqual({ people: 1 });
    // The job ends with `brought`, which is what makes it late no more.
    await runJobs(stage.world);
    expect(await namedIn(tenant)).toBe(shared.userId);
    await query(anHourAgo, [id]);
    expect(await late()).toEqual({ admin: 0, staff: 0 });
    expect(await invoke(staffActs.bringAgain, again, stage.asStaff())).toEqual({ people: 0 });
  },
  120_000,
);

it('is ended by staff with the name typed, and the former pool keeps no proofs', async () => {
  const { tenant, bob } = await running();
  const id = tenant.tenantId;
  const end = { id, name: tenant.slug, reason: 'The owner is gone' };
  await expect(
    invoke(staffActs.end, { ...end, name: 'another' }, stage.asStaff()),
  ).rejects.toMatchObject({ fields: { name: expect.any(String) } });
  expect(await invoke(staffActs.end, end, stage.asStaff())).toEqual({ left: 1 });
  await expect(invoke(staffActs.end, end, stage.asStaff())).rejects.toMatchObject({
    code: 'precondition',
  });
  await runJobs(stage.world);
  await expect(invoke(poolClaim.begin, {}, visitor(tenant))).rejects.toMatchObject({
    code: 'precondition',
  });
  expect(
    await query('select id from control.credentials where user_id = $1', [bob.userId]),
  ).toEqual([]);
  expect(
    await query(
      `select detail from control.audit_events where tenant_id = $1 and procedure = 'poolJoins.end'`,
      [id],
    ),
  ).toEqual([{ detail: { reason: 'The owner is gone', left: 1 } }]);
});

it('is offered to nobody who owns a tenant and cannot act for it', async () => {
  const { tenant, owner } = await stage.school();
  const id = tenant.tenantId;
  const hasOwner = async () => (await invoke(staffActs.preview, { id }, stage.asStaff())).hasOwner;
  expect(await hasOwner()).toBe(true);
  await query(`update control.memberships set state = 'suspended' where user_id = $1`, [
    owner.userId,
  ]);
  expect(await hasOwner()).toBe(false);
  await expect(stage.offer(tenant)).rejects.toMatchObject({ code: 'precondition' });
});

it('says before the offer which views tie a tenant, and one that is over ties none', async () => {
  const { tenant, owner, shared } = await stage.joined();
  const neighbour = await stage.world.tenant({ poolId: tenant.poolId });
  const id = tenant.tenantId;
  await query(
    `insert into control.grants (tenant_id, id, pool_id, grantee_id, view, place_id, place_name, fields,
       reach, row_ids, roles, purpose, created_by, created_by_name, ends_at)
     values ($1, app.uuid7(), $4, $2, 'collections.records', app.uuid7(), 'Lessons', '[]', 'rows', array[app.uuid7()],
       '{admin}', 'To look', $3, 'Owner', now() + interval '9 days')`,
    [id, neighbour.tenantId, owner.userId, tenant.poolId],
  );
  const ties = async () => [
    (await invoke(staffActs.preview, { id }, stage.asStaff())).ties,
    (await invoke(poolJoin.get, {}, owner.call())).ties,
  ];
  expect(await ties()).toEqual([1, 1]);
  await expect(invoke(poolJoin.agree, {}, owner.call())).rejects.toMatchObject({
    code: 'precondition',
  });
  await query('update control.grants set ended_at = now() where tenant_id = $1', [id]);
  expect(await ties()).toEqual([0, 0]);
  const { claim } = await invoke(poolJoin.agree, {}, owner.call());
  await stage.prove(tenant, claim, 'new', shared.email);
  await expect(stage.finishAs(owner, claim)).resolves.toMatchObject({
    ticket: expect.any(String),
  });
});
