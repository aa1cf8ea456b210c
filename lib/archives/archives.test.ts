import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Opening, readEntries, writeEntry, writeManifest } from './entries';
import { archiveKey } from './keys';
import { type Manifest, signManifest, verifyManifest } from './manifest';
import { type ArchiveHeader, seal, unseal } from './sealing';

const tenantId = '019ab000-0000-7000-8000-000000000001';
const header: ArchiveHeader = {
  format: 1,
  archiveId: '019ab000-0000-7000-8000-000000000002',
  tenantId,
  keyId: '019ab000-0000-7000-8000-000000000003',
  content: 'backup',
};
const key = archiveKey({ id: header.keyId, salt: '11'.repeat(32) }, tenantId, header.archiveId);

async function* chunks(bytes: Buffer, size = 7_001) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(source: AsyncIterable<Uint8Array>) {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

const open = (sealed: Buffer, withKey = key) => all(unseal(chunks(sealed), async () => withKey));
const refused = { code: 'precondition' };

describe('a sealed archive', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 262_144, 300_001])('holds %i bytes', async (size) => {
    const plain = randomBytes(size);
    const sealed = await all(seal(header, key, chunks(plain)));
    expect((await open(sealed)).equals(plain)).toBe(true);
    if (size > 1000) expect(sealed.includes(plain.subarray(100, 132))).toBe(false);
  });

  it('does not open with any one bit changed', async () => {
    const sealed = await all(seal(header, key, chunks(randomBytes(70_000))));
    const places = [0, 9, 40, 200, 300, 5_000, 65_800, sealed.length - 1];
    for (const place of places) {
      const altered = Buffer.from(sealed);
      altered[place] = (altered[place] ?? 0) ^ 1;
      await expect(open(altered), `byte ${place}`).rejects.toMatchObject(refused);
    }
  });

  it('does not open cut off, lengthened, reordered or under another key', async () => {
    const sealed = await all(seal(header, key, chunks(randomBytes(200_000))));
    const start = 12 + sealed.readUInt32BE(8);
    const frame = 4 + 65_536 + 16;
    const [first, second] = [start, start + frame];
    const swapped = Buffer.concat([
      sealed.subarray(0, first),
      sealed.subarray(second, second + frame),
      sealed.subarray(first, second),
      sealed.subarray(second + frame),
    ]);
    const cases = {
      'cut in a frame': sealed.subarray(0, second + 100),
      'cut after a frame': sealed.subarray(0, second),
      'cut in the header': sealed.subarray(0, 20),
      empty: Buffer.alloc(0),
      longer: Buffer.concat([sealed, Buffer.from('x')]),
      reordered: swapped,
      'first frame gone': Buffer.concat([sealed.subarray(0, first), sealed.subarray(second)]),
    };
    for (const [name, bytes] of Object.entries(cases)) {
      await expect(open(bytes), name).rejects.toMatchObject(refused);
    }
    await expect(open(sealed, randomBytes(32))).rejects.toMatchObject(refused);
  });
});

describe('entries', () => {
  const table: Opening = { kind: 'table', name: 'records', columns: ['id', 'data'] };
  const manifest: Manifest = {
    format: 1,
    archiveId: header.archiveId,
    tenantId,
    takenAt: new Date(0).toISOString(),
    snapshot: '1:1:',
    tables: [],
    files: [],
    missingFiles: [],
  };
  const made = async () => {
    const bytes = randomBytes(3_000_000);
    async function* content() {
      yield* writeEntry(table, chunks(bytes, 2_000_000));
      yield writeManifest(signManifest(manifest));
    }
    return { bytes, packed: await all(content()) };
  };

  it('come back in order with the manifest that was signed', async () => {
    const { bytes, packed } = await made();
    const entries = readEntries(chunks(packed));
    const first = await entries.next();
    if (first.done) throw new Error('no entry');
    expect(first.value.opening).toEqual(table);
    expect((await all(first.value.data)).equals(bytes)).toBe(true);
    expect(first.value.closing().sizeBytes).toBe(bytes.length);
    const last = await entries.next();
    expect(last.done && verifyManifest(last.value, header)).toEqual(manifest);
  });

  it('are refused when altered inside, and manifests of others too', async () => {
    const { packed } = await made();
    packed[2_000] = (packed[2_000] ?? 0) ^ 1;
    const entry = (await readEntries(chunks(packed)).next()).value as {
      data: AsyncIterable<Buffer>;
    };
    await expect(all(entry.data)).rejects.toMatchObject(refused);
    const signed = signManifest(manifest);
    const other = { ...header, tenantId: header.archiveId };
    expect(() => verifyManifest(signed, other)).toThrow('belongs to another');
    const forged = { ...signed, manifest: signed.manifest.replace('1:1:', '1:2:') };
    expect(() => verifyManifest(forged, header)).toThrow('signature');
  });
});
