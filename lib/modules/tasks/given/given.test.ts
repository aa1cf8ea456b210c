import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { mintRole, openWorld, type TestMember } from '@/lib/doors/testing';
import { featuresProcedures } from '@/lib/tenancy/features/procedures';
import { findingProcedures } from '@/lib/tenancy/finding/procedures';
import { homeProcedures } from '@/lib/tenancy/home/procedures';
import { tasksProcedures } from '../procedures';
import type { Target } from '../shapes';
import {
  type Class,
  codeOf,
  giveRoleOver,
  giveTask,
  inDays,
  joinTeam,
  mintClass,
  mintTeam,
  toPerson,
} from '../testing/class';

const { tasks } = tasksProcedures;

let own: Class;
beforeAll(async () => {
  own = await mintClass(await openWorld());
});
afterAll(() => own.world.end());

const mine = async (who: TestMember) =>
  (await invoke(tasks.list, { size: 100 }, who.call())).tasks.map(({ id }) => id);
const handIn = (who: TestMember, taskId: string) =>
  invoke(tasks.handIn, { taskId, after: 0, body: 'Done' }, who.call());
const people = async (who: TestMember, taskId: string) =>
  (await invoke(tasks.results, { taskId }, who.call())).people.map(({ userId }) => userId).sort();

describe('who gets a task', () => {
  it('is asked each time: people of a team and below, of a role, everybody', async () => {
    const { teacher, pupil, other, guest, tenant } = own;
    const above = await mintTeam(own, []);
    const team = await mintTeam(own, [pupil], above);
    const toTeam = await giveTask(teacher, [{ kind: 'team', teamId: above }]);
    const toRole = await giveTask(teacher, [{ kind: 'role', roleId: tenant.roleIds.basic }]);
    const toAll = await giveTask(teacher, [{ kind: 'everybody' }]);
    expect(await mine(pupil)).toEqual(expect.arrayContaining([toTeam, toAll]));
    expect((await mine(other)).sort()).toEqual([toRole, toAll].sort());
    // No task is for who may not hand in.
    expect(await mine(guest)).toEqual([]);
    expect(await people(teacher, toAll)).not.toContain(guest.userId);
    expect(await people(teacher, toRole)).toEqual([pupil.userId, other.userId].sort());
    expect(await people(teacher, toTeam)).toEqual([pupil.userId]);
    await joinTeam(own, team, other.userId);
    expect(await mine(other)).toEqual(expect.arrayContaining([toTeam]));
    expect(await people(teacher, toTeam)).toEqual([pupil.userId, other.userId].sort());
    await handIn(other, toTeam);
    await own.world.database.query('delete from control.team_members where user_id = $1', [
      other.userId,
    ]);
    // What was handed in stays with who did, and with who reviews it.
    expect((await invoke(tasks.get, { taskId: toTeam }, other.call())).own?.state).toBe(
      'handed_in',
    );
    expect(await people(teacher, toTeam)).toEqual([pupil.userId, other.userId].sort());
  });

  it('is a member, a team that is open, a role: of this tenant', async () => {
    const { teacher, stranger } = own;
    const unknown = '0198c0de-0000-7000-8000-000000000000';
    const asked = [toPerson(stranger), toPerson({ ...stranger, userId: unknown })];
    const answers = await Promise.allSettled(asked.map((one) => giveTask(teacher, [one])));
    const messages = answers.map((one) => one.status === 'rejected' && String(one.reason));
    expect(messages[0]).toBe(messages[1]);
    expect(answers[0]).toMatchObject({ reason: { code: 'invalid' } });
  });
});

describe('who sees what', () => {
  it('a person their own, who gives and reviews the rest, nobody elsewhere anything', async () => {
    const { teacher, pupil, other, stranger } = own;
    const taskId = await giveTask(teacher, [toPerson(pupil)]);
    const ask = (who: TestMember) => codeOf(invoke(tasks.get, { taskId }, who.call()));
    expect(await ask(pupil)).toBe(null);
    expect(await ask(other)).toBe('not_found');
    expect(await ask(stranger)).toBe('not_found');
    const { userId } = pupil;
    const refused = await Promise.all([
      codeOf(invoke(tasks.given, {}, pupil.call())),
      codeOf(invoke(tasks.queue, {}, pupil.call())),
      codeOf(invoke(tasks.overdue, {}, pupil.call())),
      codeOf(invoke(tasks.results, { taskId }, pupil.call())),
      codeOf(invoke(tasks.work, { taskId, userId }, pupil.call())),
      codeOf(invoke(tasks.export, { taskId, format: 'csv' }, pupil.call())),
    ]);
    expect(new Set(refused)).toEqual(new Set(['forbidden']));
    const verdict = { taskId, userId, attempt: 1 };
    expect(await codeOf(invoke(tasks.accept, verdict, pupil.call()))).toBe('forbidden');
    expect(await codeOf(invoke(tasks.delete, { taskId }, pupil.call()))).toBe('forbidden');
    expect(await codeOf(invoke(tasks.delete, { taskId }, stranger.call()))).toBe('not_found');
  });

  it('who reviews one team sees and reviews its people alone', async () => {
    const { teacher, pupil, other, tenant, world } = own;
    const tutor = await world.member(tenant, 'basic');
    const team = await mintTeam(own, [pupil]);
    const roleId = await mintRole(tenant, ['tasks.review']);
    await giveRoleOver(own, team, { userId: tutor.userId, roleId });
    const taskId = await giveTask(teacher, [toPerson(pupil), toPerson(other)]);
    const elsewhere = await giveTask(teacher, [toPerson(other)]);
    await handIn(pupil, taskId);
    await handIn(other, taskId);
    expect(await people(tutor, taskId)).toEqual([pupil.userId]);
    const seen = await invoke(tasks.get, { taskId }, tutor.call());
    expect(seen.targets).toEqual([toPerson(pupil)]);
    expect(seen.people.map(({ id }) => id)).toEqual([pupil.userId]);
    expect(await codeOf(people(tutor, elsewhere))).toBe('not_found');
    const { waiting } = await invoke(tasks.queue, { size: 100 }, tutor.call());
    expect(new Set(waiting.map(({ userId }) => userId))).toEqual(new Set([pupil.userId]));
    const given = await invoke(tasks.given, { size: 100 }, tutor.call());
    expect(given.tasks.find(({ id }) => id === taskId)).toMatchObject({ people: 1, handedIn: 1 });
    expect(given.tasks.map(({ id }) => id)).not.toContain(elsewhere);
    const review = (userId: string) =>
      codeOf(invoke(tasks.accept, { taskId, userId, attempt: 1 }, tutor.call()));
    expect(await review(other.userId)).toBe('not_found');
    expect(await review(pupil.userId)).toBe(null);
  });

  it('lists of who reviews one team name what they may open, and nothing else', async () => {
    const { teacher, pupil, other, guest, tenant, world } = own;
    const tutor = await world.member(tenant, 'basic');
    const [team, shut] = [await mintTeam(own, [pupil, guest]), await mintTeam(own, [pupil])];
    await world.database.query('update control.teams set archived_at = now() where id = $1', [
      shut,
    ]);
    const roleId = await mintRole(tenant, ['tasks.review']);
    await giveRoleOver(own, team, { userId: tutor.userId, roleId });
    const wish = { title: 'Walrus report', dueAt: inDays(-1) };
    const give = (targets: Target[]) => giveTask(teacher, targets, wish);
    const byTeam = await give([{ kind: 'team', teamId: team }, toPerson(other)]);
    const hidden = await give([toPerson(guest), toPerson(other)]);
    const asGuest = await give([{ kind: 'role', roleId: tenant.roleIds.guest }]);
    // Of a team that was archived since.
    const change = { title: wish.title, dueAt: wish.dueAt, takesText: true, version: 1 };
    const archived: Target = { kind: 'team', teamId: shut };
    await world.rowsOf(
      tenant,
      `update task_targets set kind = 'team', target_id = $1 where task_id = $2 returning id`,
      [shut, asGuest],
    );
    const given = await invoke(tasks.given, { q: 'Walrus', size: 100 }, tutor.call());
    expect(given.tasks).toMatchObject([{ id: byTeam, people: 1, overdue: true }]);
    const { groups } = await invoke(findingProcedures.find, { query: 'walrus' }, tutor.call());
    expect(groups.flatMap(({ hits }) => hits.map(({ id }) => id))).toEqual([byTeam]);
    const overdue = await invoke(tasks.overdue, {}, tutor.call());
    const walruses = overdue.groups.filter(({ title }) => title === wish.title);
    expect(walruses.map(({ items }) => items.map(({ userId }) => userId))).toEqual([
      [pupil.userId],
    ]);
    for (const taskId of [hidden, asGuest]) {
      expect(await codeOf(invoke(tasks.get, { taskId }, tutor.call()))).toBe('not_found');
    }
    // What names somebody or something that is gone can be changed all the same, and names nobody new.
    const update = (targets: Target[]) =>
      codeOf(invoke(tasks.update, { ...change, taskId: asGuest, targets }, teacher.call()));
    expect(await update([archived, { kind: 'team', teamId: tenant.roleIds.basic }])).toBe(
      'invalid',
    );
    expect(await update([archived])).toBe(null);
    expect(await update([archived])).toBe('conflict');
  });

  it('nobody reviews what they handed in themselves', async () => {
    const { teacher } = own;
    const taskId = await giveTask(teacher, [toPerson(teacher)]);
    await handIn(teacher, taskId);
    const verdict = { taskId, userId: teacher.userId, attempt: 1 };
    expect(await codeOf(invoke(tasks.accept, verdict, teacher.call()))).toBe('forbidden');
    const { waiting } = await invoke(tasks.queue, { size: 100 }, teacher.call());
    expect(waiting.map((one) => one.taskId)).not.toContain(taskId);
  });
});

describe('what is overdue', () => {
  it('is told by task and by person, without what was handed in', async () => {
    const { teacher, pupil, other } = own;
    const wish = { dueAt: inDays(-2), title: 'Old essay' };
    const taskId = await giveTask(teacher, [toPerson(pupil), toPerson(other)], wish);
    await handIn(pupil, taskId);
    const byTask = await invoke(tasks.overdue, {}, teacher.call());
    const group = byTask.groups.find(({ id }) => id === taskId);
    expect(group?.items.map(({ userId }) => userId)).toEqual([other.userId]);
    const byPerson = await invoke(tasks.overdue, { by: 'person' }, teacher.call());
    const theirs = byPerson.groups.find(({ id }) => id === other.userId);
    expect(theirs?.items.map(({ label }) => label)).toContain('Old essay');
  });
});

describe('around a task', () => {
  it('home, search and export tell of it to those who may see it', async () => {
    const { teacher, pupil, other } = own;
    const wish = { title: 'Zebra report', dueAt: inDays(1) };
    const taskId = await giveTask(teacher, [toPerson(pupil)], wish);
    const home = async (who: TestMember) =>
      (await invoke(homeProcedures.overview, {}, who.call())).assigned.map(({ id }) => id);
    expect(await home(pupil)).toContain(taskId);
    expect(await home(other)).not.toContain(taskId);
    const find = async (who: TestMember) =>
      (await invoke(findingProcedures.find, { query: 'zebra' }, who.call())).groups.flatMap(
        ({ hits }) => hits.map(({ id }) => id),
      );
    expect(await find(pupil)).toEqual([taskId]);
    expect(await find(teacher)).toEqual([taskId]);
    expect(await find(other)).toEqual([]);
    await handIn(pupil, taskId);
    expect(await home(pupil)).not.toContain(taskId);
    const file = await invoke(tasks.export, { taskId, format: 'csv' }, teacher.call());
    expect(await file.text()).toContain(`basic member,${pupil.userId},handed_in,1,`);
    const json = await invoke(tasks.export, { taskId, format: 'json' }, teacher.call());
    expect(JSON.parse(await json.text())).toMatchObject([{ userId: pupil.userId }]);
  });

  it('is not there where the module is off, and as it was once it is on again', async () => {
    const { teacher, pupil, tenant, world } = own;
    const taskId = await giveTask(teacher, [toPerson(pupil)]);
    const admin = await world.member(tenant, 'admin');
    const turn = (enabled: boolean) =>
      invoke(featuresProcedures.change, { module: 'tasks', enabled }, admin.call());
    await turn(false);
    expect(await codeOf(invoke(tasks.get, { taskId }, pupil.call()))).toBe('not_found');
    await turn(true);
    expect(await codeOf(invoke(tasks.get, { taskId }, pupil.call()))).toBe(null);
  });
});

describe('tasks about a thing', () => {
  it('are listed of none that is not there, and given about none', async () => {
    const id = '01900000-0000-7000-8000-000000000000';
    const about = { module: 'collections' as const, within: id, id };
    for (const who of [own.teacher, own.guest, own.stranger]) {
      expect(await codeOf(invoke(tasks.about, about, who.call()))).toBe('not_found');
    }
    const draft = { title: 'Essay', dueAt: null, takesText: true, targets: [toPerson(own.pupil)] };
    const count = async () => (await invoke(tasks.given, {}, own.teacher.call())).total;
    const before = await count();
    const asked = invoke(tasks.create, { ...draft, about }, own.teacher.call());
    expect(await codeOf(asked)).toBe('invalid');
    expect(await count()).toBe(before);
  });
});
