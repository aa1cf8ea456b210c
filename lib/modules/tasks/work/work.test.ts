import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember } from '@/lib/doors/testing';
import { configurationProcedures } from '@/lib/tenancy/configuration/procedures';
import { homeProcedures } from '@/lib/tenancy/home/procedures';
import { tasksProcedures } from '../procedures';
import type { OwnView } from '../shapes';
import { type Class, codeOf, giveTask, inDays, mintClass, toPerson } from '../testing/class';

const { tasks } = tasksProcedures;

let own: Class;
beforeAll(async () => {
  own = await mintClass(await openWorld());
});
afterAll(() => own.world.end());

const list = (who: TestMember, view: OwnView = 'todo') =>
  invoke(tasks.list, { view, size: 100 }, who.call());
const ids = async (who: TestMember, view: OwnView = 'todo') =>
  (await list(who, view)).tasks.map(({ id }) => id);
const handIn = (who: TestMember, taskId: string, after = 0, body = 'My answer') =>
  invoke(tasks.handIn, { taskId, after, body }, who.call());
const verdict = { feedback: 'Say more of the second half.' };
const accept = (taskId: string, userId: string, attempt = 1, was?: 'handed_in' | 'returned') =>
  invoke(tasks.accept, { taskId, userId, attempt, ...(was && { was }) }, own.teacher.call());
const giveBack = (taskId: string, userId: string, attempt = 1) =>
  invoke(tasks.return, { taskId, userId, attempt, ...verdict }, own.teacher.call());
const results = (work: PromiseSettledResult<unknown>[]) =>
  work.map((one) => (one.status === 'fulfilled' ? null : (one.reason as { code: string }).code));

describe('a task', () => {
  it('goes from assigned over returned to accepted, with every attempt kept', async () => {
    const { teacher, pupil } = own;
    const taskId = await giveTask(teacher, [toPerson(pupil)], { dueAt: inDays(1) });
    expect(await ids(pupil)).toContain(taskId);
    expect(await handIn(pupil, taskId, 0, 'First')).toEqual({ state: 'handed_in', attempt: 1 });
    expect(await ids(pupil, 'handed_in')).toContain(taskId);
    expect(await giveBack(taskId, pupil.userId)).toEqual({ state: 'returned', attempt: 1 });
    expect(await ids(pupil)).toContain(taskId);
    expect(await handIn(pupil, taskId, 1, 'Second')).toEqual({ state: 'handed_in', attempt: 2 });
    await accept(taskId, pupil.userId, 2);
    const { own: work } = await invoke(tasks.get, { taskId }, pupil.call());
    expect(work).toMatchObject({ state: 'accepted', attempt: 2, mayHandIn: false });
    expect(work?.submissions).toMatchObject([
      { attempt: 2, body: 'Second', verdict: 'accepted' },
      { attempt: 1, body: 'First', verdict: 'returned', ...verdict },
    ]);
    expect(await codeOf(handIn(pupil, taskId, 2))).toBe('conflict');
  });

  it('keeps what was said of it when a verdict is changed without a word', async () => {
    const { teacher, pupil } = own;
    const taskId = await giveTask(teacher, [toPerson(pupil)]);
    await handIn(pupil, taskId);
    await giveBack(taskId, pupil.userId);
    await accept(taskId, pupil.userId, 1, 'returned');
    const { own: work } = await invoke(tasks.get, { taskId }, pupil.call());
    expect(work?.submissions).toMatchObject([{ verdict: 'accepted', ...verdict }]);
  });

  it('that nobody reviews is accepted as it is done', async () => {
    const wish = { takesText: false, reviewed: false };
    const taskId = await giveTask(own.teacher, [toPerson(own.pupil)], wish);
    expect(await handIn(own.pupil, taskId, 0, '')).toEqual({ state: 'accepted', attempt: 1 });
    expect(await ids(own.pupil, 'accepted')).toContain(taskId);
  });

  it('is late by its due date alone, which may move', async () => {
    const { teacher, pupil } = own;
    const taskId = await giveTask(teacher, [toPerson(pupil)], { dueAt: inDays(-1) });
    expect(await ids(pupil, 'overdue')).toContain(taskId);
    expect(await ids(pupil)).not.toContain(taskId);
    await handIn(pupil, taskId);
    const before = await invoke(tasks.get, { taskId }, pupil.call());
    expect(before.own).toMatchObject({ late: true, overdue: false });
    const change = { taskId, version: 1, title: 'Essay', takesText: true, dueAt: inDays(2) };
    await invoke(tasks.update, { ...change, targets: [toPerson(pupil)] }, teacher.call());
    const after = await invoke(tasks.get, { taskId }, pupil.call());
    expect(after.own).toMatchObject({ late: false });
    const again = invoke(tasks.update, { ...change, targets: [toPerson(pupil)] }, teacher.call());
    expect(await codeOf(again)).toBe('conflict');
  });

  it('keeps the clock of who set its due date, until somebody sets another', async () => {
    const { teacher, pupil, tenant, world } = own;
    const colleague = await world.member(tenant, 'advanced');
    const clock = (who: TestMember, zone: string) =>
      world.database.query('update control.users set time_zone = $1 where id = $2', [
        zone,
        who.userId,
      ]);
    await clock(teacher, 'Asia/Seoul');
    await clock(colleague, 'America/Los_Angeles');
    const dueAt = inDays(3);
    const taskId = await giveTask(teacher, [toPerson(pupil)], { dueAt });
    const draft = { taskId, takesText: true, targets: [toPerson(pupil)] };
    const zone = async () => (await invoke(tasks.get, { taskId }, pupil.call())).dueZone;
    const renamed = { ...draft, version: 1, title: 'Longer essay', dueAt };
    await invoke(tasks.update, renamed, colleague.call());
    expect(await zone()).toBe('Asia/Seoul');
    const moved = { ...renamed, version: 2, dueAt: inDays(4) };
    await invoke(tasks.update, moved, colleague.call());
    expect(await zone()).toBe('America/Los_Angeles');
  });

  it('takes what it asks for and nothing else', async () => {
    const { teacher, pupil } = own;
    const taskId = await giveTask(teacher, [toPerson(pupil)]);
    await expect(handIn(pupil, taskId, 0, '  ')).rejects.toMatchObject({
      fields: { body: expect.any(String) },
    });
    const file = new File(['x'], 'x.txt');
    expect(await codeOf(invoke(tasks.upload, { taskId, file }, pupil.call()))).toBe('invalid');
    const done = await giveTask(teacher, [toPerson(pupil)], { takesText: false });
    expect(await codeOf(handIn(pupil, done))).toBe('invalid');
  });
});

describe('at once', () => {
  it('two hand-ins are one', async () => {
    const taskId = await giveTask(own.teacher, [toPerson(own.pupil)]);
    const both = await Promise.allSettled([handIn(own.pupil, taskId), handIn(own.pupil, taskId)]);
    expect(results(both).sort()).toEqual(['conflict', null]);
    const again = [handIn(own.pupil, taskId, 1), handIn(own.pupil, taskId, 1)];
    expect(results(await Promise.allSettled(again)).sort()).toEqual(['conflict', null]);
  });

  it('of accepting twice, and of accepting beside a new attempt, one holds', async () => {
    const { userId } = own.pupil;
    const taskId = await giveTask(own.teacher, [toPerson(own.pupil)]);
    await handIn(own.pupil, taskId);
    const twice = [accept(taskId, userId), accept(taskId, userId), giveBack(taskId, userId)];
    expect(results(await Promise.allSettled(twice)).filter((one) => one === null)).toHaveLength(1);
    for (let turn = 0; turn < 5; turn += 1) {
      const other = await giveTask(own.teacher, [toPerson(own.pupil)]);
      await handIn(own.pupil, other);
      const beside = await Promise.allSettled([
        accept(other, userId),
        handIn(own.pupil, other, 1, 'Better'),
      ]);
      expect(results(beside).sort()).toEqual(['conflict', null]);
      const { own: work } = await invoke(tasks.get, { taskId: other }, own.pupil.call());
      expect([work?.state, work?.attempt]).toEqual(
        beside[0]?.status === 'fulfilled' ? ['accepted', 1] : ['handed_in', 2],
      );
      expect(work?.submissions).toHaveLength(work?.attempt ?? 0);
    }
  });

  it('a task is deleted beside a review without either being stopped', async () => {
    const { userId } = own.pupil;
    for (let turn = 0; turn < 5; turn += 1) {
      const taskId = await giveTask(own.teacher, [toPerson(own.pupil)]);
      await handIn(own.pupil, taskId);
      const [removed, reviewed] = results(
        await Promise.allSettled([
          invoke(tasks.delete, { taskId }, own.teacher.call()),
          accept(taskId, userId),
        ]),
      );
      expect(removed).toBe(null);
      expect([null, 'not_found']).toContain(reviewed);
    }
  });

  it('a task that is deleted takes nothing any more', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const taskId = await giveTask(own.teacher, [toPerson(own.pupil)]);
      await Promise.allSettled([
        handIn(own.pupil, taskId),
        invoke(tasks.delete, { taskId }, own.teacher.call()),
      ]);
      const left = await own.world.rowsOf(
        own.tenant,
        'select 1 from task_submissions where task_id = $1',
        [taskId],
      );
      expect(left).toHaveLength(0);
    }
  });
});

describe('files', () => {
  const upload = (who: TestMember, taskId: string) =>
    invoke(tasks.upload, { taskId, file: new File(['words'], 'essay.txt') }, who.call());

  it('are handed in once, and seen by who handed them in and who follows them', async () => {
    const { teacher, pupil, other, stranger } = own;
    const wish = { takesText: false, takesFiles: true };
    const taskId = await giveTask(teacher, [toPerson(pupil), toPerson(other)], wish);
    const { id } = await upload(pupil, taskId);
    const take = (who: TestMember) =>
      invoke(tasks.handIn, { taskId, after: 0, fileIds: [id] }, who.call());
    expect(await codeOf(take(other))).toBe('conflict');
    await take(pupil);
    const again = invoke(tasks.handIn, { taskId, after: 1, fileIds: [id] }, pupil.call());
    expect(await codeOf(again)).toBe('conflict');
    const get = (who: TestMember) => invoke(tasks.download, { fileId: id }, who.call());
    expect(await (await get(pupil)).text()).toBe('words');
    expect(await (await get(teacher)).text()).toBe('words');
    for (const one of [other, stranger, own.guest])
      expect(await codeOf(get(one))).toBe('not_found');
    await invoke(tasks.delete, { taskId }, teacher.call());
    const [row] = await own.world.rowsOf<{ expired: boolean }>(
      own.tenant,
      'select expires_at <= now() as expired from files where id = $1',
      [id],
    );
    expect(row?.expired).toBe(true);
  });

  it('wait to be handed in up to a number, however many come at once', async () => {
    const { tenant, teacher, other, world } = own;
    const wish = { takesText: false, takesFiles: true };
    const taskId = await giveTask(teacher, [toPerson(other)], wish);
    const { id } = await upload(other, taskId);
    await world.rowsOf(
      tenant,
      `insert into files (tenant_id, id, name, media_type, size_bytes, purpose, state, created_by, expires_at)
       select tenant_id, gen_random_uuid(), name, media_type, size_bytes, purpose, state, created_by, expires_at
       from files, generate_series(1, 37) where id = $1 returning 1`,
      [id],
    );
    const more = Array.from({ length: 4 }, () => upload(other, taskId));
    expect(results(await Promise.allSettled(more)).sort()).toEqual([
      'invalid',
      'invalid',
      null,
      null,
    ]);
    expect(await codeOf(upload(other, taskId))).toBe('invalid');
    await invoke(tasks.handIn, { taskId, after: 0, fileIds: [id] }, other.call());
    expect(await codeOf(upload(other, taskId))).toBe(null);
  });
});

describe('settings', () => {
  const set = async (document: object) => {
    const admin = await own.world.member(own.tenant, 'admin');
    const { revision } = await invoke(configurationProcedures.get, { name: 'tasks' }, admin.call());
    const whole = { dueTime: '23:59', lateHandIns: true, handInAgain: true, ...document };
    const wish = { name: 'tasks', revision, document: whole };
    await invoke(configurationProcedures.change, wish, admin.call());
  };

  it('refuse what is late, and hand-ins before a review', async () => {
    const { teacher, pupil } = own;
    const late = await giveTask(teacher, [toPerson(pupil)], { dueAt: inDays(-1) });
    const open = await giveTask(teacher, [toPerson(pupil)]);
    const assigned = async () =>
      (await invoke(homeProcedures.overview, {}, pupil.call())).assigned.map(({ id }) => id);
    expect(await assigned()).toContain(late);
    await set({ lateHandIns: false, handInAgain: false });
    expect(await assigned()).not.toContain(late);
    expect(await assigned()).toContain(open);
    expect(await codeOf(handIn(pupil, late))).toBe('precondition');
    await handIn(pupil, open);
    expect(await codeOf(handIn(pupil, open, 1))).toBe('conflict');
    await giveBack(open, pupil.userId);
    await handIn(pupil, open, 1);
    const back = await giveTask(teacher, [toPerson(pupil)], { dueAt: inDays(1) });
    await handIn(pupil, back);
    await giveBack(back, pupil.userId);
    const change = { taskId: back, version: 1, title: 'Essay', takesText: true };
    const moved = { ...change, dueAt: inDays(-1), targets: [toPerson(pupil)] };
    await invoke(tasks.update, moved, teacher.call());
    // What came back is due, and can be handed in all the same.
    expect(await assigned()).toContain(back);
    await handIn(pupil, back, 1);
    await set({});
    await handIn(pupil, late);
  });
});

describe('the home page', () => {
  it('names what is overdue before what has no date', async () => {
    const { world, tenant, teacher } = own;
    const newcomer = await world.member(tenant, 'basic');
    const give = (wish = {}) => giveTask(teacher, [toPerson(newcomer)], wish);
    const late = await give({ dueAt: inDays(-1) });
    for (let i = 0; i < 5; i += 1) await give();
    const { assigned } = await invoke(homeProcedures.overview, {}, newcomer.call());
    expect(assigned.map(({ id }) => id)[0]).toBe(late);
    expect(assigned).toHaveLength(5);
  });
});
