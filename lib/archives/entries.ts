import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ByteReader } from './byte-reader';
import { SignedManifest } from './manifest';
import { damaged } from './sealing';

/*
 * The inside of an archive: parts of one type byte, four bytes of length and a payload. An entry is
 * an opening, its data in any number of parts, and a closing with what the data must sum up to.
 */

const part = { opening: 1, data: 2, closing: 3, manifest: 4 } as const;
const mostPartBytes = 1024 * 1024;
const mostManifestBytes = 256 * 1024 * 1024;

const Opening = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('table'), name: z.string(), columns: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('file'), id: z.uuid() }),
]);
export type Opening = z.output<typeof Opening>;

const Closing = z.strictObject({ sizeBytes: z.number().int(), digest: z.string() });
export type Closing = z.output<typeof Closing>;

/** An entry while an archive is read. Its data must be read to the end before the next entry. */
export interface Entry {
  opening: Opening;
  data: AsyncIterable<Buffer>;
  /** What was read, once the data has ended. */
  closing(): Closing;
}

/** One entry's bytes; answers its size and SHA-256. */
export async function* writeEntry(
  opening: Opening,
  data: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer, Closing> {
  yield partOf(part.opening, JSON.stringify(opening));
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of data) {
    for (let at = 0; at < chunk.length; at += mostPartBytes) {
      const piece = chunk.subarray(at, at + mostPartBytes);
      hash.update(piece);
      sizeBytes += piece.length;
      yield partOf(part.data, piece);
    }
  }
  const closing = { sizeBytes, digest: hash.digest('hex') };
  yield partOf(part.closing, JSON.stringify(closing));
  return closing;
}

export const writeManifest = (signed: SignedManifest): Buffer =>
  partOf(part.manifest, JSON.stringify(signed));

/** Entries in their order, then the manifest. Throws `precondition` where the parts make no sense. */
export async function* readEntries(
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Entry, SignedManifest> {
  const reader = new ByteReader(plain);
  try {
    for (;;) {
      const { type, payload } = await readPart(reader);
      if (type === part.manifest) {
        if ((await reader.take(1)).length > 0) throw damaged('something follows its manifest');
        return SignedManifest.parse(json(payload));
      }
      if (type !== part.opening) throw damaged('its parts are out of order');
      const entry = entryOf(Opening.parse(json(payload)), reader);
      yield entry;
      entry.closing();
    }
  } finally {
    await reader.close();
  }
}

function entryOf(opening: Opening, reader: ByteReader): Entry {
  let closing: Closing | undefined;
  async function* read() {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    for (;;) {
      const { type, payload } = await readPart(reader);
      if (type === part.data) {
        hash.update(payload);
        sizeBytes += payload.length;
        yield payload;
        continue;
      }
      if (type !== part.closing) throw damaged('its parts are out of order');
      const said = Closing.parse(json(payload));
      if (said.sizeBytes !== sizeBytes || said.digest !== hash.digest('hex')) {
        throw damaged('an entry is not what it was');
      }
      closing = said;
      return;
    }
  }
  return {
    opening,
    data: read(),
    closing: () => {
      if (!closing) throw new Error('The data of an entry was not read to its end.');
      return closing;
    },
  };
}

async function readPart(reader: ByteReader) {
  const prefix = await reader.take(5);
  if (prefix.length < 5) throw damaged('its end is missing');
  const type = prefix.readUInt8(0);
  const length = prefix.readUInt32BE(1);
  const most = type === part.manifest ? mostManifestBytes : mostPartBytes;
  if (length > most) throw damaged('its parts are out of order');
  const payload = await reader.take(length);
  if (payload.length < length) throw damaged('its end is missing');
  return { type, payload };
}

function partOf(type: number, payload: string | Uint8Array): Buffer {
  const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
  const prefix = Buffer.alloc(5);
  prefix.writeUInt8(type, 0);
  prefix.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([prefix, bytes]);
}

const json = (payload: Buffer): unknown => {
  try {
    return JSON.parse(payload.toString('utf8'));
  } catch {
    throw damaged('its parts make no sense');
  }
};
