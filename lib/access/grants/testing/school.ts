import { setTestTier } from '@/db/testing/tier';
import { invoke } from '@/lib/doors/callable';
import type { TestMember, TestTenant, World } from '@/lib/doors/testing';
import { recordProcedures as records } from '@/lib/modules/collections/records/procedures';
import { mintCollection } from '@/lib/modules/collections/testing/actors';
import type { BuiltInRole } from '../../permissions';
import { grantsProcedures as grants } from '../procedures';

export interface Side {
  tenant: TestTenant;
  admin: TestMember;
  /** One person, a guest of both sides. */
  student: TestMember;
}

/** What a grant is made of, where that is not the usual. */
export interface Part {
  address?: string;
  roles?: BuiltInRole[];
  fieldIds?: string[];
  personFieldId?: string | null;
  rowIds?: string[];
  placeId?: string;
  view?: string;
  endsAt?: string;
}

/** Two tenants of a pool: `b` has a collection about students, `a` a teacher who may look at it. */
export interface School {
  world: World;
  a: Side & { teacher: TestMember };
  b: Side & { collectionId: string; ids: Record<string, string> };
  add(data: Record<string, unknown>): Promise<string>;
  aboutStudent(lesson: string): Promise<string>;
  give(part?: Part, by?: TestMember): ReturnType<typeof giving>;
  accept(id: string, roles?: BuiltInRole[], by?: TestMember): Promise<Accepted>;
  look(id: string, by?: TestMember, page?: number): Promise<Seen>;
  /** Gives and accepts; answers the grant's id. */
  open(part?: Part): Promise<string>;
  change(text: string, values: unknown[]): Promise<unknown>;
}

type Accepted = Awaited<ReturnType<typeof accepting>>;
type Seen = Awaited<ReturnType<typeof looking>>;

const student = 'student@example.com';

/** `b` lives at the tier that is named. */
export async function openSchool(
  world: World,
  tier: Parameters<typeof setTestTier>[0] = 'pooled',
): Promise<School> {
  const first = await world.tenant();
  setTestTier(tier);
  const giver = await world.tenant({ poolId: first.poolId }).finally(() => setTestTier('pooled'));
  const admin = await world.member(giver, 'admin');
  const side = { tenant: giver, admin, student: await guest(world, giver) };
  const b = { ...side, ...(await lessons(admin)) };
  const a = {
    tenant: first,
    admin: await world.member(first, 'admin'),
    teacher: await world.member(first, 'advanced'),
    student: await guest(world, first),
  };
  const school: School = {
    ...{ world, a, b },
    add: async (data) =>
      (await invoke(records.create, { collectionId: b.collectionId, data }, admin.call())).id,
    aboutStudent: (lesson) =>
      school.add({ lesson, day: 'Monday', notes: 'Secret', student: b.student.userId }),
    give: (part, by) => giving(school, part, by),
    accept: (id, roles, by = a.admin) => accepting(by, id, roles),
    look: (id, by = a.teacher, page = 1) => looking(by, id, page),
    open: async (part) => {
      const { id } = await school.give(part);
      await school.accept(id);
      return id;
    },
    change: (text, values) => world.database.query(text, values),
  };
  return school;
}

const guest = (world: World, tenant: TestTenant) =>
  world.member(tenant, 'guest', { email: student });

async function lessons(admin: TestMember) {
  const { id: collectionId, fields } = await mintCollection(admin, 'Schedules', [
    { name: 'Lesson', type: 'text' },
    { name: 'Day', type: 'select', options: { choices: [{ name: 'Monday' }] } },
    { name: 'Notes', type: 'long_text' },
    { name: 'Student', type: 'person' },
  ]);
  const ids = Object.fromEntries(Object.entries(fields).map(([name, { id }]) => [name, id]));
  return { collectionId, ids };
}

const giving = ({ a, b }: School, part: Part = {}, by = b.admin) =>
  invoke(
    grants.create,
    {
      address: a.tenant.slug,
      view: 'collections.records',
      placeId: b.collectionId,
      fieldIds: [b.ids.Lesson ?? '', b.ids.Day ?? ''],
      personFieldId: b.ids.Student ?? '',
      roles: ['advanced', 'admin'],
      endsAt: new Date(Date.now() + 86_400_000).toISOString(),
      purpose: 'To plan lessons',
      ...part,
    },
    by.call(),
  );
const accepting = (by: TestMember, id: string, roles?: BuiltInRole[]) =>
  invoke(grants.accept, { id, ...(roles && { roles }) }, by.call());
const looking = (by: TestMember, id: string, page: number) =>
  invoke(grants.look, { id, page }, by.call());

/** That many grants to `a` that are newer than any other, and over. */
export const fillWithOver = ({ a, b, change }: School, count: number) =>
  change(
    `insert into control.grants (tenant_id, id, pool_id, grantee_id, view, place_id, place_name, fields,
       reach, row_ids, roles, purpose, created_by_name, ends_at, created_at, ended_at)
     select $1, app.uuid7(), $2, $3, 'collections.records', app.uuid7(), 'X', '[]', 'rows',
       array[app.uuid7()], '{admin}', 'X', 'X', now() + interval '1 day', now() + interval '1 hour', now()
     from generate_series(1, $4)`,
    [b.tenant.tenantId, b.tenant.poolId, a.tenant.tenantId, count],
  );

export const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string; message: string; fields: Record<string, string> }) => error,
  );
export const codeOf = async (work: Promise<unknown>) => (await errorOf(work))?.code ?? 'ok';

/** What the trail of a side says of looks. */
export const looksIn = ({ world }: School, { tenant }: Side) =>
  world.database.query<{ actor_name: string; address: string | null; detail: object }>(
    `select detail, actor_name, address from control.audit_events
     where tenant_id = $1 and procedure = 'grants.look' order by at`,
    [tenant.tenantId],
  );
