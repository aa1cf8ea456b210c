import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { collectionProcedures } from '../collections/procedures';
import { exportProcedures } from '../exports/procedures';
import { fieldProcedures } from '../fields/procedures';
import type { Field } from '../fields/shapes';
import { recordProcedures as records } from '../records/procedures';
import { mintCollection, turnOff } from '../testing/actors';
import { openAttaching } from '../testing/attaching';
import { attachmentProcedures as attachments } from './procedures';

let at: Awaited<ReturnType<typeof openAttaching>>;
beforeAll(async () => {
  at = await openAttaching();
});
afterAll(() => at.end());

describe('files of records elsewhere', () => {
  it('finds records by the names of their files', async () => {
    const file = await at.upload('f', 'Site Plan.txt');
    const { id } = await at.create({ name: 'Found', papers: [file.id] });
    const found = async (op: 'contains' | 'not_contains' | 'is_empty', value?: string) =>
      (
        await invoke(
          records.list,
          {
            collectionId: at.collectionId,
            filters: [{ field: 'papers', op, ...(value && { value }) }],
          },
          at.actors.guest.call(),
        )
      ).records.map((record) => record.id);
    expect(await found('contains', 'site plan')).toEqual([id]);
    // Neither the id nor the marks around a name are part of it.
    expect(await found('contains', file.id.slice(0, 13))).toEqual([]);
    expect(await found('not_contains', 'site plan')).not.toContain(id);
    expect(await found('is_empty')).not.toContain(id);
    const searched = await invoke(
      records.list,
      { collectionId: at.collectionId, search: 'site plan' },
      at.actors.guest.call(),
    );
    expect(searched.records.map((record) => record.id)).toEqual([id]);
  });

  it('writes names, and links in JSON', async () => {
    const file = await at.upload('g', 'g.txt');
    await at.create({ name: 'Out', papers: [file.id] });
    const textOf = async (format: 'csv' | 'json') => {
      const filters = [{ field: 'name', op: 'equals' as const, value: 'Out' }];
      const given = { collectionId: at.collectionId, format, filters, fields: ['name', 'papers'] };
      const answer = await invoke(exportProcedures.download, given, at.actors.admin.call());
      return await answer.text();
    };
    expect(await textOf('csv')).toContain('Out,g.txt');
    expect(JSON.parse(await textOf('json'))).toEqual([
      {
        Name: 'Out',
        Papers: [{ name: 'g.txt', url: expect.stringMatching(`/api/v1/attachments/${file.id}$`) }],
      },
    ]);
  });

  it('goes and comes back with its field, and says what another type costs', async () => {
    const made = await mintCollection(at.actors.admin, 'Parts', [
      { name: 'Name', type: 'text' },
      { name: 'Drawing', type: 'file' },
    ]);
    const field = made.fields.Drawing as Field;
    const send = (name: string) =>
      invoke(
        attachments.upload,
        { fieldId: field.id, file: new File(['z'], name) },
        at.actors.basic.call(),
      );
    const [one, two] = [await send('1.txt'), await send('2.txt')];
    const place = { collectionId: made.id, fieldId: field.id };
    const record = await invoke(
      records.create,
      { collectionId: made.id, data: { drawing: [one.id, two.id] } },
      at.actors.basic.call(),
    );
    const read = () =>
      invoke(records.get, { collectionId: made.id, recordId: record.id }, at.actors.basic.call());
    await invoke(fieldProcedures.delete, place, at.actors.admin.call());
    await at.sweepAfter(two.id);
    expect(await at.rowOf(one.id)).toMatchObject({ expires: true });
    await invoke(fieldProcedures.restore, place, at.actors.admin.call());
    expect((await read()).data.drawing).toEqual([one.value]);
    expect(await at.rowOf(one.id)).toMatchObject({ expires: false });
    const toText = { ...place, type: 'text' as const };
    expect(await invoke(fieldProcedures.preview, toText, at.actors.admin.call())).toMatchObject({
      shortened: 1,
      losses: [{ reason: expect.stringContaining('files') }],
    });
    await expect(
      invoke(fieldProcedures.update, toText, at.actors.admin.call()),
    ).rejects.toMatchObject({ code: 'precondition' });
    await invoke(fieldProcedures.update, { ...toText, acceptLoss: true }, at.actors.admin.call());
    expect((await read()).data.drawing).toBe('1.txt');
    expect(await at.rowOf(one.id)).toMatchObject({ expires: true });
  });

  it('describes uploads of each field to programs', async () => {
    const described = await invoke(collectionProcedures.describe, {}, at.actors.guest.call());
    const { collectionInterface } = await import('../api/operations');
    const { operations, schemas } = collectionInterface(described);
    expect(operations.filter(({ of }) => of === 'attachments.upload')).toContainEqual(
      expect.objectContaining({
        noun: 'Permits-papers',
        settled: { fieldId: at.fieldId('Papers') },
      }),
    );
    expect(JSON.stringify(schemas.Permits)).toContain('attachments.upload');
  });

  it('knows each role, and is gone with its module', async () => {
    const file = await at.upload('h', 'h.txt');
    await at.create({ name: 'Role', papers: [file.id] });
    await expect(at.upload('x', 'x.txt', 'Papers', at.actors.guest)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await turnOff(at.actors.tenant);
    await expect(at.upload('x', 'x.txt', 'Papers', at.actors.admin)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(at.download(file.id, at.actors.admin)).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
