import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type World } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { tokenProcedures } from '@/lib/identity/tokens/procedures';
import { rulesProcedures as rules } from '@/lib/modules/collections/rules/procedures';
import { openRule } from '@/lib/modules/collections/rules/shapes';
import { grantsProcedures as grants } from './procedures';
import { codeOf, errorOf, fillWithOver, openSchool, type School } from './testing/school';

let world: World;
let school: School;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  school = await openSchool(world);
});

describe('answering', () => {
  it('is for the tenant that was named, among the roles that were named', async () => {
    const { a, b, give, accept } = school;
    const { id } = await give({ roles: ['advanced', 'company'] });
    const stranger = await world.tenant({ poolId: b.tenant.poolId });
    const outsider = await world.member(stranger, 'admin');
    for (const by of [outsider, b.admin]) {
      expect(await codeOf(accept(id, undefined, by))).toBe('not_found');
      expect(await codeOf(invoke(grants.decline, { id }, by.call()))).toBe('not_found');
    }
    expect((await invoke(grants.received, {}, outsider.call())).grants).toEqual([]);
    expect(await codeOf(invoke(grants.revoke, { id }, a.admin.call()))).toBe('not_found');
    expect(await errorOf(accept(id, ['admin']))).toMatchObject({ code: 'invalid' });
    const narrowed = await accept(id, ['advanced']);
    expect(narrowed).toMatchObject({ state: 'accepted', answer: { roles: ['advanced'] } });
    expect((await invoke(grants.list, {}, b.admin.call())).grants).toMatchObject([
      { id, state: 'accepted', answer: { byName: 'admin member', roles: ['advanced'] } },
    ]);
  });

  it('cannot be answered by another tenant in the database either', async () => {
    const { a, b, give, change } = school;
    const { id } = await give();
    const stranger = await world.tenant({ poolId: b.tenant.poolId });
    const insert = (tenantId: string) =>
      change(
        `insert into control.grant_answers (tenant_id, id, grantor_id, grant_id, state, roles, answered_by_name)
         values ($1, app.uuid7(), $2, $3, 'accepted', '{admin}', 'X')`,
        [tenantId, b.tenant.tenantId, id],
      );
    expect(await errorOf(insert(stranger.tenantId))).not.toBeNull();
    await insert(a.tenant.tenantId);
  });

  it('and taking back find their grant behind any number of others', async () => {
    const { a, b, give, open } = school;
    const [standing, offered] = [await open(), (await give()).id];
    await fillWithOver(school, 301);
    expect(await invoke(grants.decline, { id: offered }, a.admin.call())).toMatchObject({
      state: 'declined',
    });
    expect(await invoke(grants.revoke, { id: standing }, b.admin.call())).toMatchObject({
      state: 'ended',
    });
    expect(await codeOf(invoke(grants.accept, { id: standing }, a.admin.call()))).toBe('conflict');
  });

  it('ends for good: declined stays declined, taken back stays taken back', async () => {
    const { a, b, give, accept, open } = school;
    const declined = (await give()).id;
    await invoke(grants.decline, { id: declined }, a.admin.call());
    expect(await codeOf(accept(declined))).toBe('conflict');
    const ended = await open();
    const gone = await invoke(grants.revoke, { id: ended }, b.admin.call());
    expect(gone).toMatchObject({ state: 'ended', endedByName: 'admin member' });
    expect(await codeOf(accept(ended))).toBe('conflict');
    for (const id of [declined, ended]) {
      expect(await codeOf(invoke(grants.decline, { id }, a.admin.call()))).toBe('conflict');
    }
    expect((await invoke(grants.received, {}, a.admin.call())).grants).toMatchObject([
      { id: ended, endedByName: 'admin member' },
      { id: declined, state: 'declined' },
    ]);
  });
});

describe('who may look', () => {
  const mine = async (by: TestMember) =>
    (await invoke(grants.whoMayLook, {}, by.call())).grants.map(({ id }) => id);

  it('tells those whom a grant is about, while it stands', async () => {
    const { a, b, add, aboutStudent, give, accept, open } = school;
    const recordId = await aboutStudent('Algebra');
    const { id } = await give();
    expect(await mine(b.student)).toEqual([]);
    await accept(id);
    expect((await invoke(grants.whoMayLook, {}, b.student.call())).grants).toMatchObject([
      {
        id,
        partner: { name: a.tenant.slug },
        place: { name: 'Schedules', fields: [{ name: 'Lesson' }, { name: 'Day' }] },
        roles: ['advanced', 'admin'],
      },
    ]);
    expect(await mine(b.admin)).toEqual([]);
    expect(await mine(a.student)).toEqual([]);
    const chosen = await open({ personFieldId: null, rowIds: [recordId] });
    expect((await mine(b.student)).sort()).toEqual([id, chosen].sort());
    const other = await open({ personFieldId: null, rowIds: [await add({ lesson: 'Of nobody' })] });
    expect(await mine(b.student)).not.toContain(other);
    await invoke(grants.revoke, { id }, b.admin.call());
    expect(await mine(b.student)).toEqual([chosen]);
  });

  it('names of what is shared only what they see themselves', async () => {
    const { b, open } = school;
    const id = await open();
    const seen = async () =>
      (await invoke(grants.whoMayLook, {}, b.student.call())).grants.map(({ place }) => place);
    const others = { ...openRule, fields: { [b.ids.Day ?? '']: 'hidden' as const } };
    const at = { collectionId: b.collectionId };
    await invoke(rules.save, { ...at, rules: { roles: {}, others } }, b.admin.call());
    expect(await seen()).toMatchObject([{ name: 'Schedules', fields: [{ name: 'Lesson' }] }]);
    const hidden = { ...openRule, see: 'none' as const, change: 'none' as const };
    await invoke(
      rules.save,
      { ...at, rules: { roles: {}, others: { ...hidden, remove: 'none', create: false } } },
      b.admin.call(),
    );
    expect(await invoke(grants.whoMayLook, {}, b.student.call())).toMatchObject({
      grants: [{ id, purpose: 'To plan lessons', place: null }],
    });
  });

  it('tells no token, and of other memberships nothing to who came in for this tenant alone', async () => {
    const { b, aboutStudent, open, change } = school;
    await open();
    const chosen = await open({ personFieldId: null, rowIds: [await aboutStudent('Algebra')] });
    const made = await invoke(
      tokenProcedures.tokens.create,
      { name: 'Reader', scopes: ['records.read'], expiresInDays: 1 },
      b.admin.call(),
    );
    const headers = new Headers({ host: b.tenant.host, authorization: `Bearer ${made.token}` });
    const byToken = webCall('rest', headers, '127.0.0.1');
    expect(await codeOf(invoke(grants.whoMayLook, {}, byToken))).toBe('forbidden');
    await change(
      `update control.logins l set only_tenant_id = $1 from control.sessions s
       where s.login_id = l.id and s.tenant_id = $1 and s.user_id = $2`,
      [b.tenant.tenantId, b.student.userId],
    );
    expect(await mine(b.student)).toEqual([chosen]);
  });
});

describe('the doors', () => {
  it('are for admins, with a fresh proof for what opens something', async () => {
    const { a, b, give, accept, change } = school;
    const { id } = await give();
    const guest = a.student;
    const cases = [
      [grants.list, {}],
      [grants.received, {}],
      [grants.choices, {}],
      [grants.accept, { id }],
      [grants.decline, { id }],
    ] as const;
    for (const [one, input] of cases) {
      expect(await codeOf(invoke(one as never, input as never, guest.call()))).toBe('forbidden');
    }
    await change(`update control.sessions set proven_at = now() - interval '1 day'`, []);
    expect(await codeOf(give())).toBe('proof_required');
    expect(await codeOf(accept(id))).toBe('proof_required');
    expect(await codeOf(invoke(grants.revoke, { id }, b.admin.call()))).toBe('ok');
  });
});
