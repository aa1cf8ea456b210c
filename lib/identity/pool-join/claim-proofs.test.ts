import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '../../doors/callable';
import type { TestMember, TestTenant } from '../../doors/testing';
import { accountProcedures } from '../account-procedures';
import { sessionProcedures } from '../session-procedures';
import { giveAuthenticator, testPassword } from '../testing';
import { poolJoinProcedures } from './procedures';
import { openCampus, visitor } from './testing/campus';

const { poolClaim } = poolJoinProcedures;

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
