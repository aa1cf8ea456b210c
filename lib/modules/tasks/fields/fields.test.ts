import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { customValues } from '@/db/schema/tenant';
import { mintTenantScope } from '@/db/scope';
import { withTenant } from '@/db/tenant';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type World } from '@/lib/doors/testing';
import { tasksProcedures } from '../procedures';
import { type Class, mintClass } from '../testing/class';

const { tasks, taskFields } = tasksProcedures;

let world: World;
let here: Class;
let admin: TestMember;
beforeAll(async () => {
  world = await openWorld();
  here = await mintClass(world);
  admin = await world.member(here.tenant, 'admin');
});
afterAll(() => world.end());

const give = async (by: TestMember) =>
  await invoke(
    tasks.create,
    { title: 'Essay', dueAt: null, takesText: true, targets: [{ kind: 'everybody' }] },
    by.call(),
  );

it('says what a workspace adds to tasks, to each as far as the field says', async () => {
  const { id } = await give(here.teacher);
  const field = (name: string, seenBy: 'managers' | 'own' | 'everyone', changedBy = seenBy) =>
    invoke(
      taskFields.create,
      { name, type: 'text', seenBy, changedBy: changedBy === 'everyone' ? 'own' : changedBy },
      admin.call(),
    );
  const points = await field('Points', 'everyone');
  const notes = await field('Notes', 'own');
  const cost = await field('Cost', 'managers');
  const fill = (by: TestMember, key: string, text: string) =>
    invoke(taskFields.fill, { id, changes: { [key]: text }, base: { [key]: null } }, by.call());
  await fill(here.teacher, points.key, '10');
  await fill(here.teacher, notes.key, 'Ask for drafts');
  await fill(admin, cost.key, '3');
  const seen = async (by: TestMember) =>
    (await invoke(taskFields.get, { id }, by.call())).values as Record<string, unknown>;
  expect(await seen(here.pupil)).toEqual({ [points.key]: '10' });
  expect(await seen(here.teacher)).toEqual({ [points.key]: '10', [notes.key]: 'Ask for drafts' });
  expect(Object.keys(await seen(admin))).toHaveLength(3);
  await expect(fill(here.pupil, points.key, '9')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(fill(here.teacher, cost.key, '9')).rejects.toMatchObject({ code: 'invalid' });
  await expect(seen(here.stranger)).rejects.toMatchObject({ code: 'not_found' });
  await expect(
    invoke(taskFields.create, { name: 'Mine', type: 'text' }, here.teacher.call()),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

it('keeps the fields of tasks in order, and what one held while it was put away', async () => {
  const [first, second] = [
    await invoke(taskFields.create, { name: 'Week', type: 'number' }, admin.call()),
    await invoke(taskFields.create, { name: 'Place', type: 'text' }, admin.call()),
  ];
  const { fields } = await invoke(taskFields.order, { ids: [second.id, first.id] }, admin.call());
  expect(fields.slice(0, 2).map(({ name }) => name)).toEqual(['Place', 'Week']);
  const { id } = await give(here.teacher);
  const change = { id, changes: { [first.key]: 12 }, base: { [first.key]: null } };
  await invoke(taskFields.fill, change, admin.call());
  const week = async () => (await invoke(taskFields.get, { id }, admin.call())).values[first.key];
  await invoke(taskFields.archive, { id: first.id }, admin.call());
  expect(await week()).toBeUndefined();
  const draft = { id: second.id, name: 'Room', seenBy: 'everyone' as const };
  expect(await invoke(taskFields.change, draft, admin.call())).toMatchObject({ name: 'Room' });
  await invoke(taskFields.restore, { id: first.id }, admin.call());
  expect(await week()).toBe(12);
});

it('is deleted with what it holds once it is archived', async () => {
  const field = { name: 'Pages', type: 'number' } as const;
  const { id: fieldId, key } = await invoke(taskFields.create, field, admin.call());
  const { id } = await give(here.teacher);
  const change = { id, changes: { [key]: 12 }, base: { [key]: null } };
  await invoke(taskFields.fill, change, admin.call());
  await invoke(taskFields.archive, { id: fieldId }, admin.call());
  const one = { id: fieldId };
  expect(await invoke(taskFields.use, one, admin.call())).toEqual({ values: 1 });
  await expect(invoke(taskFields.delete, one, here.teacher.call())).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await invoke(taskFields.delete, one, admin.call())).toEqual({ values: 1 });
  await expect(invoke(taskFields.use, one, admin.call())).rejects.toMatchObject({
    code: 'not_found',
  });
});

it('goes with its task', async () => {
  const { id } = await give(here.teacher);
  const { key } = await invoke(taskFields.create, { name: 'Shelf', type: 'text' }, admin.call());
  const change = { id, changes: { [key]: 'B2' }, base: { [key]: null } };
  await invoke(taskFields.fill, change, admin.call());
  const { tenantId } = here.tenant;
  const kept = () =>
    withTenant(mintTenantScope({ tenantId, actorId: null, requestId: uuidv7() }), (db) =>
      db.select({ id: customValues.id }).from(customValues).where(eq(customValues.thingId, id)),
    );
  expect(await kept()).toHaveLength(1);
  await invoke(tasks.delete, { taskId: id }, here.teacher.call());
  expect(await kept()).toHaveLength(0);
  await expect(invoke(taskFields.get, { id }, admin.call())).rejects.toMatchObject({
    code: 'not_found',
  });
});
