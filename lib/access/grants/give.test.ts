import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { mintRole, openWorld, setStatus, type World } from '@/lib/doors/testing';
import { rulesProcedures as rules } from '@/lib/modules/collections/rules/procedures';
import { openRule } from '@/lib/modules/collections/rules/shapes';
import { mintCollection, turnOff } from '@/lib/modules/collections/testing/actors';
import { grantsProcedures as grants } from './procedures';
import { codeOf, errorOf, openSchool, type Part, type School } from './testing/school';

let world: World;
let school: School;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  school = await openSchool(world);
});

describe('giving', () => {
  it('names a tenant of the pool; all other addresses are answered alike', async () => {
    const { a, b, give } = school;
    const foreign = await world.tenant();
    const wrong = [
      foreign.slug,
      foreign.host,
      'no-such-place',
      b.tenant.slug,
      'not a host',
      '10.0.0.1',
    ];
    const answers = await Promise.all(
      [...wrong, `id:${a.tenant.tenantId}`].map((address) => errorOf(give({ address }))),
    );
    expect(new Set(answers.map((error) => error?.message)).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: 'invalid', fields: { address: expect.any(String) } });
    await setStatus(a.tenant, 'suspended');
    expect((await errorOf(give()))?.message).toBe(answers[0]?.message);
    await setStatus(a.tenant, 'active');
    for (const address of [a.tenant.host, `https://${a.tenant.host}/settings`]) {
      expect(await give({ address })).toMatchObject({ partner: { name: a.tenant.slug } });
    }
  });

  it('is held to one pool by the database too', async () => {
    const { a, b, change } = school;
    const foreign = await world.tenant();
    const insert = `insert into control.grants (tenant_id, id, pool_id, grantee_id, view, place_id,
        place_name, fields, reach, row_ids, roles, purpose, created_by_name, ends_at)
      values ($1, app.uuid7(), $2, $3, 'collections.records', app.uuid7(), 'X', '[]', 'rows',
        array[app.uuid7()], '{admin}', 'X', 'X', now() + interval '1 day')`;
    const { tenantId, poolId } = b.tenant;
    const pools = [poolId, foreign.poolId];
    const tried = await Promise.allSettled(
      pools.map((pool) => change(insert, [tenantId, pool, foreign.tenantId])),
    );
    expect(tried.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await change(insert, [tenantId, poolId, a.tenant.tenantId]);
  });

  it('refuses what cannot leave, is not there, or is not seen by who gives', async () => {
    const { a, b, give } = school;
    const theirs = await mintCollection(a.admin, 'Theirs', [{ name: 'Name', type: 'text' }]);
    const cases: [Part, string][] = [
      [{ fieldIds: [b.ids.Student ?? ''] }, 'fieldIds'],
      [{ fieldIds: [uuidv7()] }, 'fieldIds'],
      [{ personFieldId: b.ids.Lesson ?? '' }, 'personFieldId'],
      [{ personFieldId: null }, 'rowIds'],
      [{ personFieldId: null, rowIds: [uuidv7()] }, 'rowIds'],
      [{ placeId: theirs.id }, 'placeId'],
      [{ placeId: uuidv7() }, 'placeId'],
      [{ view: 'collections.exports' }, 'view'],
      [{ view: 'constructor' }, 'view'],
      [{ endsAt: new Date(Date.now() - 1000).toISOString() }, 'endsAt'],
      [{ endsAt: new Date(Date.now() + 60_000).toISOString() }, 'endsAt'],
      [{ endsAt: new Date(Date.now() + 400 * 86_400_000).toISOString() }, 'endsAt'],
    ];
    for (const [part, field] of cases) {
      expect(await errorOf(give(part))).toMatchObject({
        code: 'invalid',
        fields: { [field]: expect.any(String) },
      });
    }
    expect((await invoke(grants.list, {}, b.admin.call())).grants).toEqual([]);
    await turnOff(b.tenant);
    expect(await errorOf(give())).toMatchObject({ fields: { view: expect.any(String) } });
  });

  it('gives nobody what they do not see themselves', async () => {
    const { b, give, change } = school;
    const by = await world.member(b.tenant, 'basic');
    const become = async (permissions: string[]) =>
      await change(
        `update control.membership_roles mr set role_id = $2 from control.memberships m
         where m.tenant_id = mr.tenant_id and m.id = mr.membership_id and m.user_id = $1`,
        [by.userId, await mintRole(b.tenant, permissions)],
      );
    const rule = (part: object) =>
      invoke(
        rules.save,
        { collectionId: b.collectionId, rules: { roles: {}, others: { ...openRule, ...part } } },
        b.admin.call(),
      );
    await become(['sharing.manage']);
    expect(await codeOf(give({}, by))).toBe('forbidden');
    expect((await invoke(grants.choices, {}, by.call())).views).toMatchObject([{ places: [] }]);
    await become(['sharing.manage', 'records.read']);
    await rule({ fields: { [b.ids.Day ?? '']: 'hidden' } });
    expect(await errorOf(give({}, by))).toMatchObject({ fields: { fieldIds: expect.any(String) } });
    await rule({ see: 'own', change: 'own', remove: 'own' });
    expect(await errorOf(give({}, by))).toMatchObject({ fields: { placeId: expect.any(String) } });
    await rule({});
    expect(await give({}, by)).toMatchObject({ state: 'offered' });
  });

  it('has a bound of offers that wait, however many come at once', async () => {
    const { give } = school;
    const tried = await Promise.all(Array.from({ length: 14 }, () => codeOf(give())));
    expect(tried.filter((code) => code === 'ok').length).toBe(10);
    expect(tried.filter((code) => code === 'limit').length).toBe(4);
  });

  it('has a bound of offers to one tenant in a day, however they ended', async () => {
    const { a, b, give } = school;
    for (const _ of Array.from({ length: 10 })) {
      await invoke(grants.decline, { id: (await give()).id }, a.admin.call());
      await invoke(grants.revoke, { id: (await give()).id }, b.admin.call());
    }
    expect(await codeOf(give())).toBe('limit');
    await school.change(`update control.grants set created_at = now() - interval '25 hours'`, []);
    expect(await codeOf(give())).toBe('ok');
  });

  it('says nothing of an address before all else is settled, and counts those that were tried', async () => {
    const { a, give } = school;
    const wrong = { fieldIds: [uuidv7()] };
    const found = await errorOf(give({ ...wrong, address: a.tenant.slug }));
    expect(found).toMatchObject({ fields: { fieldIds: expect.any(String) } });
    expect(await errorOf(give({ ...wrong, address: 'no-such-place' }))).toEqual(found);
    await school.change(`update control.attempts set count = 60`, []);
    await give({ address: 'no-such-place' }).catch(() => undefined);
    await school.change(`update control.attempts set count = 60`, []);
    expect(await codeOf(give({ address: 'no-such-place' }))).toBe('limit');
    expect(await codeOf(give())).toBe('limit');
    await school.change('delete from control.attempts', []);
  });

  it('counts with the rights that are left when its turn comes', async () => {
    const { b, give } = school;
    const change = 'grants_test.become_guest';
    await school.change('create schema grants_test', []);
    await school.change(
      `create function ${change}() returns trigger language plpgsql security definer as $$ begin
         update control.membership_roles mr set role_id = r.id
         from control.memberships m, control.roles r
         where m.tenant_id = mr.tenant_id and m.id = mr.membership_id
           and m.user_id = '${b.admin.userId}' and r.tenant_id = mr.tenant_id and r.key = 'guest';
         return new;
       end $$`,
      [],
    );
    // Counting the address is the last step before the turn.
    await school.change(
      `create trigger become_guest before insert on control.attempts for each row
       execute function ${change}()`,
      [],
    );
    const code = await codeOf(give());
    await school.change('drop schema grants_test cascade', []);
    expect(code).toBe('forbidden');
  });

  it('offers to choose from what the admin sees', async () => {
    const { a, b, aboutStudent } = school;
    await aboutStudent('Algebra');
    const { views } = await invoke(grants.choices, {}, b.admin.call());
    expect(views).toMatchObject([
      {
        view: 'collections.records',
        places: [
          {
            name: 'Schedules',
            fields: [{ name: 'Lesson' }, { name: 'Day' }, { name: 'Notes' }],
            personFields: [{ name: 'Student' }],
          },
        ],
      },
    ]);
    const at = { view: 'collections.records', placeId: b.collectionId, search: 'alg' };
    expect((await invoke(grants.rows, at, b.admin.call())).rows).toMatchObject([
      { name: 'Algebra' },
    ]);
    expect(await codeOf(invoke(grants.rows, at, a.admin.call()))).toBe('not_found');
  });
});
