import { describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { ageProof } from '../domains/testing/domain-stage';
import { joinProcedures } from '../joining/procedures';
import { productPolicy } from '../policy/policy';
import { securityProcedures } from '../policy/procedures';
import { signInProcedures } from '../sign-in-procedures';
import { inTheWayOf, mailsTo, runJobs, tokenIn } from '../testing';
import { honestStage } from './testing/honest-stage';
import { callerOf, confirm, setProvider, sharePool, visitorOf } from './testing/stage';

const { stage, who, know, enter, joining, rolesOf } = honestStage();

const domain = 'example.com';

/** Has people of the tests join as guests by their domain; the provider itself brings nobody in. */
async function openDomain() {
  const { world, a } = stage;
  await setProvider(stage.admin, { ...joining(), joins: false });
  await world.database.query(
    `insert into control.email_domains (tenant_id, id, domain, proof, state, joins, join_role_id,
       joins_set_by)
     values ($1, app.uuid7(), $2, 'x', 'verified', true, $3, $4)`,
    [a.tenantId, domain, a.roleIds.guest, stage.admin.userId],
  );
  await world.database.query(
    `insert into control.email_domain_holders (pool_id, domain, tenant_id, proven_at, next_check_at)
     values ($1, $2, $3, now(), now() + interval '1 day')`,
    [a.poolId, domain, a.tenantId],
  );
}

describe('a domain beside the tenant’s own provider', () => {
  it('takes on who reads the mail of an address, as long as its proof counts', async () => {
    await openDomain();
    know('ann');
    const { arrival, browser } = await enter('ann');
    // What the provider says of an address opens nothing where it brings nobody in itself.
    expect(arrival).toEqual({ confirm: who('ann') });
    expect(await rolesOf(who('ann'))).toBeNull();
    const confirmed = await confirm(stage.world, stage.a, { email: who('ann'), browser });
    const { roles, user } = await callerOf(stage.a, confirmed);
    expect(user?.email).toBe(who('ann'));
    expect(roles.map(({ key }) => key)).toEqual(['guest']);
    know('far', { email: `far-${stage.a.slug}@elsewhere.com` });
    expect((await enter('far')).arrival).toEqual({ refused: 'no_member' });
    await ageProof(stage.world, stage.a, domain, 80);
    know('bob');
    expect((await enter('bob')).arrival).toEqual({ refused: 'no_member' });
  });

  it('is the only way by a domain where neither passwords nor links are taken', async () => {
    await openDomain();
    const { world, a } = stage;
    const { request, get, accept } = joinProcedures.joining;
    await invoke(request, { email: who('eva') }, visitorOf(a));
    await runJobs(world);
    const token = tokenIn((await mailsTo(world, who('eva')))[0]?.text ?? '');
    const policy = { ...productPolicy, methodsOff: ['password' as const] };
    await invoke(securityProcedures.security.change, policy, stage.admin.call());
    await world.database.query(
      `update control.security_policies set methods_off = '{password,magic_link}'
       where tenant_id = $1`,
      [a.tenantId],
    );
    const offered = await invoke(signInProcedures.signIn.provider, {}, visitorOf(a));
    expect(offered).toMatchObject({ joins: false });
    const asking = invoke(request, { email: who('fin') }, visitorOf(a));
    await expect(asking).rejects.toMatchObject({ code: 'precondition' });
    expect(await invoke(get, { token }, visitorOf(a))).toMatchObject({ state: 'closed' });
    const taking = invoke(accept, { token, name: 'Eva' }, visitorOf(a));
    await expect(taking).rejects.toMatchObject({ code: 'precondition' });
    know('eva');
    const { browser } = await enter('eva');
    const confirmed = await confirm(world, a, { email: who('eva'), browser });
    expect((await callerOf(a, confirmed)).user?.email).toBe(who('eva'));
  });

  it('makes nobody a member whose groups leave them no role', async () => {
    await openDomain();
    const groupRoles = [{ group: 'visitors', roleId: stage.a.roleIds.guest }];
    const { issuer } = joining();
    await setProvider(stage.admin, { issuer, joins: false, groupRoles });
    know('dot');
    const { browser } = await enter('dot');
    const refused = await confirm(stage.world, stage.a, { email: who('dot'), browser });
    expect(refused).toEqual({ refused: 'no_role' });
    const left = await stage.world.database.query(
      `select 1 from control.users where email_key = $1
       union all select 1 from control.role_changes where tenant_id = $2`,
      [who('dot'), stage.a.tenantId],
    );
    expect(left).toEqual([]);
  });

  it('has whoever it brings in wait for their turn before they take a seat', async () => {
    await openDomain();
    const { world, a, admin } = stage;
    know('ivy');
    const { browser } = await enter('ivy');
    await setProvider(admin, { ...joining(), joins: true });
    const row = `control.counters where tenant_id = '${a.tenantId}' and name = 'members'`;
    const begin = () => confirm(world, a, { email: who('ivy'), browser });
    const confirmed = await inTheWayOf(world, a, { row, begin });
    expect((await callerOf(a, confirmed)).user?.email).toBe(who('ivy'));
  });

  it('brings nobody in where every seat is taken, whoever vouches', async () => {
    await openDomain();
    const { world, a, admin } = stage;
    await world.database.query(
      `insert into control.limit_overrides (tenant_id, id, name, max, reason, by_name)
       values ($1, app.uuid7(), 'members', 1, 'As agreed', 'Staff')`,
      [a.tenantId],
    );
    know('gus');
    const { browser } = await enter('gus');
    const refused = await confirm(world, a, { email: who('gus'), browser });
    expect(refused).toEqual({ refused: 'no_seat' });
    await setProvider(admin, { ...joining(), joins: true });
    know('hal');
    expect((await enter('hal')).arrival).toEqual({ refused: 'no_seat' });
    const left = await world.database.query(
      `select 1 from control.users where email_key in ($1, $2)
       union all select 1 from control.role_changes where tenant_id = $3`,
      [who('gus'), who('hal'), a.tenantId],
    );
    expect(left).toEqual([]);
    await world.database.query('update control.limit_overrides set max = 2 where tenant_id = $1', [
      a.tenantId,
    ]);
    expect((await callerOf(a, (await enter('hal')).arrival)).user?.email).toBe(who('hal'));
  });

  it('waits in a shared pool for the mail to that address', async () => {
    await openDomain();
    await sharePool(stage.world, stage.a);
    know('cyd');
    const { arrival, browser } = await enter('cyd');
    expect(arrival).toEqual({ confirm: who('cyd') });
    const confirmed = await confirm(stage.world, stage.a, { email: who('cyd'), browser });
    const { roles } = await callerOf(stage.a, confirmed);
    expect(roles.map(({ key }) => key)).toEqual(['guest']);
  });
});
