import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { bulkProcedures as bulk } from '../bulk/procedures';
import { fieldProcedures } from '../fields/procedures';
import type { Field } from '../fields/shapes';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection, turnOff } from '../testing/actors';
import { historyProcedures as history } from './procedures';

const absent = '019ab000-0000-7000-8000-000000000000';

describe('the history of a record', () => {
  let world: World;
  let actors: Actors;
  let collectionId: string;
  let fields: Record<string, Field>;

  beforeAll(async () => {
    world = await openWorld();
    actors = await mintActors(world);
    const made = await mintCollection(actors.admin, 'Pupils', [
      { name: 'Name', type: 'text' },
      { name: 'Teacher', type: 'person' },
      { name: 'Level', type: 'select', options: { choices: [{ id: 'low', name: 'Low' }] } },
      { name: 'Room', type: 'text' },
    ]);
    collectionId = made.id;
    fields = made.fields;
  });
  afterAll(() => world.end());

  const create = (data: Record<string, unknown>) =>
    invoke(records.create, { collectionId, data }, actors.basic.call());
  const update = (recordId: string, changes: object, base: object) =>
    invoke(
      records.update,
      { collectionId, recordId, changes: { ...changes }, base: { ...base } },
      actors.admin.call(),
    );
  const read = (recordId: string, more: { limit?: number; cursor?: string } = {}) =>
    invoke(history.history, { collectionId, recordId, ...more }, actors.guest.call());

  it('tells who did what when, field by field, the newest first', async () => {
    const { admin, basic } = actors;
    const { id } = await create({ name: 'Kim', level: 'low' });
    await update(id, { name: 'Lee', teacher: basic.userId }, { name: 'Kim', teacher: null });
    await invoke(records.delete, { collectionId, ids: [id] }, basic.call());
    await invoke(records.restore, { collectionId, ids: [id] }, basic.call());
    const { entries, nextCursor } = await read(id);
    expect(nextCursor).toBeNull();
    expect(entries.map(({ kind }) => kind)).toEqual(['restored', 'deleted', 'changed', 'created']);
    const [, , changed, created] = entries;
    expect(changed).toMatchObject({
      by: { id: admin.userId },
      procedure: 'records.update',
      changes: [
        { key: 'name', name: 'Name', before: 'Kim', after: 'Lee', value: 'Kim', gone: false },
        { key: 'teacher', before: '', value: null },
      ],
    });
    expect(changed?.changes[1]?.after).not.toBe('');
    expect(created).toMatchObject({
      by: { id: basic.userId },
      procedure: 'records.create',
      imported: false,
      changes: [
        { key: 'name', before: '', after: 'Kim' },
        { key: 'level', after: 'Low' },
      ],
    });
  });

  it('names the values of a field that is deleted', async () => {
    const { id } = await create({ name: 'Room', room: 'A1' });
    await update(id, { room: 'B2' }, { room: 'A1' });
    const fieldId = fields.Room?.id ?? '';
    await invoke(fieldProcedures.delete, { collectionId, fieldId }, actors.admin.call());
    const [changed] = (await read(id)).entries;
    expect(changed?.changes).toMatchObject([
      { name: 'Room', before: 'A1', after: 'B2', gone: true },
    ]);
    await invoke(fieldProcedures.restore, { collectionId, fieldId }, actors.admin.call());
  });

  it('comes page by page, each entry once', async () => {
    const { id } = await create({ name: '0' });
    for (let n = 1; n <= 6; n += 1) await update(id, { name: `${n}` }, { name: `${n - 1}` });
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await read(id, { limit: 3, ...(cursor && { cursor }) });
      seen.push(...page.entries.map(({ changes }) => changes[0]?.after ?? ''));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['6', '5', '4', '3', '2', '1', '0']);
    await expect(read(id, { cursor: 'later' })).rejects.toMatchObject({
      code: 'invalid',
      fields: { cursor: expect.any(String) },
    });
  });

  it('reads a record as it was, leaving out fields that were made later', async () => {
    const { id } = await create({ name: 'Then' });
    const [first] = (await read(id)).entries;
    await update(id, { name: 'Now', level: 'low' }, { name: 'Then', level: null });
    await invoke(records.delete, { collectionId, ids: [id] }, actors.basic.call());
    await invoke(records.restore, { collectionId, ids: [id] }, actors.basic.call());
    const made = await invoke(
      fieldProcedures.create,
      { collectionId, name: 'Late', type: 'text' },
      actors.admin.call(),
    );
    const version = (entryId: string) =>
      invoke(history.version, { collectionId, recordId: id, entryId }, actors.guest.call());
    const then = await version(first?.id ?? '');
    expect(then.data).toEqual({ name: 'Then', teacher: null, level: null, room: null });
    const [restored] = (await read(id)).entries;
    expect((await version(restored?.id ?? '')).data).toMatchObject({ name: 'Now', level: 'low' });
    await expect(version(absent)).rejects.toMatchObject({ code: 'not_found' });
    await invoke(fieldProcedures.delete, { collectionId, fieldId: made.id }, actors.admin.call());
  });

  it('is found by an index, however long the log', async () => {
    const plan = await world.database.query<{ 'QUERY PLAN': string }>(
      `explain select * from pooled.change_log where tenant_id = '${actors.tenant.tenantId}'
       and row_id = '${absent}' order by at desc, id desc limit 31`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('change_log_row');
  });

  describe('what one request did', () => {
    const list = async () =>
      (
        await invoke(
          records.list,
          { collectionId, sorts: [{ field: 'name' }] },
          actors.admin.call(),
        )
      ).records;
    const undo = (requestId: string, member = actors.basic) =>
      invoke(bulk.undo, { collectionId, requestId }, member.call());
    const names = async (ids: string[]) =>
      (await list()).filter(({ id }) => ids.includes(id)).map(({ data }) => data.name);

    it('sets many records in one go, takes it back, and does it again', async () => {
      const made = await Promise.all(['a', 'b', 'c'].map((name) => create({ name })));
      const ids = made.map(({ id }) => id);
      const set = await invoke(
        bulk.assign,
        { collectionId, ids: [...ids, absent], values: { name: 'all', level: 'low' } },
        actors.basic.call(),
      );
      expect(set).toMatchObject({ changed: 3, skipped: 1 });
      expect(await names(ids)).toEqual(['all', 'all', 'all']);
      // Somebody changes one of them meanwhile: that value stays, the others come back.
      await update(ids[0] ?? '', { name: 'mine' }, { name: 'all' });
      const back = await undo(set.requestId);
      expect(back).toMatchObject({ changed: 3, skipped: 0 });
      expect(await names(ids)).toEqual(['b', 'c', 'mine']);
      const again = await undo(back.requestId);
      expect(again.changed).toBe(3);
      expect(await names(ids)).toEqual(['all', 'all', 'mine']);
    });

    it('takes back a deletion and an addition', async () => {
      const call = actors.basic.call();
      const { ids } = await invoke(
        records.createMany,
        { collectionId, records: [{ name: 'x1' }, { name: 'x2' }] },
        call,
      );
      const gone = actors.basic.call();
      await invoke(records.delete, { collectionId, ids }, gone);
      expect(await names(ids)).toEqual([]);
      await undo(gone.requestId);
      expect(await names(ids)).toEqual(['x1', 'x2']);
      const added = await undo(call.requestId);
      expect(added.changed).toBe(2);
      expect(await names(ids)).toEqual([]);
      await undo(added.requestId);
      expect(await names(ids)).toEqual(['x1', 'x2']);
    });

    it('keeps what can be kept of a block of values and refuses the rest by cell', async () => {
      const [one, two] = await Promise.all([create({ name: 'p' }), create({ name: 'q' })]);
      await update(two.id, { name: 'theirs' }, { name: 'q' });
      const answer = await invoke(
        bulk.updateMany,
        {
          collectionId,
          records: [
            { recordId: one.id, changes: { name: 'P', level: 'no' }, base: { name: 'p' } },
            { recordId: two.id, changes: { name: 'Q' }, base: { name: 'q' } },
            { recordId: absent, changes: { name: 'R' }, base: {} },
          ],
        },
        actors.basic.call(),
      );
      expect(answer.refused.map(({ recordId, key }) => [recordId, key])).toEqual([
        [one.id, 'level'],
        [two.id, 'name'],
        [absent, 'name'],
      ]);
      const byId = new Map(answer.records.map((record) => [record.id, record]));
      expect(byId.get(one.id)).toMatchObject({ version: 2, data: { name: 'P' } });
      expect(byId.get(two.id)).toMatchObject({ version: 2, data: { name: 'theirs' } });
    });

    it('refuses a wrong value for many by its field and changes none', async () => {
      const { id } = await create({ name: 'still' });
      const assign = (values: object) =>
        invoke(
          bulk.assign,
          { collectionId, ids: [id], values: { ...values } },
          actors.basic.call(),
        );
      await expect(assign({ level: 'no' })).rejects.toMatchObject({
        code: 'invalid',
        fields: { 'values.level': expect.any(String) },
      });
      await expect(assign({})).rejects.toMatchObject({ code: 'invalid' });
      expect(await names([id])).toEqual(['still']);
    });

    it('is nobody else’s to take back', async () => {
      const { id } = await create({ name: 'own' });
      const call = actors.basic.call();
      await invoke(bulk.assign, { collectionId, ids: [id], values: { name: 'set' } }, call);
      await expect(undo(call.requestId, actors.admin)).rejects.toMatchObject({ code: 'not_found' });
      await expect(undo(absent)).rejects.toMatchObject({ code: 'not_found' });
      expect((await undo(call.requestId)).changed).toBe(1);
    });
  });

  it('answers a foreign and an absent id alike, and knows each role', async () => {
    const { guest, stranger, admin } = actors;
    const { id: recordId } = await create({ name: 'Secret' });
    const entryId = (await read(recordId)).entries[0]?.id ?? '';
    const cases = (c: string) =>
      [
        [history.history, { collectionId: c, recordId }, false],
        [history.version, { collectionId: c, recordId, entryId }, false],
        [bulk.assign, { collectionId: c, ids: [recordId], values: { name: 'x' } }, true],
        [bulk.undo, { collectionId: c, requestId: absent }, true],
        [
          bulk.updateMany,
          { collectionId: c, records: [{ recordId, changes: { name: 'x' }, base: {} }] },
          true,
        ],
      ] as const;
    const fail = async (p: unknown, input: unknown, call: unknown) =>
      await invoke(p as never, input as never, call as never).then(
        () => 'ok',
        (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
      );
    for (const [p, input] of cases(collectionId)) {
      const foreign = await fail(p, input, stranger.call());
      expect(foreign).toBe('not_found: This collection does not exist.');
      expect(await fail(p, { ...input, collectionId: absent }, admin.call())).toBe(foreign);
    }
    for (const [p, input, writes] of cases(collectionId)) {
      expect((await fail(p, input, guest.call())).startsWith('forbidden')).toBe(writes);
    }
    await turnOff(actors.tenant);
    for (const [p, input] of cases(collectionId)) {
      expect(await fail(p, input, admin.call())).toMatch(/^not_found/);
    }
  });
});
