import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { configurationProcedures as configuration } from '@/lib/tenancy/configuration/procedures';
import { bulkProcedures as bulk } from '../bulk/procedures';
import { historyProcedures } from '../history/procedures';
import { recordProcedures as records } from '../records/procedures';
import { openAttaching, png } from '../testing/attaching';
import { trashProcedures as trash } from '../trash/procedures';

let at: Awaited<ReturnType<typeof openAttaching>>;
beforeAll(async () => {
  at = await openAttaching();
});
afterAll(() => at.end());

describe('files of records', () => {
  it('takes an upload into a record and gives it back to whoever may see the record', async () => {
    const file = await at.upload('%PDF-1.7 plan', 'plan.pdf');
    expect(file).toMatchObject({ name: 'plan.pdf', mediaType: 'application/pdf', sizeBytes: 13 });
    // Nobody reads it before a record holds it.
    await expect(at.download(file.id)).rejects.toMatchObject({ code: 'not_found' });
    const record = await at.create({ name: 'Shed', papers: [file.id] });
    expect(record.data.papers).toEqual([`${file.id}/plan.pdf`]);
    const back = (await at.download(file.id)) as File;
    expect([back.name, back.type, await back.text()]).toEqual([
      'plan.pdf',
      'application/pdf',
      '%PDF-1.7 plan',
    ]);
    expect(await at.rowOf(file.id)).toMatchObject({ state: 'ready', expires: false });
  });

  it('refuses what the field does not take, in the designer’s words', async () => {
    const refused = (content: BlobPart, name: string, field: string) =>
      at.upload(content, name, field).then(
        () => null,
        ({ code, fields }: { code: string; fields: object }) => [code, fields],
      );
    const words = { file: 'A photo under 1 MB.' };
    expect(await refused('<svg onload="x">', 'photo.png', 'Photo')).toEqual(['invalid', words]);
    expect(await refused(new Uint8Array(1024 * 1024 + 1), 'a.png', 'Photo')).toEqual([
      'invalid',
      words,
    ]);
    expect(await refused('', 'empty.txt', 'Papers')).toEqual([
      'invalid',
      { file: 'Papers takes no empty file.' },
    ]);
    expect(await refused('x', 'a.txt', 'Name')).toMatchObject(['invalid', { fieldId: {} }]);
    expect((await at.upload(png, 'C:\\me\\\u0007photo.png', 'Photo')).name).toBe('photo.png');
    // A page is kept, and never served as one.
    expect((await at.upload('<script>1</script>', 'x.html')).mediaType).toBe(
      'application/octet-stream',
    );
  });

  it('keeps each file to one record, one field and one tenant', async () => {
    const file = await at.upload('a', 'a.txt');
    const one = await at.create({ name: 'One', papers: [file.value] });
    const two = await at.create({ name: 'Two' });
    const other = await at.upload(png, 'p.png', 'Photo');
    const wrong = (error: { fields: Record<string, string> }) => Object.entries(error.fields)[0];
    expect(await at.create({ papers: [file.id] }).catch(wrong)).toEqual([
      'data.papers',
      'Papers has a file of another record: a.txt.',
    ]);
    expect(await at.update(two.id, { papers: [file.id] }, 1).catch(wrong)).toEqual([
      'changes.papers',
      'Papers has a file of another record: a.txt.',
    ]);
    expect(await at.create({ papers: [other.id] }).catch(wrong)).toEqual([
      'data.papers',
      'Papers has a file that was not uploaded for it: p.png.',
    ]);
    expect(await at.create({ papers: [uuidv7()] }).catch(wrong)).toMatchObject([
      'data.papers',
      expect.stringContaining('is not there'),
    ]);
    expect(await at.create({ papers: 'a.txt' }).catch(wrong)).toMatchObject([
      'data.papers',
      expect.stringContaining('uploaded, not text'),
    ]);
    const twice = await at.upload('b', 'b.txt');
    const many = invoke(
      records.createMany,
      { collectionId: at.collectionId, records: [{ papers: [twice.id] }, { papers: [twice.id] }] },
      at.actors.basic.call(),
    );
    expect(await many.catch(wrong)).toMatchObject(['records.1.papers', expect.any(String)]);
    const assigned = invoke(
      bulk.assign,
      { collectionId: at.collectionId, ids: [one.id, two.id], values: { papers: [twice.id] } },
      at.actors.basic.call(),
    );
    expect(await assigned.catch(wrong)).toMatchObject(['values.papers', expect.any(String)]);
    const block = await invoke(
      bulk.updateMany,
      {
        collectionId: at.collectionId,
        records: [
          {
            recordId: two.id,
            changes: { name: 'II', papers: [file.id] },
            base: { name: 'Two', papers: null },
          },
        ],
      },
      at.actors.basic.call(),
    );
    expect(block.refused).toMatchObject([{ recordId: two.id, key: 'papers' }]);
    expect(block.records[0]?.data).toMatchObject({ name: 'II', papers: null });
    // A pending upload has no bytes yet.
    await at.world.rowsOf(
      at.actors.tenant,
      `update files set state = 'pending' where tenant_id = $1 and id = $2 returning id`,
      [at.actors.tenant.tenantId, twice.id],
    );
    expect(await at.create({ papers: [twice.id] }).catch(wrong)).toMatchObject([
      'data.papers',
      expect.stringContaining('is not there'),
    ]);
    await expect(at.upload('x', 'x.txt', 'Papers', at.actors.stranger)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(at.download(file.id, at.actors.stranger)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('gives a fresh file to one of two records that ask at once', async () => {
    const file = await at.upload('r', 'race.txt');
    const answers = await Promise.allSettled([
      at.create({ name: 'a', papers: [file.id] }),
      at.create({ name: 'b', papers: [file.id] }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('lets a file that was taken out come back, until it is swept', async () => {
    const file = await at.upload('c', 'c.txt');
    const record = await at.create({ name: 'Back', papers: [file.id] });
    const gone = at.actors.basic.call();
    await invoke(
      records.update,
      { collectionId: at.collectionId, recordId: record.id, changes: { papers: null }, version: 1 },
      gone,
    );
    expect(await at.rowOf(file.id)).toMatchObject({ record_id: record.id, expires: true });
    await expect(at.download(file.id)).rejects.toMatchObject({ code: 'not_found' });
    await invoke(
      bulk.undo,
      { collectionId: at.collectionId, requestId: gone.requestId },
      at.actors.basic.call(),
    );
    expect(await at.rowOf(file.id)).toMatchObject({ expires: false });
    expect(await (await at.download(file.id)).text()).toBe('c');
    const { entries } = await invoke(
      historyProcedures.history,
      { collectionId: at.collectionId, recordId: record.id },
      at.actors.guest.call(),
    );
    expect(entries.map(({ changes }) => changes[0]?.after)).toEqual(['c.txt', '', 'Back']);
    await at.update(record.id, { papers: null }, 3);
    await at.sweepAfter(file.id);
    expect(await at.rowOf(file.id)).toBeUndefined();
    expect(await at.stored()).not.toContain(file.id);
    expect(await at.update(record.id, { papers: [file.value] }, 4).catch((e) => e.fields)).toEqual({
      'changes.papers': 'Papers has a file that is not there: c.txt.',
    });
  });

  it('keeps files in the trash and leaves nothing of a record that is gone', async () => {
    const file = await at.upload('d', 'd.txt');
    const { id } = await at.create({ name: 'Gone', papers: [file.id] });
    await invoke(
      records.delete,
      { collectionId: at.collectionId, ids: [id] },
      at.actors.basic.call(),
    );
    await at.sweepAfter(file.id);
    expect(await at.stored()).toContain(file.id);
    await expect(at.download(file.id)).rejects.toMatchObject({ code: 'not_found' });
    await invoke(
      trash.purge,
      { collectionId: at.collectionId, recordIds: [id] },
      at.actors.admin.call(),
    );
    await at.sweepAfter(file.id);
    expect(await at.stored()).not.toContain(file.id);
    expect(await at.rowOf(file.id)).toBeUndefined();
  });

  it('takes no more than the tenant wants, whatever a field would take', async () => {
    const big = new Uint8Array(2 * 1024 * 1024);
    const set = (maxMegabytes: number, revision: number) =>
      invoke(
        configuration.change,
        { name: 'collections', revision, document: { maxMegabytes } },
        at.actors.admin.call(),
      );
    await set(1, 0);
    await expect(at.upload(big, 'big.txt')).rejects.toMatchObject({
      fields: { file: 'Papers takes files of up to 1 MB.' },
    });
    await set(10, 1);
    await expect(at.upload(big, 'big.txt')).resolves.toMatchObject({ name: 'big.txt' });
  });

  it('sweeps uploads that no record took', async () => {
    const file = await at.upload('e', 'e.txt');
    await at.sweepAfter(file.id);
    expect(await at.stored()).not.toContain(file.id);
    expect(await at.create({ papers: [file.id] }).catch((e) => e.code)).toBe('invalid');
  });
});
