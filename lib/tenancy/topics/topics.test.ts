import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { featuresProcedures } from '@/lib/tenancy/features/procedures';
import { collectionsProcedures } from '../../modules/collections/procedures';
import { tasksProcedures } from '../../modules/tasks/procedures';

const { collections, fields, records, rules } = collectionsProcedures;
const { tasks } = tasksProcedures;

let world: World;
let tenant: TestTenant;
let admin: TestMember;
let pupil: TestMember;
let stranger: TestMember;
let collectionId: string;

beforeAll(async () => {
  world = await openWorld();
  tenant = await world.tenant();
  admin = await world.member(tenant, 'admin');
  pupil = await world.member(tenant, 'basic');
  stranger = await world.member(await world.tenant(), 'admin');
  collectionId = (await invoke(collections.create, { name: 'Cases' }, admin.call())).id;
  const name = { collectionId, name: 'Name', type: 'text' as const };
  await invoke(fields.create, name, admin.call());
});
afterAll(() => world.end());

const record = async (name: string) =>
  (await invoke(records.create, { collectionId, data: { name } }, admin.call())).id;
const pointer = (id: string) => ({ module: 'collections' as const, within: collectionId, id });
const draft = { title: 'Call them', dueAt: null, takesText: true };
const give = async (id: string | null, by = admin, to = pupil) => {
  const targets = [{ kind: 'person' as const, userId: to.userId }];
  const about = id ? pointer(id) : null;
  return (await invoke(tasks.create, { ...draft, targets, about }, by.call())).id;
};
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string }) => error.code,
  );
const aboutOf = async (taskId: string, who: TestMember) =>
  (await invoke(tasks.get, { taskId }, who.call())).about;
const rule = { see: 'own', change: 'own', remove: 'own', create: true, fields: {} } as const;
const open = { see: 'all', change: 'all', remove: 'all', create: true, fields: {} } as const;
const setRules = (basic: typeof rule | typeof open) =>
  invoke(rules.save, { collectionId, rules: { roles: { basic }, others: open } }, admin.call());

describe('a task about a record', () => {
  it('names it wherever the task stands, as it is called now', async () => {
    const id = await record('Kim');
    const taskId = await give(id);
    const path = `/collections/${collectionId}/records/${id}`;
    const thing = { title: 'Kim', place: 'Cases', path };
    expect(await aboutOf(taskId, pupil)).toEqual({ ...pointer(id), thing });
    const changes = { name: 'Kim Ha-neul' };
    const change = { collectionId, recordId: id, changes, version: 1 };
    await invoke(records.update, change, admin.call());
    const named = { thing: { ...thing, title: 'Kim Ha-neul' } };
    const own = await invoke(tasks.list, { view: 'todo' }, pupil.call());
    expect(own.tasks.find((one) => one.id === taskId)?.about).toMatchObject(named);
    const given = await invoke(tasks.given, {}, admin.call());
    expect(given.tasks.find((one) => one.id === taskId)?.about).toMatchObject(named);
  });

  it('is listed with the record for those who may see it', async () => {
    const id = await record('Lee');
    const other = await world.member(tenant, 'basic');
    const mine = await give(id);
    const theirs = await give(id, admin, other);
    await give(null);
    const listed = async (who: TestMember) =>
      (await invoke(tasks.about, pointer(id), who.call())).tasks;
    expect((await listed(pupil)).map((one) => one.id)).toEqual([mine]);
    expect((await listed(pupil))[0]).toMatchObject({ own: { state: 'assigned' }, people: null });
    const all = await listed(admin);
    expect(all.map((one) => one.id)).toEqual([theirs, mine]);
    expect(all[0]).toMatchObject({ own: null, people: { all: 1, done: 0 } });
    expect(await codeOf(invoke(tasks.about, pointer(id), stranger.call()))).toBe('not_found');
  });

  it('says nothing of a record that its rules keep from a reader', async () => {
    const id = await record('Secret Park');
    const taskId = await give(id);
    await setRules(rule);
    try {
      expect(await aboutOf(taskId, pupil)).toEqual({ ...pointer(id), thing: null });
      const whole = JSON.stringify(await invoke(tasks.list, { view: 'todo' }, pupil.call()));
      expect(whole).not.toContain('Secret Park');
      expect(await codeOf(invoke(tasks.about, pointer(id), pupil.call()))).toBe('not_found');
      expect((await aboutOf(taskId, admin))?.thing?.title).toBe('Secret Park');
    } finally {
      await setRules(open);
    }
  });

  it('stays when the record goes to the trash, and names it again when it comes back', async () => {
    const id = await record('Choi');
    const taskId = await give(id);
    await invoke(records.delete, { collectionId, ids: [id] }, admin.call());
    expect(await aboutOf(taskId, admin)).toMatchObject({ id, thing: null });
    expect(await codeOf(invoke(tasks.about, pointer(id), admin.call()))).toBe('not_found');
    await invoke(records.restore, { collectionId, ids: [id] }, admin.call());
    expect((await aboutOf(taskId, admin))?.thing?.title).toBe('Choi');
  });

  it('is changed with the task, kept when nothing is said, and refused for what is not there', async () => {
    const id = await record('Jung');
    const taskId = await give(id);
    const targets = [{ kind: 'person' as const, userId: pupil.userId }];
    const change = (version: number, more: object) =>
      invoke(tasks.update, { ...draft, targets, taskId, version, ...more }, admin.call());
    await change(1, { title: 'Write to them' });
    expect((await aboutOf(taskId, admin))?.id).toBe(id);
    const gone = pointer('01900000-0000-7000-8000-000000000000');
    expect(await codeOf(change(2, { about: gone }))).toBe('invalid');
    expect((await aboutOf(taskId, admin))?.id).toBe(id);
    await change(2, { about: null });
    expect(await aboutOf(taskId, admin)).toBeNull();
    const foreign = { ...draft, targets: [{ kind: 'everybody' as const }], about: pointer(id) };
    expect(await codeOf(invoke(tasks.create, foreign, stranger.call()))).toBe('invalid');
  });

  it('names nothing where collections are off', async () => {
    const id = await record('Yoon');
    const taskId = await give(id);
    const turn = (enabled: boolean) =>
      invoke(featuresProcedures.change, { module: 'collections', enabled }, admin.call());
    await turn(false);
    try {
      expect(await aboutOf(taskId, admin)).toMatchObject({ id, thing: null });
    } finally {
      await turn(true);
    }
    expect((await aboutOf(taskId, admin))?.thing?.title).toBe('Yoon');
  });
});
