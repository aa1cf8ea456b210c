import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LocalFolder } from './local-folder';
import { sniffTable } from './sniff';

const place = {
  tenantId: '019ab000-0000-7000-8000-000000000001',
  fileId: '019ab000-0000-7000-8000-000000000002',
};

describe('LocalFolder', () => {
  let root: string;
  let store: LocalFolder;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'rowhouse-store-'));
    store = new LocalFolder(root);
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  async function* bytes(...texts: string[]) {
    for (const text of texts) yield new TextEncoder().encode(text);
  }

  it('keeps bytes under their tenant, and forgets them', async () => {
    const stored = await store.write(place, bytes('a', 'b'), { maxBytes: 10 });
    expect(stored).toEqual({
      sizeBytes: 2,
      digest: 'fb8e20fc2e4c3f248c60c39bd652f3c1347298bb977b8b4d5903b85055620603',
    });
    expect(await readdir(join(root, 'tenants', place.tenantId))).toEqual([place.fileId]);
    expect(await (await store.blob(place, 'text/csv')).text()).toBe('ab');
    await store.remove(place);
    await expect(store.read(place)).rejects.toMatchObject({ code: 'not_found' });
    await store.remove(place);
  });

  it('leaves nothing of a file that is too large or breaks off', async () => {
    await expect(store.write(place, bytes('abc', 'def'), { maxBytes: 4 })).rejects.toMatchObject({
      code: 'limit',
    });
    async function* broken() {
      yield new TextEncoder().encode('a');
      throw new Error('gone');
    }
    await expect(store.write(place, broken(), { maxBytes: 4 })).rejects.toThrow('gone');
    expect(await readdir(join(root, 'tenants', place.tenantId))).toEqual([]);
  });

  it('makes no path out of anything but ids', async () => {
    for (const fileId of ['../../secret', '', 'a/b', `${place.fileId}/..`]) {
      await expect(store.read({ ...place, fileId })).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('writes scratch files outside of memory', async () => {
    const blob = await store.scratch('text/csv', bytes('x', 'y'));
    expect([blob.type, await blob.text()]).toEqual(['text/csv', 'xy']);
  });
});

describe('sniffTable', () => {
  it.each([
    ['a,b\n1,2', { kind: 'text/csv' }],
    ['\uFEFF [{"a":1}]', { kind: 'application/json' }],
    ['MZ,is a name', { kind: 'text/csv' }],
    ['<svg onload="x">', { kind: 'text/csv' }],
    ['\u0000\u0001', { refused: 'not a text file' }],
    ['GIF89a...', { refused: 'a picture' }],
  ])('%j', (text, expected) => {
    expect(sniffTable(new TextEncoder().encode(text))).toEqual(expected);
  });

  it('knows UTF-16 by its marks and by its zeros', () => {
    const wide = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
    expect(sniffTable(wide('\uFEFFa,b'))).toEqual({ kind: 'text/csv' });
    expect(sniffTable(wide('name,age\n'))).toEqual({ kind: 'text/csv' });
  });
});
