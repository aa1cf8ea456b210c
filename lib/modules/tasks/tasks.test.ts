import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { openWorld } from '@/lib/doors/testing';
import { tasksProcedures } from './procedures';
import { takeOutTasks } from './take-out';
import { type Class, codeOf, giveTask, mintClass, toPerson } from './testing/class';

const { tasks } = tasksProcedures;

let own: Class;
beforeAll(async () => {
  own = await mintClass(await openWorld());
});
afterAll(() => own.world.end());

const run = (job: string, input: Record<string, unknown>) =>
  runJob({
    tenantId: own.tenant.tenantId,
    plane: 'tenant',
    outboxId: uuidv7(),
    job,
    input,
  });

it('begins with the time of day that the settings name', async () => {
  expect(await invoke(tasks.defaults, {}, own.teacher.call())).toEqual({ dueTime: '23:59' });
  expect(await codeOf(invoke(tasks.defaults, {}, own.pupil.call()))).toBe('forbidden');
});

it('is given by who may, with a title and to somebody', async () => {
  const { teacher, pupil } = own;
  const draft = { title: 'Essay', dueAt: null, targets: [toPerson(pupil)] };
  expect(await codeOf(invoke(tasks.create, draft, pupil.call()))).toBe('forbidden');
  for (const bad of [{ title: ' ' }, { targets: [] }]) {
    const given = { ...draft, ...bad };
    expect(await codeOf(invoke(tasks.create, given, teacher.call()))).toBe('invalid');
  }
  expect(await codeOf(invoke(tasks.create, draft, teacher.call()))).toBe(null);
});

it('gives what names one person to the account they came over to', async () => {
  const { teacher, pupil, other } = own;
  const [moved, both] = [
    await giveTask(teacher, [toPerson(pupil)]),
    await giveTask(teacher, [toPerson(pupil), toPerson(other)]),
  ];
  const handIn = (taskId: string, who = pupil) =>
    invoke(tasks.handIn, { taskId, after: 0, body: who.email }, who.call());
  await handIn(moved);
  await handIn(both);
  await handIn(both, other);
  const renaming = { formerUserId: pupil.userId, newUserId: other.userId };
  await run('tasks.bringOver', renaming);
  await run('tasks.bringOver', renaming);
  const work = async (taskId: string) =>
    (await invoke(tasks.get, { taskId }, other.call())).own?.submissions.map(({ body }) => body);
  expect(await work(moved)).toEqual([pupil.email]);
  expect(await work(both)).toEqual([other.email]);
});

it('sweeps files that nobody handed in, once their time is over', async () => {
  const { teacher, pupil, tenant, world } = own;
  const taskId = await giveTask(teacher, [toPerson(pupil)], { takesFiles: true });
  const file = () => new File(['words'], 'essay.txt');
  const { id: held } = await invoke(tasks.upload, { taskId, file: file() }, pupil.call());
  const { id: left } = await invoke(tasks.upload, { taskId, file: file() }, pupil.call());
  await invoke(tasks.handIn, { taskId, after: 0, fileIds: [held] }, pupil.call());
  await world.rowsOf(
    tenant,
    `update files set expires_at = now() - interval '1 minute' where id = $1`,
    [left],
  );
  await run('tasks.sweep', {});
  const get = (fileId: string) => codeOf(invoke(tasks.download, { fileId }, pupil.call()));
  expect([await get(held), await get(left)]).toEqual([null, 'not_found']);
});

it('takes tasks out as CSV and JSON, with formulas made harmless', async () => {
  const row = { id: uuidv7(), title: '=1+1', instructions: '', due_at: null, due_zone: 'UTC' };
  const submission = { id: uuidv7(), task_id: row.id, user_id: uuidv7(), attempt: 1 };
  const file = { id: uuidv7(), name: 'essay.txt', record_id: submission.id };
  const source = {
    async *documents(table: string) {
      if (table === 'tasks') yield { ...row, created_by: null, created_at: 'now' };
      if (table === 'task_submissions') yield submission;
      if (table === 'files') yield* [file, { ...file, id: uuidv7(), record_id: null }];
    },
  };
  const files = new Map<string, string>();
  for await (const { name, data } of takeOutTasks(source)) {
    let text = '';
    for await (const part of data) text += part;
    files.set(name, text);
  }
  expect([...files.keys()]).toEqual([
    ...['tasks/tasks.csv', 'tasks/tasks.json', 'tasks/targets.csv', 'tasks/targets.json'],
    ...['tasks/work.csv', 'tasks/work.json'],
    ...['tasks/submissions.csv', 'tasks/submissions.json'],
  ]);
  expect(files.get('tasks/tasks.csv')).toContain(`'=1+1`);
  expect(JSON.parse(files.get('tasks/tasks.json') ?? '')).toMatchObject([{ title: '=1+1' }]);
  expect(JSON.parse(files.get('tasks/targets.json') ?? '')).toEqual([]);
  expect(JSON.parse(files.get('tasks/submissions.json') ?? '')).toMatchObject([
    { task_id: row.id, attempt: 1, files: `../files/${file.id} essay.txt` },
  ]);
});
