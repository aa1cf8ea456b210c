import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { setFileStore } from '@/lib/files/file-store';
import { LocalFolder } from '@/lib/files/local-folder';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import { importing } from '../testing/importing';
import { importProcedures as imports } from './procedures';

let world: World;
let actors: Actors;
let dataDir: string;
let { draftOf, run, listOf, get, work } = {} as ReturnType<typeof importing>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rowhouse-files-'));
  setFileStore(new LocalFolder(dataDir));
  world = await openWorld();
  actors = await mintActors(world);
  ({ draftOf, run, listOf, get, work } = importing(actors));
});
afterAll(async () => {
  await world.end();
  await rm(dataDir, { recursive: true, force: true });
});

const call = () => actors.admin.call();

async function imported() {
  const { id: collectionId } = await mintCollection(actors.admin, 'Stock', [
    { name: 'Code', type: 'text' },
    { name: 'Name', type: 'text' },
    { name: 'Price', type: 'number' },
  ]);
  const held = ['a', 'b', 'c', 'd'].map((code) => ({ code, name: `Old ${code}`, price: 1 }));
  const { ids } = await invoke(records.createMany, { collectionId, records: held }, call());
  const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((code) => `${code},New ${code},2`);
  const draft = await draftOf(`Code,Name,Price\n${rows.join('\n')}`, { collectionId });
  const importId = draft.import.id;
  await invoke(imports.update, { importId, keys: [0], mode: 'both' }, call());
  expect(await run(importId)).toMatchObject({ rowsAdded: 3, rowsChanged: 4 });
  const all = (await listOf(collectionId)).records;
  const edit = async (code: string, changes: Record<string, unknown>) => {
    const record = all.find(({ data }) => data.code === code);
    const recordId = record?.id ?? '';
    const change = { collectionId, recordId, changes, version: record?.version };
    await invoke(records.update, change, actors.basic.call());
  };
  return { collectionId, importId, ids, edit };
}

const stateOf = async (collectionId: string) =>
  (await listOf(collectionId)).records.map(({ data }) => `${data.code} ${data.name} ${data.price}`);

describe('taking an import back', () => {
  it('has the trash looked at once what it removed is due', async () => {
    const { importId } = await imported();
    await invoke(imports.revert, { importId }, call());
    const jobs = await world.rowsOf(
      actors.tenant,
      `select id from outbox where tenant_id = $1 and job = 'trash.sweep'`,
      [actors.tenant.tenantId],
    );
    expect(jobs).toHaveLength(1);
  });

  it('removes what it added and gives back what it changed', async () => {
    const { collectionId, importId } = await imported();
    const preview = await invoke(imports.revertPreview, { importId }, call());
    expect(preview).toEqual({ removes: 3, restores: 4, touched: 0, records: [] });
    const done = await invoke(imports.revert, { importId }, call());
    expect(done).toMatchObject({
      state: 'reverted',
      revert: { removed: 3, restored: 4, left: 0, force: false },
    });
    expect(await stateOf(collectionId)).toEqual([
      'a Old a 1',
      'b Old b 1',
      'c Old c 1',
      'd Old d 1',
    ]);
    const { total } = await listOf(collectionId, { trashed: true });
    expect(total).toBe(3);
  });

  it('leaves what somebody changed since, until it is told to take that too', async () => {
    const { collectionId, importId, edit } = await imported();
    await edit('a', { name: 'Mine' });
    await edit('e', { price: 7 });
    const preview = await invoke(imports.revertPreview, { importId }, call());
    expect(preview).toMatchObject({ removes: 2, restores: 3, touched: 2 });
    expect(preview.records.map(({ title, kind }) => [title, kind])).toEqual([
      ['e', 'added'],
      ['a', 'changed'],
    ]);
    expect(preview.records[0]?.updatedBy).toBe('basic member');
    const once = await invoke(imports.revert, { importId }, call());
    expect(once.revert).toMatchObject({ removed: 2, restored: 3, left: 2 });
    expect(await stateOf(collectionId)).toEqual([
      'a Mine 2',
      'b Old b 1',
      'c Old c 1',
      'd Old d 1',
      'e New e 7',
    ]);
    const forced = await invoke(imports.revert, { importId, force: true }, call());
    expect(forced.revert).toMatchObject({ removed: 1, restored: 1, left: 0 });
    expect(await stateOf(collectionId)).toEqual([
      'a Old a 1',
      'b Old b 1',
      'c Old c 1',
      'd Old d 1',
    ]);
  });

  it('passes over records that are gone', async () => {
    const { collectionId, importId, ids } = await imported();
    await invoke(records.delete, { collectionId, ids: ids.slice(1, 2) }, call());
    const done = await invoke(imports.revert, { importId }, call());
    expect(done.revert).toMatchObject({ removed: 3, restored: 3, left: 0 });
  });

  it('goes on where it stopped, and only once', async () => {
    const { importId } = await imported();
    await world.rowsOf(
      actors.tenant,
      `update imports set state = 'reverting', revert = '{"by":null,"force":false,"at":"2026-01-01T00:00:00Z","removed":0,"restored":0,"left":0,"after":null}' where id = '${importId}'`,
    );
    await Promise.all([work(importId, 'imports.takeBack'), work(importId, 'imports.takeBack')]);
    expect(await get(importId)).toMatchObject({
      state: 'reverted',
      revert: { removed: 3, restored: 4, left: 0 },
    });
  });

  it('is for those who may import, of this tenant, once there is something', async () => {
    const { importId } = await imported();
    for (const procedure of [imports.revertPreview, imports.revert] as never[]) {
      const as = (who: { call(): unknown }) =>
        invoke(procedure, { importId } as never, who.call() as never);
      await expect(as(actors.stranger)).rejects.toMatchObject({ code: 'not_found' });
      await expect(as(actors.guest)).rejects.toMatchObject({ code: 'forbidden' });
    }
    const draft = await draftOf('Name\na');
    await expect(
      invoke(imports.revert, { importId: draft.import.id }, call()),
    ).rejects.toMatchObject({ code: 'precondition' });
  });
});
