import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { setFileStore } from '@/lib/files/file-store';
import { LocalFolder } from '@/lib/files/local-folder';
import { collectionProcedures as collections } from '../collections/procedures';
import { fileProcedures as files } from '../files/procedures';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import { importing } from '../testing/importing';
import { importProcedures as imports } from './procedures';

let world: World;
let actors: Actors;
let dataDir: string;
let { upload, draftOf, work, run, listOf } = {} as ReturnType<typeof importing>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rowhouse-files-'));
  setFileStore(new LocalFolder(dataDir));
  world = await openWorld();
  actors = await mintActors(world);
  ({ upload, draftOf, work, run, listOf } = importing(actors));
});
afterAll(async () => {
  await world.end();
  await rm(dataDir, { recursive: true, force: true });
});

describe('importing a file', () => {
  it('tells numbers with a long fraction from long codes', async () => {
    const rows = '0.016666666666666666,1234567890123456\n-23.983333333333334,9999999999999999';
    const { types } = await draftOf(`Time,Card\n${rows}`);
    expect(types).toEqual(['number', 'text']);
  });

  it('makes a collection with typed fields out of a CSV file', async () => {
    const lines = ['Name,Age,Joined,Member,Level,Code'];
    for (let i = 0; i < 60; i++) {
      lines.push(
        `Person ${i},${20 + i},2024-01-${String((i % 28) + 1).padStart(2, '0')},${i % 2 ? 'yes' : 'no'},${i % 3 ? 'Low' : 'High'},00${i}`,
      );
    }
    const draft = await draftOf(lines.join('\n'));
    expect(draft.types).toEqual(['text', 'number', 'date', 'boolean', 'select', 'text']);
    const checked = await invoke(imports.check, { importId: draft.import.id }, actors.admin.call());
    expect(checked).toMatchObject({ rowsTotal: 60, rowsFailed: 0, errors: [] });
    const done = await run(draft.import.id);
    expect(done).toMatchObject({ state: 'done', rowsDone: 60, rowsFailed: 0, rowsTotal: 60 });
    const { records: found, total } = await listOf(done.collectionId ?? '', {
      filters: [{ field: 'level', op: 'equals', value: 'High' }],
      sorts: [{ field: 'age', direction: 'desc' }],
    });
    expect(total).toBe(20);
    expect(found[0]?.data).toMatchObject({
      name: 'Person 57',
      age: 77,
      member: true,
      code: '0057',
    });
  });

  it('maps columns to the fields of their names and reports each wrong row', async () => {
    const { id: collectionId } = await mintCollection(actors.admin, 'Target', [
      { name: 'Full name', type: 'text', required: true },
      { name: 'Score', type: 'number', options: { max: 10 } },
    ]);
    const csv = 'full_name,SCORE,Extra\nAda,7,x\n,5,x\nBob,11,x\nCy,many,x\nDi,"1,0",x\n';
    const draft = await draftOf(csv, { collectionId });
    expect(draft.import.columns.map(({ target }) => target.kind)).toEqual([
      'field',
      'field',
      'new',
    ]);
    const columns = draft.import.columns.map((column) =>
      column.name === 'Extra' ? { ...column, target: { kind: 'skip' as const } } : column,
    );
    const importId = draft.import.id;
    await invoke(imports.update, { importId, columns }, actors.admin.call());
    const checked = await invoke(imports.check, { importId }, actors.admin.call());
    expect(checked).toMatchObject({ rowsTotal: 5, rowsFailed: 4 });
    expect(checked.errors).toEqual([
      { row: 3, field: 'Full name', message: 'Full name must not be empty.' },
      { row: 4, field: 'Score', message: 'Score must be at most 10.' },
      { row: 5, field: 'Score', message: 'Score is not a number.' },
      { row: 6, field: 'Score', message: 'Score is not a number.' },
    ]);
    expect((await listOf(collectionId)).total).toBe(0);
    const file = await invoke(imports.failures, { importId }, actors.admin.call());
    expect((await file.text()).split('\r\n')).toEqual([
      'full_name,SCORE,Extra,Why it was not imported',
      ',5,x,Full name must not be empty.',
      'Bob,11,x,Score must be at most 10.',
      'Cy,many,x,Score is not a number.',
      'Di,"1,0",x,Score is not a number.',
      '',
    ]);
    expect(await run(importId)).toMatchObject({ state: 'done', rowsDone: 1, rowsFailed: 4 });
    expect((await listOf(collectionId)).total).toBe(1);
  });

  it('runs once however often it is asked, and goes on where it stopped', async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `r${i},${i}`);
    const draft = await draftOf(`Name,N\n${rows.join('\n')}`);
    const importId = draft.import.id;
    await invoke(imports.start, { importId }, actors.admin.call());
    await expect(invoke(imports.start, { importId }, actors.admin.call())).rejects.toMatchObject({
      code: 'precondition',
    });
    await world.rowsOf(
      actors.tenant,
      `create function stop_third() returns trigger language plpgsql as $$
       begin if new.rows_done > 3000 then raise exception 'stop' using errcode = '57014'; end if; return new; end $$`,
    );
    await world.rowsOf(
      actors.tenant,
      'create trigger stop_third before update on imports for each row execute function stop_third()',
    );
    await expect(work(importId)).rejects.toThrow();
    const stopped = await invoke(imports.get, { importId }, actors.admin.call());
    expect(stopped).toMatchObject({ state: 'running', rowsDone: 2_000 });
    await world.rowsOf(actors.tenant, 'drop trigger stop_third on imports');
    await Promise.all([work(importId), work(importId)]);
    await work(importId);
    const done = await invoke(imports.get, { importId }, actors.admin.call());
    expect(done).toMatchObject({ state: 'done', rowsDone: 5_000, rowsTotal: 5_000 });
    const { total } = await listOf(done.collectionId ?? '');
    expect(total).toBe(5_000);
    await invoke(imports.revert, { importId }, actors.admin.call());
    await work(importId, 'imports.takeBack');
    const back = await invoke(imports.get, { importId }, actors.admin.call());
    expect(back).toMatchObject({ state: 'reverted', revert: { removed: 5_000, left: 0 } });
    expect((await listOf(done.collectionId ?? '')).total).toBe(0);
  });

  it('stops when cancelled', async () => {
    const draft = await draftOf('Name\na\nb');
    const importId = draft.import.id;
    await invoke(imports.start, { importId }, actors.admin.call());
    await invoke(imports.cancel, { importId }, actors.admin.call());
    await work(importId);
    const after = await invoke(imports.get, { importId }, actors.admin.call());
    expect(after).toMatchObject({ state: 'cancelled', rowsDone: 0 });
  });

  it('refuses what is no table, and what is too large', async () => {
    const refused = async (content: string | Uint8Array<ArrayBuffer>) =>
      await upload(content).then(
        () => 'ok',
        (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
      );
    expect(await refused(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toMatch(/^invalid: .*damaged/);
    expect(await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toMatch(/^invalid: .*Excel/);
    expect(await refused('%PDF-1.7')).toMatch(/^invalid: .*PDF/);
    expect(await refused('')).toMatch(/^invalid: .*empty/);
    expect(await refused('{"a":1}')).toMatch(/^invalid: .*list of objects/);
    expect(await refused(new Uint8Array(10 * 1024 * 1024 + 1).fill(65))).toMatch(/^limit/);
  });

  it('keeps files and imports to their tenant', async () => {
    const draft = await draftOf('Name\na');
    const { stranger, guest } = actors;
    const importId = draft.import.id;
    for (const procedure of [
      imports.get,
      imports.preview,
      imports.check,
      imports.start,
      imports.cancel,
      imports.revert,
      imports.failures,
    ] as never[]) {
      const call = (who: { call(): unknown }) =>
        invoke(procedure, { importId } as never, who.call() as never);
      await expect(call(stranger)).rejects.toMatchObject({ code: 'not_found' });
      await expect(call(guest)).rejects.toMatchObject({ code: 'forbidden' });
    }
    const fileId = draft.import.file.id;
    await expect(invoke(files.download, { fileId }, stranger.call())).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      invoke(imports.create, { fileId, collectionName: 'x' }, stranger.call()),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      invoke(imports.run, { importId } as never, actors.admin.call()),
    ).rejects.toMatchObject({ code: 'not_found' });
    const back = await invoke(files.download, { fileId }, actors.admin.call());
    expect([back.name, back.type, await back.text()]).toEqual([
      'people.csv',
      'text/csv',
      'Name\na',
    ]);
  });
});

describe('files as they are in the world', () => {
  const data = (name: string) =>
    readFileSync(join(process.cwd(), 'node_modules/vega-datasets/data', name));

  it.each([
    ['airports.csv', 3_376],
    ['zipcodes.csv', 42_049],
    ['movies.json', 3_201],
  ])(
    'imports %s whole',
    async (name, rows) => {
      const { id: fileId } = await upload(new Uint8Array(data(name)), name);
      const draft = await invoke(
        imports.create,
        { fileId, collectionName: name },
        actors.admin.call(),
      );
      const done = await run(draft.import.id);
      expect(done).toMatchObject({ state: 'done', rowsFailed: 0, rowsDone: rows });
      expect((await listOf(done.collectionId ?? '')).total).toBe(rows);
      const { fields } = await invoke(
        collections.get,
        { collectionId: done.collectionId ?? '' },
        actors.admin.call(),
      );
      if (name === 'zipcodes.csv') {
        expect(fields.find(({ key }) => key === 'zip_code')?.type).toBe('text');
        const found = await listOf(done.collectionId ?? '', {
          filters: [{ field: 'zip_code', op: 'equals', value: '00501' }],
        });
        expect(found.total).toBe(1);
      }
    },
    60_000,
  );

  it('reads semicolons, a byte order mark, quoted line ends and Korean headers', async () => {
    const draft = await draftOf(
      '\uFEFF이름;나이;메모\r\n김민;20;"한 줄\n두 줄; ""인용"""\r\n이서;21;\r\n',
    );
    expect(draft.import.format).toMatchObject({ delimiter: ';', encoding: 'utf-8', header: true });
    const done = await run(draft.import.id);
    const { records: found } = await listOf(done.collectionId ?? '', {
      sorts: [{ field: '나이' }],
    });
    expect(found.map(({ data: one }) => one)).toEqual([
      { 이름: '김민', 나이: 20, 메모: '한 줄\n두 줄; "인용"' },
      { 이름: '이서', 나이: 21, 메모: null },
    ]);
  });

  it('reads CP949 and UTF-16', async () => {
    const korean = new Uint8Array([
      0xc0, 0xcc, 0xb8, 0xa7, 0x0a, 0x8c, 0x63, 0xb9, 0xe6, 0xb0, 0xa2, 0xc7, 0xcf, 0x0a, 0xc6,
      0x52, 0xa2, 0xe6, 0x0a,
    ]);
    const cp949 = await draftOf(korean);
    expect(cp949.import.format.encoding).toBe('euc-kr');
    expect(cp949.import.columns[0]?.name).toBe('이름');
    expect(cp949.sample[0]?.cells[0]).toBe('똠방각하');
    expect(cp949.sample[1]?.cells[0]).toBe('힣€');
    const wide = new Uint8Array(Buffer.from('\uFEFF이름\tN\n김\t1\n', 'utf16le'));
    const utf16 = await draftOf(wide);
    expect(utf16.import.format).toMatchObject({ encoding: 'utf-16le', delimiter: '\t' });
    expect(utf16.sample[0]?.cells).toEqual(['김', '1']);
  });

  it('passes over one broken row in ten megabytes', async () => {
    const rows = Array.from({ length: 150_000 }, (_, i) => `"Name ${i}",${i},${'x'.repeat(40)}`);
    rows[70_000] = '"never closed,1,oops';
    const csv = `Name,N,Filler\n${rows.join('\n')}`;
    expect(csv.length).toBeGreaterThan(9_000_000);
    const draft = await draftOf(csv);
    const importId = draft.import.id;
    const begun = await invoke(imports.check, { importId }, actors.admin.call());
    expect(begun).toMatchObject({ state: 'checking', checkedAt: null });
    await work(importId, 'imports.examine');
    const checked = await invoke(imports.get, { importId }, actors.admin.call());
    expect(checked).toMatchObject({ state: 'draft', rowsTotal: 150_000, rowsFailed: 1 });
    expect(checked.checkedAt).not.toBeNull();
    expect(checked.errors).toEqual([
      { row: 70_002, field: null, message: 'The row has text after a closing quote.' },
    ]);
  }, 60_000);
});
