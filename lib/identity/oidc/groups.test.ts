import { describe, expect, it } from 'vitest';
import { peopleProcedures } from '@/lib/access/people/procedures';
import { invoke } from '@/lib/doors/callable';
import { giveAuthenticator } from '../testing';
import { honestStage } from './testing/honest-stage';
import { callerOf, callWith, confirm, setProvider } from './testing/stage';

const { stage, who, know, enter, joining, rolesOf } = honestStage();

describe('groups', () => {
  const mapped = () => ({
    ...joining(),
    groupRoles: [
      { group: 'staff', roleId: stage.a.roleIds.company },
      { group: 'bosses', roleId: stage.a.roleIds.admin },
    ],
  });

  it('give roles at each sign-in and take them away, with a note of each', async () => {
    await setProvider(stage.admin, mapped());
    know('gil', { groups: ['staff', 'bosses', 'others'] });
    await enter('gil');
    expect((await rolesOf(who('gil')))?.sort()).toEqual(['admin', 'company']);
    know('gil', { groups: ['staff'] });
    await enter('gil');
    expect(await rolesOf(who('gil'))).toEqual(['company']);
    know('gil');
    await enter('gil');
    expect(await rolesOf(who('gil'))).toEqual(['basic']);
    const { people } = await invoke(peopleProcedures.list, { q: who('gil') }, stage.admin.call());
    const id = people[0]?.id ?? '';
    const { changes } = await invoke(peopleProcedures.roleHistory, { id }, stage.admin.call());
    const said = changes.map(({ kind, roleName, byName }) => `${kind} ${roleName} ${byName}`);
    expect(said.sort()).toEqual(
      ['given Admin', 'given Basic', 'given Company', 'taken Admin', 'taken Company']
        .map((one) => `${one} Test accounts`)
        .sort(),
    );
  });

  it('that give nothing leave nothing, where others are not let in', async () => {
    await setProvider(stage.admin, { ...mapped(), defaultRoleId: null });
    know('max', { groups: ['staff'] });
    const { arrival } = await enter('max');
    know('max', { groups: [] });
    expect((await enter('max')).arrival).toEqual({ refused: 'no_role' });
    expect(await rolesOf(who('max'))).toEqual([]);
    expect((await callerOf(stage.a, arrival)).permissions.size).toBe(0);
  });

  it('give back for good what had ended and was not cleared away', async () => {
    await setProvider(stage.admin, mapped());
    know('eva', { groups: ['staff'] });
    await enter('eva');
    await stage.world.database.query(
      `update control.membership_roles set ends_at = now() - interval '1 second'
       where tenant_id = $1 and role_id = $2`,
      [stage.a.tenantId, stage.a.roleIds.company],
    );
    expect((await enter('eva')).arrival).toHaveProperty('token');
    expect(await rolesOf(who('eva'))).toEqual(['company']);
  });

  it('never take the last admin', async () => {
    await setProvider(stage.admin, mapped());
    stage.provider.people.set('boss', { email: stage.admin.email, groups: [] });
    const { browser } = await enter('boss');
    await confirm(stage.world, stage.a, { email: stage.admin.email, browser });
    expect(await rolesOf(stage.admin.email)).toContain('admin');
    await stage.world.member(stage.a, 'admin');
    await enter('boss');
    expect(await invokeRoles()).not.toContain('admin');
  });

  const invokeRoles = async () => {
    const rows = await stage.world.database.query<{ key: string }>(
      `select r.key from control.membership_roles mr
       join control.memberships m on m.tenant_id = mr.tenant_id and m.id = mr.membership_id
       join control.roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
       where m.tenant_id = $1 and m.user_id = $2`,
      [stage.a.tenantId, stage.admin.userId],
    );
    return rows.map(({ key }) => key);
  };
});

describe('a second factor', () => {
  it('given at the provider counts where the tenant says so', async () => {
    know('zoe', { amr: ['pwd', 'otp'] });
    know('yan');
    await setProvider(stage.admin, { ...joining(), secondFactor: 'claimed' });
    const proved = await callerOf(stage.a, (await enter('zoe')).arrival);
    expect(proved.session?.secondFactor).toBe(true);
    const plain = await callerOf(stage.a, (await enter('yan')).arrival);
    expect(plain.session?.secondFactor).toBe(false);
    await setProvider(stage.admin, { ...joining(), secondFactor: 'ask' });
    expect((await callerOf(stage.a, (await enter('zoe')).arrival)).session?.secondFactor).toBe(
      false,
    );
    await setProvider(stage.admin, { ...joining(), secondFactor: 'trusted' });
    expect((await callerOf(stage.a, (await enter('yan')).arrival)).session?.secondFactor).toBe(
      true,
    );
  });

  it('of the account is asked for otherwise', async () => {
    await setProvider(stage.admin, joining());
    know('wes');
    const { arrival } = await enter('wes');
    if (!('token' in arrival)) throw new Error('not signed in');
    const call = () => callWith(stage.a, arrival.token);
    const member = { userId: '', email: who('wes'), token: arrival.token, call };
    await giveAuthenticator(member);
    expect((await enter('wes')).arrival).toMatchObject({ steps: ['code', 'recovery_code'] });
  });
});
