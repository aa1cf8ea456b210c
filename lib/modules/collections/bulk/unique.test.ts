import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import { trashProcedures as trash } from '../trash/procedures';
import { bulkProcedures as bulk } from './procedures';

let world: World;
let actors: Actors;
let collectionId: string;

beforeAll(async () => {
  world = await openWorld();
  actors = await mintActors(world);
  const made = await mintCollection(actors.admin, 'Members', [
    { name: 'Name', type: 'text' },
    { name: 'Code', type: 'text', unique: true },
    { name: 'Room', type: 'text' },
  ]);
  collectionId = made.id;
});
afterAll(() => world.end());

const member = () => actors.basic.call();
const add = (...all: Record<string, unknown>[]) =>
  invoke(records.createMany, { collectionId, records: all }, member());
const read = async (ids: readonly string[]) => {
  const { records: found } = await invoke(records.list, { collectionId, limit: 500 }, member());
  return ids.map((id) => found.find((record) => record.id === id)?.data ?? null);
};
const codes = async (ids: readonly string[]) =>
  (await read(ids)).map((data) => (data === null ? 'trash' : data.code));
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string; message: string; fields: Record<string, string> }) => error,
  );
const change = (id: string, changes: object, base: object) => ({
  recordId: id,
  changes: { ...changes },
  base: { ...base },
});
const changeAll = (...all: ReturnType<typeof change>[]) =>
  invoke(bulk.updateMany, { collectionId, records: all }, member());
const undo = (requestId: string) => invoke(bulk.undo, { collectionId, requestId }, member());
const holds = (name: string, code: string) =>
  `Code must be different in each record: “${name}” has “${code}” already.`;

describe('a block of values', () => {
  it('leaves out what another record has, and keeps the rest', async () => {
    const { ids } = await add({ name: 'A', code: 'a1' }, { name: 'B', code: 'a2' });
    const [a = '', b = ''] = ids;
    const answer = await changeAll(
      change(b, { code: 'A1', room: 'R' }, { code: 'a2', room: null }),
    );
    expect(answer.refused).toEqual([{ recordId: b, key: 'code', message: holds('A', 'A1') }]);
    expect(await read([a, b])).toMatchObject([{ code: 'a1' }, { code: 'a2', room: 'R' }]);
    expect(answer.records).toMatchObject([{ version: 2, data: { code: 'a2', room: 'R' } }]);
    const nothing = await changeAll(change(b, { code: 'a1' }, { code: 'a2' }));
    expect(nothing.records).toMatchObject([{ version: 2, data: { code: 'a2' } }]);
  });

  it('lets records pass values on, unless one of them has to keep its own', async () => {
    const { ids } = await add({ name: 'A', code: 'p1' }, { name: 'B', code: 'p2' }, { code: 'p3' });
    const [a = '', b = '', c = ''] = ids;
    const round = await changeAll(
      change(a, { code: 'p2' }, { code: 'p1' }),
      change(b, { code: 'p1' }, { code: 'p2' }),
    );
    expect(round.refused).toEqual([]);
    expect(await codes(ids)).toEqual(['p2', 'p1', 'p3']);
    // B is refused, so that A and what stands before it cannot move on either.
    const chain = await changeAll(
      change(c, { code: 'p2', room: 'kept' }, { code: 'p3', room: null }),
      change(a, { code: 'p1' }, { code: 'p2' }),
      change(b, { code: 'p9' }, { code: 'not this' }),
    );
    expect(chain.refused.map(({ recordId, key }) => [recordId, key])).toEqual([
      [b, 'code'],
      [a, 'code'],
      [c, 'code'],
    ]);
    expect(chain.refused.at(-1)?.message).toBe(holds('A', 'p2'));
    expect(await read(ids)).toMatchObject([{ code: 'p2' }, { code: 'p1' }, { room: 'kept' }]);
  });

  it('refuses what it gives twice itself', async () => {
    const { ids } = await add({ code: 't1' }, { code: 't2' });
    const [a = '', b = ''] = ids;
    const { refused } = await changeAll(
      change(a, { code: 'same' }, { code: 't1' }),
      change(b, { code: 'same' }, { code: 't2' }),
    );
    expect(refused).toMatchObject([{ recordId: b, message: expect.stringContaining('twice') }]);
    expect(await codes(ids)).toEqual(['same', 't2']);
  });
});

describe('one value for many records', () => {
  const assign = (ids: string[], values: Record<string, unknown>) =>
    invoke(bulk.assign, { collectionId, ids, values }, member());

  it('is refused by its field where it may stand once, and changes nothing', async () => {
    const { ids } = await add({ name: 'A', code: 'm1' }, { name: 'B', code: 'm2' }, { code: 'm3' });
    const taken = await errorOf(assign(ids.slice(1, 2), { code: 'm1', room: 'R' }));
    expect(taken).toMatchObject({ code: 'invalid', fields: { 'values.code': holds('A', 'm1') } });
    const twice = await errorOf(assign(ids, { code: 'new', room: 'R' }));
    expect(twice?.fields['values.code']).toContain('“new” is given twice');
    expect(await read(ids)).toMatchObject([{ room: null }, { room: null }, { room: null }]);
    expect(await codes(ids)).toEqual(['m1', 'm2', 'm3']);
    await assign(ids.slice(0, 1), { code: 'new' });
    await assign(ids.slice(1), { code: null });
    await add({ code: 'm1' }, { code: 'm2' });
  });
});

describe('taking back', () => {
  it('is refused whole where a value stands elsewhere by now, and works once it is free', async () => {
    const { ids } = await add({ name: 'A', code: 'u1' }, { name: 'B', code: 'u2' });
    const [a = ''] = ids;
    const call = member();
    await invoke(bulk.assign, { collectionId, ids: [a], values: { code: 'u9', room: 'R' } }, call);
    const rival = await add({ name: 'Rival', code: 'U1' });
    const refused = await errorOf(undo(call.requestId));
    expect(refused).toMatchObject({
      code: 'conflict',
      message: `Nothing was taken back. ${holds('Rival', 'u1')}`,
      fields: { requestId: holds('Rival', 'u1') },
    });
    expect(await read([a])).toMatchObject([{ code: 'u9', room: 'R' }]);
    await invoke(records.delete, { collectionId, ids: rival.ids }, member());
    const back = await undo(call.requestId);
    expect(await read([a])).toMatchObject([{ code: 'u1', room: null }]);
    // What it holds again is claimed again, and what it gave up is free.
    expect(await errorOf(add({ code: 'u1' }))).toMatchObject({ code: 'invalid' });
    const other = await add({ name: 'Other', code: 'u9' });
    expect(await errorOf(undo(back.requestId))).toMatchObject({
      code: 'conflict',
      fields: { requestId: holds('Other', 'u9') },
    });
    await invoke(records.delete, { collectionId, ids: other.ids }, member());
    await undo(back.requestId);
    expect(await read([a])).toMatchObject([{ code: 'u9', room: 'R' }]);
  });

  it('gives values back both ways where records changed places', async () => {
    const { ids } = await add({ code: 's1' }, { code: 's2' });
    const [a = '', b = ''] = ids;
    const call = member();
    const swap = [
      change(a, { code: 's2' }, { code: 's1' }),
      change(b, { code: 's1' }, { code: 's2' }),
    ];
    await invoke(bulk.updateMany, { collectionId, records: swap }, call);
    expect(await codes(ids)).toEqual(['s2', 's1']);
    const back = await undo(call.requestId);
    expect(await codes(ids)).toEqual(['s1', 's2']);
    await undo(back.requestId);
    expect(await codes(ids)).toEqual(['s2', 's1']);
  });

  it('brings nothing back from the trash whose value stands elsewhere by now', async () => {
    const { ids } = await add({ name: 'A', code: 'd1' }, { name: 'B', code: 'd2' });
    const call = member();
    await invoke(records.delete, { collectionId, ids }, call);
    const rival = await add({ name: 'Rival', code: 'd2' });
    const refused = await errorOf(undo(call.requestId));
    expect(refused).toMatchObject({
      code: 'conflict',
      fields: { requestId: holds('Rival', 'd2') },
    });
    expect(await codes(ids)).toEqual(['trash', 'trash']);
    await invoke(records.delete, { collectionId, ids: rival.ids }, member());
    await undo(call.requestId);
    expect(await codes(ids)).toEqual(['d1', 'd2']);
    expect(await errorOf(add({ code: 'd2' }))).toMatchObject({ code: 'invalid' });
  });
});

describe('the trash', () => {
  it('keeps everything that was chosen when one value stands elsewhere by now', async () => {
    const { ids } = await add({ name: 'A', code: 'r1' }, { name: 'B', code: 'r2' });
    await invoke(records.delete, { collectionId, ids }, member());
    const rival = await add({ name: 'Rival', code: 'r2' });
    const restore = () => invoke(trash.restore, { recordIds: ids }, member());
    expect(await errorOf(restore())).toMatchObject({
      code: 'conflict',
      message: `Nothing was brought back. ${holds('Rival', 'r2')}`,
      fields: { recordIds: holds('Rival', 'r2') },
    });
    expect(await codes(ids)).toEqual(['trash', 'trash']);
    await invoke(records.delete, { collectionId, ids: rival.ids }, member());
    expect(await restore()).toEqual({ restored: 2, left: 0 });
    expect(await codes(ids)).toEqual(['r1', 'r2']);
    expect(await errorOf(add({ code: 'r1' }))).toMatchObject({ code: 'invalid' });
  });

  it('refuses two that share a value, since only one of them can come back', async () => {
    const first = await add({ name: 'A', code: 'w1' });
    await invoke(records.delete, { collectionId, ids: first.ids }, member());
    const second = await add({ name: 'B', code: 'w1' });
    await invoke(records.delete, { collectionId, ids: second.ids }, member());
    const recordIds = [...first.ids, ...second.ids];
    const both = await errorOf(invoke(trash.restore, { recordIds }, member()));
    expect(both?.fields.recordIds).toContain('“w1” is given twice');
    expect(await codes(recordIds)).toEqual(['trash', 'trash']);
  });
});
