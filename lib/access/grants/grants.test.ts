import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import {
  mintRole,
  openWorld,
  setStatus,
  type TestMember,
  type TestTenant,
  type World,
} from '@/lib/doors/testing';
import { fieldProcedures as fields } from '@/lib/modules/collections/fields/procedures';
import { recordProcedures as records } from '@/lib/modules/collections/records/procedures';
import { mintCollection, turnOff } from '@/lib/modules/collections/testing/actors';
import { peopleProcedures } from '../people/procedures';
import type { BuiltInRole } from '../permissions';
import { grantsProcedures as grants } from './procedures';

/** Two tenants of a pool: one has a collection about students, the other a teacher of one of them. */
interface School {
  tenant: TestTenant;
  admin: TestMember;
}

const student = 'student@example.com';

let world: World;
let b: School & { student: TestMember; collectionId: string; ids: Record<string, string> };
let a: School & { teacher: TestMember; student: TestMember };

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

beforeEach(async () => {
  const giving = await world.tenant();
  const taking = await world.tenant({ poolId: giving.poolId });
  const admin = await world.member(giving, 'admin');
  b = {
    tenant: giving,
    admin,
    student: await world.member(giving, 'guest', { email: student }),
    ...(await students(admin)),
  };
  a = {
    tenant: taking,
    admin: await world.member(taking, 'admin'),
    teacher: await world.member(taking, 'advanced'),
    student: await world.member(taking, 'guest', { email: student }),
  };
});

async function students(admin: TestMember) {
  const { id: collectionId, fields } = await mintCollection(admin, 'Schedules', [
    { name: 'Lesson', type: 'text' },
    { name: 'Day', type: 'select', options: { choices: [{ name: 'Monday' }] } },
    { name: 'Notes', type: 'long_text' },
    { name: 'Student', type: 'person' },
  ]);
  const ids = Object.fromEntries(Object.entries(fields).map(([name, { id }]) => [name, id]));
  return { collectionId, ids };
}

const add = async (data: Record<string, unknown>) =>
  (await invoke(records.create, { collectionId: b.collectionId, data }, b.admin.call())).id;

const aboutStudent = (lesson: string) =>
  add({ lesson, day: 'Monday', notes: 'Secret', student: b.student.userId });

const tomorrow = () => new Date(Date.now() + 86_400_000);

interface Part {
  address?: string;
  roles?: BuiltInRole[];
  fieldIds?: string[];
  personFieldId?: string | null;
  rowIds?: string[];
  placeId?: string;
  view?: string;
  endsAt?: Date;
}

const give = (part: Part = {}, by = b.admin) =>
  invoke(
    grants.create,
    {
      address: a.tenant.slug,
      view: 'collections.records',
      placeId: b.collectionId,
      fieldIds: [b.ids.Lesson ?? '', b.ids.Day ?? ''],
      personFieldId: b.ids.Student ?? '',
      roles: ['advanced', 'admin'],
      endsAt: tomorrow(),
      purpose: 'To plan lessons',
      ...part,
    },
    by.call(),
  );
const accept = (id: string, roles?: BuiltInRole[], by = a.admin) =>
  invoke(grants.accept, { id, ...(roles && { roles }) }, by.call());
const look = (id: string, by = a.teacher, page = 1) => invoke(grants.look, { id, page }, by.call());
const open = async (part: Part = {}) => {
  const { id } = await give(part);
  await accept(id);
  return id;
};

const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string; message: string; fields: Record<string, string> }) => error,
  );
const codeOf = async (work: Promise<unknown>) => (await errorOf(work))?.code ?? 'ok';

const trail = async ({ tenant }: School) =>
  await world.database.query<{ procedure: string; detail: object; actor_name: string }>(
    `select procedure, detail, actor_name, address from control.audit_events
     where tenant_id = $1 and procedure = 'grants.look' order by at`,
    [tenant.tenantId],
  );

const change = (text: string, values: unknown[]) => world.database.query(text, values);

describe('a grant', () => {
  it('opens what it names about people who are in both, and nothing else, to the roles it names', async () => {
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
    await aboutStudent('Algebra');
    const id = await open();
    await look(id);
    const other = { place: 'Schedules', rows: 1 };
    expect(await trail(a)).toMatchObject([
      {
        actor_name: 'advanced member',
        address: '127.0.0.1',
        detail: { with: b.tenant.slug, ...other },
      },
    ]);
    expect(await trail(b)).toMatchObject([
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

  it('shows chosen records alone', async () => {
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
    const data = { lesson: 'Algebra', student: b.student.userId };
    const many = { collectionId: b.collectionId, records: Array.from({ length: 60 }, () => data) };
    await invoke(records.createMany, many, b.admin.call());
    const id = await open();
    const sizes = [await look(id), await look(id, a.teacher, 2)].map(({ rows }) => rows.length);
    expect(sizes).toEqual([50, 10]);
    expect(await look(id)).toMatchObject({ total: 60, pages: 2 });
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['it is taken back', (id) => invoke(grants.revoke, { id }, b.admin.call())],
    ['it is given back', (id) => invoke(grants.decline, { id }, a.admin.call())],
    [
      'its time is over',
      (id) => change(`update control.grants set ends_at = now() where id = $1`, [id]),
    ],
    ['the one side is suspended', () => setStatus(b.tenant, 'suspended')],
    ['the module is off there', () => turnOff(b.tenant)],
    ['other roles may look', (id) => accept(id, ['admin'])],
    [
      'the role is over',
      () =>
        change(
          `update control.membership_roles mr set ends_at = now() from control.memberships m
           where m.tenant_id = mr.tenant_id and m.id = mr.membership_id and m.user_id = $1`,
          [a.teacher.userId],
        ),
    ],
    [
      'the role is another one with the same rights',
      async () => {
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
      () =>
        change(`update control.memberships set state = 'suspended' where user_id = $1`, [
          a.teacher.userId,
        ]),
    ],
  ])('opens nothing from the next request on once %s', async (_, stop) => {
    await aboutStudent('Algebra');
    const id = await open();
    expect((await look(id)).total).toBe(1);
    await stop(id);
    expect(['not_found', 'forbidden']).toContain(await codeOf(look(id)));
    expect((await trail(b)).length).toBe(1);
  });

  it('is no longer about who left either tenant', async () => {
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
    await aboutStudent('Algebra');
    const id = await open();
    const at = { collectionId: b.collectionId };
    await invoke(fields.delete, { ...at, fieldId: b.ids.Day ?? '' }, b.admin.call());
    expect(await look(id)).toMatchObject({ columns: ['Lesson'], rows: [{ values: ['Algebra'] }] });
    await invoke(fields.delete, { ...at, fieldId: b.ids.Student ?? '' }, b.admin.call());
    expect(await codeOf(look(id))).toBe('precondition');
  });
});

describe('giving', () => {
  it('names a tenant of the pool; all other addresses are answered alike', async () => {
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
      [{ endsAt: new Date(Date.now() - 1000) }, 'endsAt'],
      [{ endsAt: new Date(Date.now() + 400 * 86_400_000) }, 'endsAt'],
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

  it('has a bound of offers that wait, however many come at once', async () => {
    const tried = await Promise.all(Array.from({ length: 14 }, () => codeOf(give())));
    expect(tried.filter((code) => code === 'ok').length).toBe(10);
    expect(tried.filter((code) => code === 'limit').length).toBe(4);
  });

  it('offers to choose from what the admin sees', async () => {
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

describe('answering', () => {
  it('is for the tenant that was named, among the roles that were named', async () => {
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

  it('ends for good: declined stays declined, taken back stays taken back', async () => {
    const declined = (await give()).id;
    await invoke(grants.decline, { id: declined }, a.admin.call());
    expect(await codeOf(accept(declined))).toBe('conflict');
    const ended = await open();
    const gone = await invoke(grants.revoke, { id: ended }, b.admin.call());
    expect(gone).toMatchObject({ state: 'ended', endedByName: 'admin member' });
    expect(await codeOf(accept(ended))).toBe('conflict');
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
    const recordId = await aboutStudent('Algebra');
    const { id } = await give();
    expect(await mine(b.student)).toEqual([]);
    await accept(id);
    expect((await invoke(grants.whoMayLook, {}, b.student.call())).grants).toMatchObject([
      {
        id,
        partner: { name: a.tenant.slug },
        placeName: 'Schedules',
        answer: { roles: ['advanced', 'admin'] },
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
});

describe('the doors', () => {
  it('are for admins, with a fresh proof for what opens something', async () => {
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
