import { describe, expect, it } from 'vitest';
import { ageProof } from '../domains/testing/domain-stage';
import { honestStage } from './testing/honest-stage';
import { callerOf, confirm, setProvider, sharePool } from './testing/stage';

const { stage, who, know, enter, joining, rolesOf } = honestStage();

const domain = 'example.com';

/** Has people of the tests join as guests by their domain; the provider itself brings nobody in. */
async function openDomain() {
  const { world, a } = stage;
  await setProvider(stage.admin, { ...joining(), joins: false });
  await world.database.query(
    `insert into control.email_domains (tenant_id, id, domain, proof, state, joins, join_role_id)
     values ($1, app.uuid7(), $2, 'x', 'verified', true, $3)`,
    [a.tenantId, domain, a.roleIds.guest],
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
