import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { mintRole, openWorld, setStatus, type World } from '@/lib/doors/testing';
import { fieldProcedures as fields } from '@/lib/modules/collections/fields/procedures';
import { recordProcedures as records } from '@/lib/modules/collections/records/procedures';
import { turnOff } from '@/lib/modules/collections/testing/actors';
import { peopleProcedures } from '../people/procedures';
import { grantsProcedures as grants } from './procedures';
import { codeOf, looksIn, openSchool, type School } from './testing/school';

let world: World;
let school: School;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  school = await openSchool(world);
});

describe('a grant', () => {
  it('opens what it names about people who are in both, and nothing else, to the roles it names', async () => {
    const { a, b, add, aboutStudent, give, accept, look } = school;
    await aboutStudent('Algebra');
    await add({ lesson: 'Of nobody', notes: 'Secret' });
    await add({ lesson: 'Of an admin', student: b.admin.userId });
    const { id } = await give();
    expect(await codeOf(look(id))).toBe('not_found');
    await accept(id);
    const seen = await look(id);
    expect(seen).toMatchObject({
      from: { name: b.tenant.slug },
      columns: ['Lesson', 'Day'],
      personColumn: 'Student',
      rows: [{ person: 'guest member', values: ['Algebra', 'Monday'] }],
      total: 1,
      pages: 1,
    });
    expect(JSON.stringify(seen)).not.toMatch(/Secret|Of nobody|Of an admin/);
    expect((await invoke(grants.shared, {}, a.teacher.call())).grants).toMatchObject([{ id }]);
    expect((await invoke(grants.shared, {}, a.student.call())).grants).toEqual([]);
    expect(await codeOf(look(id, a.student))).toBe('not_found');
    expect(await codeOf(look(id, b.admin))).toBe('not_found');
    expect(await codeOf(look(uuidv7()))).toBe('not_found');
  });

  it('is noted on both sides before anything is shown', async () => {
    const { a, b, aboutStudent, look, open, change } = school;
    await aboutStudent('Algebra');
    const id = await open();
    await look(id);
    const other = { place: 'Schedules', rows: 1 };
    expect(await looksIn(school, a)).toMatchObject([
      {
        actor_name: 'advanced member',
        address: '127.0.0.1',
        detail: { with: b.tenant.slug, ...other },
      },
    ]);
    expect(await looksIn(school, b)).toMatchObject([
      { actor_name: 'advanced member', address: null, detail: { with: a.tenant.slug, ...other } },
    ]);
    await change(
      `create function control.refuse_trace() returns trigger language plpgsql as
       $$ begin raise exception 'full'; end $$`,
      [],
    );
    for (const side of [a, b]) {
      await change(
        `create trigger refuse before insert on control.audit_events for each row
         when (new.tenant_id = '${side.tenant.tenantId}') execute function control.refuse_trace()`,
        [],
      );
      expect(await codeOf(look(id))).not.toBe('ok');
      await change('drop trigger refuse on control.audit_events', []);
    }
    expect(await codeOf(look(id))).toBe('ok');
  });

  it('shows nothing of what was taken back while it was read', async () => {
    const { b, aboutStudent, look, open, change } = school;
    await aboutStudent('Algebra');
    const id = await open();
    await change(
      `create function control.take_back() returns trigger language plpgsql security definer as $$ begin
         update control.grants set ended_at = now() where id = '${id}'; return new;
       end $$`,
      [],
    );
    await change(
      `create trigger take_back before insert on control.audit_events for each row
       when (new.tenant_id = '${b.tenant.tenantId}') execute function control.take_back()`,
      [],
    );
    const code = await codeOf(look(id));
    await change('drop function control.take_back() cascade', []);
    expect(code).toBe('not_found');
    expect(await looksIn(school, school.a)).toEqual([]);
  });

  it('has a bound of looks from one tenant into another', async () => {
    const { look, open, change } = school;
    const id = await open();
    await look(id);
    await change('update control.attempts set count = 600', []);
    expect(await codeOf(look(id))).toBe('limit');
    await change('delete from control.attempts', []);
    expect(await codeOf(look(id))).toBe('ok');
  });

  it('shows chosen records alone', async () => {
    const { b, aboutStudent, look, open } = school;
    const one = await aboutStudent('Algebra');
    await aboutStudent('Essay');
    const id = await open({ personFieldId: null, rowIds: [one] });
    expect(await look(id)).toMatchObject({
      personColumn: null,
      rows: [{ person: null, values: ['Algebra', 'Monday'] }],
    });
    await invoke(records.delete, { collectionId: b.collectionId, ids: [one] }, b.admin.call());
    expect((await look(id)).rows).toEqual([]);
  });

  it('goes by pages', async () => {
    const { a, b, look, open } = school;
    const data = { lesson: 'Algebra', student: b.student.userId };
    const many = { collectionId: b.collectionId, records: Array.from({ length: 60 }, () => data) };
    await invoke(records.createMany, many, b.admin.call());
    const id = await open();
    const sizes = [await look(id), await look(id, a.teacher, 2)].map(({ rows }) => rows.length);
    expect(sizes).toEqual([50, 10]);
    expect(await look(id)).toMatchObject({ total: 60, pages: 2 });
    expect(await look(id, a.teacher, 3)).toMatchObject({ rows: [], total: 60, pages: 2 });
    expect(await codeOf(look(id, a.teacher, 201))).toBe('invalid');
  });

  it.each<[string, (id: string, school: School) => Promise<unknown>]>([
    ['it is taken back', (id, { b }) => invoke(grants.revoke, { id }, b.admin.call())],
    ['it is given back', (id, { a }) => invoke(grants.decline, { id }, a.admin.call())],
    [
      'its time is over',
      (id, { change }) => change(`update control.grants set ends_at = now() where id = $1`, [id]),
    ],
    ['the one side is suspended', (_, { b }) => setStatus(b.tenant, 'suspended')],
    ['the module is off there', (_, { b }) => turnOff(b.tenant)],
    ['other roles may look', (id, { accept }) => accept(id, ['admin'])],
    [
      'the role is over',
      (_, { a, change }) =>
        change(
          `update control.membership_roles mr set ends_at = now() from control.memberships m
           where m.tenant_id = mr.tenant_id and m.id = mr.membership_id and m.user_id = $1`,
          [a.teacher.userId],
        ),
    ],
    [
      'the role is another one with the same rights',
      async (_, { a, change }) => {
        const roleId = await mintRole(a.tenant, ['shared.read', 'records.read']);
        await change(
          `update control.membership_roles mr set role_id = $2 from control.memberships m
           where m.tenant_id = mr.tenant_id and m.id = mr.membership_id and m.user_id = $1`,
          [a.teacher.userId, roleId],
        );
      },
    ],
    [
      'the member is suspended',
      (_, { a, change }) =>
        change(`update control.memberships set state = 'suspended' where user_id = $1`, [
          a.teacher.userId,
        ]),
    ],
    ['this side is suspended', (_, { a }) => setStatus(a.tenant, 'suspended')],
  ])('opens nothing from the next request on once %s', async (_, stop) => {
    const { b, aboutStudent, look, open } = school;
    await aboutStudent('Algebra');
    const id = await open();
    expect((await look(id)).total).toBe(1);
    await stop(id, school);
    expect(['not_found', 'forbidden', 'precondition']).toContain(await codeOf(look(id)));
    expect((await looksIn(school, b)).length).toBe(1);
  });

  it('is no longer about who left either tenant', async () => {
    const { a, aboutStudent, look, open } = school;
    await aboutStudent('Algebra');
    const id = await open();
    const [member] = await world.database.query<{ id: string }>(
      'select id from control.memberships where tenant_id = $1 and user_id = $2',
      [a.tenant.tenantId, a.student.userId],
    );
    const leaving = { id: member?.id ?? '', reason: 'Left school' };
    await invoke(peopleProcedures.remove, leaving, a.admin.call());
    expect((await look(id)).rows).toEqual([]);
  });

  it('says so when what was shared is gone, and never shows more than was named', async () => {
    const { b, aboutStudent, look, open } = school;
    await aboutStudent('Algebra');
    const id = await open();
    const at = { collectionId: b.collectionId };
    await invoke(fields.delete, { ...at, fieldId: b.ids.Day ?? '' }, b.admin.call());
    expect(await look(id)).toMatchObject({ columns: ['Lesson'], rows: [{ values: ['Algebra'] }] });
    await invoke(fields.delete, { ...at, fieldId: b.ids.Student ?? '' }, b.admin.call());
    expect(await codeOf(look(id))).toBe('precondition');
  });
});

describe.each(['schema', 'database'] as const)(
  'a grant of a tenant with a %s of its own',
  (tier) => {
    it('is read there, and noted on both sides', async () => {
      const { a, b, aboutStudent, open, look } = await openSchool(world, tier);
      expect(b.tenant.home?.tier).toBe(tier);
      await aboutStudent('Algebra');
      const id = await open();
      expect((await look(id)).rows).toEqual([
        { person: 'guest member', values: ['Algebra', 'Monday'] },
      ]);
      expect(await invoke(grants.whoMayLook, {}, b.student.call())).toMatchObject({
        grants: [{ id }],
      });
      expect((await looksIn(school, a)).length + (await looksIn(school, b)).length).toBe(2);
    });
  },
);
