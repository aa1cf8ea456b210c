import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { setFileStore } from '@/lib/files/file-store';
import { LocalFolder } from '@/lib/files/local-folder';
import { rawWorkbook } from '../spreadsheets/testing';
import { type Actors, mintActors } from '../testing/actors';
import { importing } from '../testing/importing';
import { importProcedures as imports } from './procedures';

let world: World;
let actors: Actors;
let dataDir: string;
let { draftOf, run, listOf } = {} as ReturnType<typeof importing>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rowhouse-files-'));
  setFileStore(new LocalFolder(dataDir));
  world = await openWorld();
  actors = await mintActors(world);
  ({ draftOf, run, listOf } = importing(actors));
});
afterAll(async () => {
  await world.end();
  await rm(dataDir, { recursive: true, force: true });
});

describe('importing a workbook', () => {
  it('reads the sheet that is chosen, and refuses cells that are errors', async () => {
    const workbook = await rawWorkbook({
      sheets: {
        Empty: '',
        People: `<row r="1"><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>Born</t></is></c><c t="inlineStr"><is><t>Score</t></is></c></row>
          <row r="2"><c t="inlineStr"><is><t>김민</t></is></c><c s="1"><v>36526</v></c><c><f>A1/2</f><v>1.5</v></c></row>
          <row r="4"><c t="inlineStr"><is><t>Ada</t></is></c><c s="1"><v>36527</v></c><c t="e"><v>#DIV/0!</v></c></row>`,
        Codes: '<row><c t="inlineStr"><is><t>x1</t></is></c></row>',
      },
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
    });
    const draft = await draftOf(new Uint8Array(await workbook.arrayBuffer()));
    expect(draft.sheets).toEqual(['Empty', 'People', 'Codes']);
    expect(draft.import.format).toMatchObject({ kind: 'xlsx', sheet: 'People', header: true });
    expect(draft.types).toEqual(['text', 'date', 'text']);
    const importId = draft.import.id;
    const columns = draft.import.columns.with(2, {
      name: 'Score',
      target: { kind: 'new' as const, name: 'Score', type: 'number' as const },
    });
    await invoke(imports.update, { importId, columns }, actors.admin.call());
    const done = await run(importId);
    expect(done).toMatchObject({ state: 'done', rowsDone: 1, rowsFailed: 1 });
    expect(done.errors).toEqual([
      { row: 4, field: 'Score', message: 'Score is the error #DIV/0!.' },
    ]);
    const { records: found } = await listOf(done.collectionId ?? '');
    expect(found.map(({ data }) => data)).toEqual([
      { name: '김민', born: '2000-01-01', score: 1.5 },
    ]);
  });

  it('reads another sheet when asked to, and only sheets that are there', async () => {
    const cell = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const workbook = await rawWorkbook({ sheets: { A: cell('a'), B: cell('b') } });
    const { import: draft } = await draftOf(new Uint8Array(await workbook.arrayBuffer()));
    const change = (format: typeof draft.format) =>
      invoke(imports.update, { importId: draft.id, format }, actors.admin.call());
    const other = await change({ ...draft.format, sheet: 'B', header: false });
    expect(other.sample[0]?.cells).toEqual(['b']);
    await expect(change({ ...draft.format, sheet: 'C' })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('C'),
    });
    await expect(change({ ...draft.format, kind: 'csv' })).rejects.toMatchObject({
      code: 'invalid',
      fields: { 'format.kind': expect.any(String) },
    });
  });
});
