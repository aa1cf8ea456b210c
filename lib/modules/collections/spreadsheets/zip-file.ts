import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { AppError } from '@/lib/errors';

/** One file inside a zip. */
export interface ZipPart {
  name: string;
  method: number;
  encrypted: boolean;
  packedBytes: number;
  sizeBytes: number;
  /** Where its own header begins. */
  at: number;
}

/** What a file that cannot be read as a workbook answers. */
export const unreadable = (message: string) =>
  new AppError('invalid', message, { fields: { file: message } });

const damaged = () => unreadable('This workbook is damaged. Open it, save it again and try again.');

const maxParts = 5_000;
const endBytes = 22;
const wideEndBytes = 56;
const full16 = 0xffff;
const full32 = 0xffffffff;

/** The files of a zip by name, from its directory. Throws `invalid` for a damaged one. */
export async function listParts(zip: Blob): Promise<Map<string, ZipPart>> {
  const { count, at, size } = await findDirectory(zip);
  if (count > maxParts) throw unreadable('This workbook has too many parts.');
  if (at + size > zip.size) throw damaged();
  const directory = await bytesAt(zip, at, size);
  const parts = new Map<string, ZipPart>();
  for (let from = 0, n = 0; n < count; n++) {
    if (from + 46 > directory.length || directory.readUInt32LE(from) !== 0x02014b50) {
      throw damaged();
    }
    const { part, next } = partAt(directory, from);
    parts.set(part.name, part);
    from = next;
  }
  return parts;
}

async function findDirectory(zip: Blob) {
  const from = Math.max(0, zip.size - endBytes - full16);
  const tail = await bytesAt(zip, from, zip.size - from);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + endBytes > tail.length) throw damaged();
  const found = {
    count: tail.readUInt16LE(end + 10),
    size: tail.readUInt32LE(end + 12),
    at: tail.readUInt32LE(end + 16),
  };
  const wide = found.count === full16 || found.size === full32 || found.at === full32;
  return wide ? await findWideDirectory(zip, tail, end) : found;
}

async function findWideDirectory(zip: Blob, tail: Buffer, end: number) {
  const locator = end - 20;
  if (locator < 0 || tail.readUInt32LE(locator) !== 0x07064b50) throw damaged();
  const record = await bytesAt(zip, Number(tail.readBigUInt64LE(locator + 8)), wideEndBytes);
  if (record.length < wideEndBytes || record.readUInt32LE(0) !== 0x06064b50) throw damaged();
  return {
    count: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    at: Number(record.readBigUInt64LE(48)),
  };
}

function partAt(directory: Buffer, from: number): { part: ZipPart; next: number } {
  const nameEnd = from + 46 + directory.readUInt16LE(from + 28);
  const extraEnd = nameEnd + directory.readUInt16LE(from + 30);
  const next = extraEnd + directory.readUInt16LE(from + 32);
  if (next > directory.length) throw damaged();
  const wide = wideFields(directory.subarray(nameEnd, extraEnd));
  const sized = (at: number) => {
    const value = directory.readUInt32LE(from + at);
    return value === full32 ? (wide.shift() ?? value) : value;
  };
  const sizeBytes = sized(24);
  const packedBytes = sized(20);
  const part = {
    name: directory.toString('utf8', from + 46, nameEnd).replace(/^\//, ''),
    method: directory.readUInt16LE(from + 10),
    encrypted: (directory.readUInt16LE(from + 8) & 1) === 1,
    packedBytes,
    sizeBytes,
    at: sized(42),
  };
  return { part, next };
}

/** Sizes and place of a part in the 64-bit form, in the order in which they are left out. */
function wideFields(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      const count = Math.floor(Math.min(length, extra.length - at - 4) / 8);
      return Array.from({ length: count }, (_, n) => Number(extra.readBigUInt64LE(at + 4 + n * 8)));
    }
    at += 4 + length;
  }
  return [];
}

/**
 * A part's bytes, unpacked piece by piece. Throws `invalid` for a part that claims more than
 * `maxBytes`, or holds more than it claims, so that a small file cannot become an endless one.
 */
export async function* readPart(
  zip: Blob,
  part: ZipPart,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  refuseOversize(part.sizeBytes, maxBytes);
  if (part.encrypted) throw unreadable('This workbook has a password. Save it without one.');
  const head = await bytesAt(zip, part.at, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw damaged();
  const from = part.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = zip.slice(from, from + part.packedBytes);
  let read = 0;
  try {
    for await (const chunk of unpacked(packed, part.method)) {
      read += chunk.length;
      if (read > part.sizeBytes) throw damaged();
      yield chunk;
    }
  } catch (error) {
    throw /^Z_/.test((error as { code?: string }).code ?? '') ? damaged() : error;
  }
  if (read !== part.sizeBytes) throw damaged();
}

function unpacked(packed: Blob, method: number): AsyncIterable<Uint8Array> {
  // The two declarations of a web stream, of the browser's and of Node's library, are the same thing.
  const source = Readable.fromWeb(packed.stream() as never);
  if (method === 0) return source;
  if (method !== 8) throw unreadable('This workbook is packed in a way that cannot be read.');
  return pipeline(source, createInflateRaw({ chunkSize: 64 * 1024 }), () => undefined);
}

function refuseOversize(bytes: number, maxBytes: number) {
  if (bytes > maxBytes) {
    const mega = Math.floor(maxBytes / 1024 / 1024);
    throw unreadable(`This workbook unpacks to more than ${mega} MB. Split it, or save it as CSV.`);
  }
}

const bytesAt = async (zip: Blob, at: number, length: number) =>
  Buffer.from(await zip.slice(at, at + length).arrayBuffer());
