import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { type Actors, mintActors, mintCollection, turnOff } from '../testing/actors';
import { recordProcedures as records } from './procedures';

const absent = '019ab000-0000-7000-8000-000000000000';

describe('records', () => {
  let world: World;
  let actors: Actors;
  let collectionId: string;

  beforeAll(async () => {
    world = await openWorld();
    actors = await mintActors(world);
    const collection = await mintCollection(actors.admin, 'Students', [
      { name: 'Name', type: 'text', required: true },
      { name: 'Score', type: 'number', options: { min: 0, max: 100 } },
      { name: 'Joined', type: 'date' },
      { name: 'Active', type: 'boolean' },
      {
        name: 'Level',
        type: 'select',
        options: {
          choices: [
            { id: 'low', name: 'Low' },
            { id: 'high', name: 'High' },
          ],
        },
      },
      { name: 'Email', type: 'email' },
      { name: 'Site', type: 'url' },
      { name: 'Teacher', type: 'person' },
      { name: 'Notes', type: 'long_text' },
    ]);
    collectionId = collection.id;
  });
  afterAll(() => world.end());

  const create = (data: Record<string, unknown>) =>
    invoke(records.create, { collectionId, data }, actors.basic.call());

  it('stores what a person wrote in its proper form, and reads it back', async () => {
    const { basic } = actors;
    const made = await create({
      name: '  Kim Min ',
      score: '88.5',
      joined: '2024. 3. 1.',
      active: 'yes',
      level: 'high',
      email: 'min@example.com',
      site: 'example.com/min',
      teacher: basic.email,
      notes: 'one\ntwo',
    });
    expect(made.data).toEqual({
      name: 'Kim Min',
      score: 88.5,
      joined: '2024-03-01',
      active: true,
      level: 'high',
      email: 'min@example.com',
      site: 'https://example.com/min',
      teacher: basic.userId,
      notes: 'one\ntwo',
    });
    const read = await invoke(records.get, { collectionId, recordId: made.id }, basic.call());
    expect(read).toEqual(made);
    expect(read.createdBy).toBe(basic.userId);
  });

  it('refuses every wrong value by the name of its field, and changes nothing', async () => {
    const { total } = await invoke(records.list, { collectionId }, actors.guest.call());
    await expect(
      create({
        score: 101,
        joined: '2024-02-30',
        active: 'maybe',
        level: 'middle',
        email: 'nobody',
        site: 'javascript:alert(1)',
        teacher: absent,
        wage: 1,
      }),
    ).rejects.toMatchObject({
      code: 'invalid',
      fields: {
        'data.name': 'Name must not be empty.',
        'data.score': 'Score must be at most 100.',
        'data.joined': 'Joined is a day that does not exist.',
        'data.active': 'Active must be yes or no.',
        'data.level': 'Level is not one of the options: Low, High.',
        'data.email': 'Email is not an e-mail address, such as name@example.com.',
        'data.site': 'Site is not a web address, such as https://example.com.',
        'data.teacher': 'Teacher is not a member.',
        'data.wage': 'There is no field wage.',
      },
    });
    const after = await invoke(records.list, { collectionId }, actors.guest.call());
    expect(after.total).toBe(total);
  });

  it('keeps edits of two people to different fields of one record', async () => {
    const { id: recordId } = await create({ name: 'Two', score: 1 });
    const { admin, basic } = actors;
    const [a, b] = await Promise.all([
      invoke(
        records.update,
        { collectionId, recordId, changes: { name: 'Three' }, base: { name: 'Two' } },
        admin.call(),
      ),
      invoke(
        records.update,
        { collectionId, recordId, changes: { score: 2 }, base: { score: 1 } },
        basic.call(),
      ),
    ]);
    expect([a.version, b.version].sort()).toEqual([2, 3]);
    const now = await invoke(records.get, { collectionId, recordId }, basic.call());
    expect(now).toMatchObject({ version: 3, data: { name: 'Three', score: 2 } });
  });

  it('lets one of two people win a cell, and shows the other what it holds now', async () => {
    const { id: recordId } = await create({ name: 'Cell' });
    const { admin, basic } = actors;
    const edit = (name: string, call = admin.call()) =>
      invoke(
        records.update,
        { collectionId, recordId, changes: { name }, base: { name: 'Cell' } },
        call,
      );
    const outcomes = await Promise.allSettled([edit('A'), edit('B', basic.call())]);
    const refused = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    const kept = outcomes.find(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<
      Awaited<ReturnType<typeof edit>>
    >;
    expect(refused.reason).toMatchObject({
      code: 'conflict',
      fields: { 'changes.name': 'Name was changed meanwhile' },
      current: { id: recordId, version: 2, data: { name: kept.value.data.name } },
    });
    expect(refused.reason.message).toContain(String(kept.value.data.name));
  });

  it('accepts the same value twice and refuses an old version', async () => {
    const { id: recordId } = await create({ name: 'V' });
    const call = () => actors.basic.call();
    const update = (name: string, version: number) =>
      invoke(records.update, { collectionId, recordId, changes: { name }, version }, call());
    expect((await update('W', 1)).version).toBe(2);
    expect((await update('W', 1)).version).toBe(2);
    await expect(update('X', 1)).rejects.toMatchObject({ code: 'conflict' });
    await expect(
      invoke(records.update, { collectionId, recordId, changes: { name: 'Y' } }, call()),
    ).rejects.toMatchObject({ code: 'invalid', fields: { base: expect.any(String) } });
  });

  it('deletes many and brings them back', async () => {
    const call = () => actors.basic.call();
    const { ids } = await invoke(
      records.createMany,
      { collectionId, records: [{ name: 'D1' }, { name: 'D2' }, { name: 'D3' }] },
      call(),
    );
    const before = (await invoke(records.list, { collectionId }, call())).total ?? 0;
    const deleted = await invoke(records.delete, { collectionId, ids: [...ids, absent] }, call());
    expect(deleted.ids.sort()).toEqual([...ids].sort());
    expect((await invoke(records.list, { collectionId }, call())).total).toBe(before - 3);
    const trash = await invoke(records.list, { collectionId, trashed: true }, call());
    expect(trash.total).toBe(3);
    await expect(
      invoke(records.get, { collectionId, recordId: ids[0] ?? '' }, call()),
    ).rejects.toMatchObject({ code: 'not_found' });
    await invoke(records.restore, { collectionId, ids }, call());
    expect((await invoke(records.list, { collectionId }, call())).total).toBe(before);
  });

  it('adds all of many or none, naming the record that is wrong', async () => {
    const before = await invoke(records.list, { collectionId }, actors.basic.call());
    await expect(
      invoke(
        records.createMany,
        { collectionId, records: [{ name: 'ok' }, { name: 'bad', score: 'x' }] },
        actors.basic.call(),
      ),
    ).rejects.toMatchObject({
      code: 'invalid',
      message: 'Record 2: Score is not a number.',
      fields: { 'records.1.score': 'Score is not a number.' },
    });
    const after = await invoke(records.list, { collectionId }, actors.basic.call());
    expect(after.total).toBe(before.total);
  });

  it('answers a foreign and an absent id alike, and knows each role', async () => {
    const { guest, stranger } = actors;
    const { id: recordId } = await create({ name: 'Secret' });
    const ids = [recordId];
    const change = { changes: { name: 'x' }, base: { name: 'Secret' } };
    const cases = (c: string) =>
      [
        [records.list, { collectionId: c }, false],
        [records.get, { collectionId: c, recordId }, false],
        [records.create, { collectionId: c, data: { name: 'x' } }, true],
        [records.createMany, { collectionId: c, records: [{ name: 'x' }] }, true],
        [records.update, { collectionId: c, recordId, ...change }, true],
        [records.delete, { collectionId: c, ids }, true],
        [records.restore, { collectionId: c, ids }, true],
      ] as const;
    const fail = async (p: unknown, input: unknown, call: unknown) =>
      await invoke(p as never, input as never, call as never).then(
        () => 'ok',
        (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
      );
    for (const [p, input] of cases(collectionId)) {
      const foreign = await fail(p, input, stranger.call());
      const missing = await fail(p, { ...input, collectionId: absent }, actors.admin.call());
      expect(foreign).toBe('not_found: This collection does not exist.');
      expect(missing).toBe(foreign);
    }
    for (const [p, input, writes] of cases(collectionId)) {
      const answer = await fail(p, input, guest.call());
      expect(answer.startsWith('forbidden')).toBe(writes);
    }
    expect(await fail(records.people, {}, stranger.call())).toBe('ok');
    await turnOff(actors.tenant);
    for (const [p, input] of [...cases(collectionId), [records.people, {}] as const]) {
      expect(await fail(p, input, actors.admin.call())).toMatch(/^not_found/);
    }
  });
});
