import { invoke } from '../../../doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '../../../doors/testing';
import { webCall } from '../../../doors/web-call';
import { poolJoinsProcedures } from '../../../platform/pool-joins/procedures';
import { openStaff } from '../../../platform/testing/staff';
import { givePassword, mailsTo, runJobs, testPassword, tokenIn } from '../../testing';
import { poolJoinProcedures } from '../procedures';

const { poolClaim, poolJoin } = poolJoinProcedures;

let visitors = 0;

/** Nobody in particular, each from an address of their own. */
export const visitor = ({ host }: TestTenant) => {
  visitors += 1;
  const address = `10.1.${(visitors >> 8) & 255}.${visitors & 255}`;
  return webCall('rest', new Headers({ host, 'user-agent': 'test' }), address);
};

/** A shared pool with one tenant, and what is done with others that join it. */
export async function openCampus() {
  const world = await openWorld();
  const asStaff = await openStaff(world);
  const campus = await world.tenant();
  await world.database.query(`update control.pools set kind = 'shared' where id = $1`, [
    campus.poolId,
  ]);
  return { world, asStaff, campus, ...actsIn(world, campus, asStaff) };
}

type Staff = Awaited<ReturnType<typeof openStaff>>;

function actsIn(world: World, campus: TestTenant, asStaff: Staff) {
  /** Somebody with an account and a password in a tenant. */
  async function person(
    tenant: TestTenant,
    role: 'admin' | 'basic' = 'basic',
    email?: string,
  ): Promise<TestMember> {
    const member = await world.member(tenant, role, email ? { email } : {});
    await givePassword(world, tenant, member.userId);
    return member;
  }

  /** A tenant with a pool and an owner of its own. */
  async function school() {
    const tenant = await world.tenant();
    const owner = await person(tenant, 'admin');
    await world.database.query('update control.tenants set owner_id = $2 where id = $1', [
      tenant.tenantId,
      owner.userId,
    ]);
    return { tenant, owner };
  }

  const offer = ({ tenantId: id, slug: name }: TestTenant) =>
    invoke(
      poolJoinsProcedures.offer,
      { id, poolId: campus.poolId, name, reason: 'One account for all' },
      asStaff(),
    );

  const prove = (tenant: TestTenant, claim: string, side: 'former' | 'new', email: string) =>
    invoke(poolClaim.withPassword, { claim, side, email, password: testPassword }, visitor(tenant));

  /** A claim in which an account of each side was proven by its password. */
  async function claimOf(tenant: TestTenant, former: TestMember, shared: TestMember) {
    const { claim } = await invoke(poolClaim.begin, {}, visitor(tenant));
    await prove(tenant, claim, 'former', former.email);
    await prove(tenant, claim, 'new', shared.email);
    return claim;
  }

  const finish = (tenant: TestTenant, claim: string, more = {}) =>
    invoke(poolClaim.finish, { claim, ...more }, visitor(tenant));

  /** The owner's own coming over, in the session in which they agreed. */
  const finishAs = (owner: TestMember, claim: string) =>
    invoke(poolClaim.finish, { claim }, owner.call());

  /** A school whose owner agreed and came over as somebody of the campus. */
  async function joined() {
    const { tenant, owner } = await school();
    const shared = await person(campus);
    await offer(tenant);
    return {
      tenant,
      owner,
      shared,
      begin: async () => {
        const { claim } = await invoke(poolJoin.agree, {}, owner.call());
        await prove(tenant, claim, 'new', shared.email);
        return await finishAs(owner, claim);
      },
    };
  }

  /** The token of the last link mailed to an address. */
  async function mailed(email: string): Promise<string> {
    await runJobs(world);
    return tokenIn((await mailsTo(world, email))[0]?.text ?? '');
  }

  return { person, school, offer, prove, claimOf, finish, finishAs, joined, mailed };
}
