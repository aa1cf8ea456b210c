import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { handleRest } from '@/lib/doors/rest';
import { openWorld, type World } from '@/lib/doors/testing';
import { setFileStore } from '@/lib/files/file-store';
import { LocalFolder } from '@/lib/files/local-folder';
import { sessionCookie } from '@/lib/identity/cookies';
import { recordProcedures as records } from '../records/procedures';
import { sheetRows } from '../spreadsheets/sheet';
import { openWorkbook } from '../spreadsheets/workbook';
import { type Actors, mintActors, mintCollection, turnOff } from '../testing/actors';
import { exportProcedures as exports } from './procedures';

describe('exporting a view', () => {
  let world: World;
  let actors: Actors;
  let collectionId: string;
  let dataDir: string;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'rowhouse-files-'));
    setFileStore(new LocalFolder(dataDir));
    world = await openWorld();
    actors = await mintActors(world);
    const made = await mintCollection(actors.admin, '학생 명부', [
      { name: 'Name', type: 'text' },
      { name: 'Balance', type: 'number' },
      { name: 'Teacher', type: 'person' },
      {
        name: 'Level',
        type: 'select',
        options: { choices: [{ id: 'a', name: '=High, "quoted"' }] },
      },
    ]);
    collectionId = made.id;
    const rows = [
      {
        name: '=HYPERLINK("http://evil")',
        balance: -5.5,
        teacher: actors.basic.userId,
        level: 'a',
      },
      { name: '+1', balance: 2 },
      { name: '-2' },
      { name: '@SUM(A1)' },
      { name: 'Plain' },
    ];
    await invoke(records.createMany, { collectionId, records: rows }, actors.basic.call());
  });
  afterAll(async () => {
    await world.end();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('writes every record, with cells a spreadsheet cannot run', async () => {
    const file = await invoke(exports.download, { collectionId }, actors.basic.call());
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect((await file.text()).split('\r\n')).toEqual([
      'Name,Balance,Teacher,Level',
      `"'=HYPERLINK(""http://evil"")",-5.5,basic member,"'=High, ""quoted"""`,
      "'+1,2,,",
      "'-2,,,",
      "'@SUM(A1),,,",
      'Plain,,,',
      '',
    ]);
  });

  it('follows the view: filters, order and fields', async () => {
    const view = {
      collectionId,
      filters: [{ field: 'balance', op: 'is_not_empty' as const }],
      sorts: [{ field: 'balance', direction: 'desc' as const }],
      fields: ['balance'],
    };
    const file = await invoke(exports.download, view, actors.basic.call());
    expect(await file.text()).toBe('Balance\r\n2\r\n-5.5\r\n');
  });

  it('is the same in a workbook and as JSON, with its types', async () => {
    const view = { collectionId, fields: ['name', 'balance', 'teacher', 'level'] };
    const call = () => actors.basic.call();
    const workbook = await invoke(exports.download, { ...view, format: 'xlsx' }, call());
    expect(workbook.name).toBe('학생 명부.xlsx');
    const rows: unknown[][] = [];
    for await (const { cells } of sheetRows(await openWorkbook(workbook), '학생 명부')) {
      rows.push(cells);
    }
    const evil = ['=HYPERLINK("http://evil")', -5.5, 'basic member', '=High, "quoted"'];
    expect(rows.slice(0, 3)).toEqual([['Name', 'Balance', 'Teacher', 'Level'], evil, ['+1', 2]]);
    const json = await invoke(exports.download, { ...view, format: 'json' }, call());
    const objects: Record<string, unknown>[] = JSON.parse(await json.text());
    expect(Object.values(objects[0] ?? {})).toEqual(evil);
    expect(objects[2]).toEqual({ Name: '-2', Balance: null, Teacher: null, Level: null });
    const none = { filters: [{ field: 'balance', op: 'gt' as const, value: 1e9 }] };
    const empty = await invoke(exports.download, { ...view, ...none, format: 'json' }, call());
    expect(JSON.parse(await empty.text())).toEqual([]);
  });

  it('says where a formula could not be worked out, as the grid does; programs get nothing', async () => {
    const { id } = await mintCollection(actors.admin, 'Shares', [
      { name: 'People', type: 'number' },
      { name: 'Each', type: 'formula', options: { formula: '12 / {People}' } },
    ]);
    const rows = [{ people: 0 }, { people: 4 }];
    await invoke(records.createMany, { collectionId: id, records: rows }, actors.admin.call());
    const taken = (format: 'csv' | 'xlsx' | 'json') =>
      invoke(exports.download, { collectionId: id, format }, actors.basic.call());
    expect(await (await taken('csv')).text()).toBe('People,Each\r\n0,#error\r\n4,3\r\n');
    const cells: unknown[][] = [];
    const workbook = await openWorkbook(await taken('xlsx'));
    for await (const row of sheetRows(workbook, 'Shares')) cells.push(row.cells);
    expect(cells.slice(1)).toEqual([
      [0, '#error'],
      [4, 3],
    ]);
    expect(JSON.parse(await (await taken('json')).text())).toEqual([
      { People: 0, Each: null },
      { People: 4, Each: 3 },
    ]);
  });

  it('is saved under its Korean name and never shown as a page', async () => {
    const headers = new Headers({
      host: actors.tenant.host,
      cookie: `${sessionCookie()}=${actors.basic.token}`,
    });
    const url = `http://${actors.tenant.host}/api/v1/collections/${collectionId}/export?sorts[0][field]=name`;
    const response = await handleRest(new Request(url, { headers }), '127.0.0.1');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="__ __.csv"; filename*=utf-8''${encodeURIComponent('학생 명부.csv')}`,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect((await response.text()).split('\r\n')).toHaveLength(7);
  });

  it('is for members who may export, of this tenant, while the module is on', async () => {
    const { guest, stranger, admin } = actors;
    const call = (who: typeof guest) => invoke(exports.download, { collectionId }, who.call());
    await expect(call(guest)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(call(stranger)).rejects.toMatchObject({ code: 'not_found' });
    await turnOff(actors.tenant);
    await expect(call(admin)).rejects.toMatchObject({ code: 'not_found' });
  });
});
