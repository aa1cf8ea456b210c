import { once } from 'node:events';
import { createDeflateRaw } from 'node:zlib';
import { AppError } from '../errors';
import { crc32 } from './crc32';

/** One file of a zip, read when its turn comes. */
export interface ZipEntry {
  /** Path inside, with forward slashes. */
  name: string;
  data: AsyncIterable<Uint8Array | string>;
}

interface Written {
  name: Buffer;
  crc: number;
  packed: bigint;
  size: bigint;
  offset: bigint;
}

const version = 45;
// Sizes follow the data, names are UTF-8.
const flags = 0x0808;
const deflated = 8;
const full32 = 0xffffffff;
const full16 = 0xffff;

/** Spreadsheets do not open the 64-bit form, whatever the size. */
type Form = 'wide' | 'classic';

/**
 * A zip of entries as they come, in the 64-bit form unless told otherwise; nothing is held but their
 * names. Throws `limit` for what the classic form cannot hold, 4 GB.
 */
export async function* zip(
  entries: AsyncIterable<ZipEntry>,
  form: Form = 'wide',
): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0n;
  for await (const { name, data } of entries) {
    const entry: Written = { name: Buffer.from(name), crc: 0, packed: 0n, size: 0n, offset };
    for await (const chunk of entryBytes(entry, data, form)) {
      offset += BigInt(chunk.length);
      yield chunk;
    }
    written.push(entry);
  }
  const start = offset;
  for (const entry of written) {
    const record = form === 'wide' ? directoryRecord(entry) : classicRecord(entry);
    offset += BigInt(record.length);
    yield record;
  }
  const count = BigInt(written.length);
  const directory = { start, size: offset - start };
  yield form === 'wide' ? ending(count, directory) : classicEnding(count, directory);
}

async function* entryBytes(
  entry: Written,
  data: ZipEntry['data'],
  form: Form,
): AsyncGenerator<Buffer> {
  yield form === 'wide' ? localHeader(entry.name) : classicHeader(entry.name);
  const deflate = createDeflateRaw({ level: 6 });
  const feeding = feed(entry, data, deflate).catch((error: Error) => deflate.destroy(error));
  for await (const chunk of deflate) {
    entry.packed += BigInt(chunk.length);
    yield chunk as Buffer;
  }
  await feeding;
  yield form === 'wide' ? wideSizes(entry) : classicSizes(entry);
}

function wideSizes(entry: Written): Buffer {
  const after = Buffer.alloc(24);
  after.writeUInt32LE(0x08074b50, 0);
  after.writeUInt32LE(entry.crc, 4);
  after.writeBigUInt64LE(entry.packed, 8);
  after.writeBigUInt64LE(entry.size, 16);
  return after;
}

async function feed(
  entry: Written,
  data: ZipEntry['data'],
  deflate: ReturnType<typeof createDeflateRaw>,
) {
  for await (const part of data) {
    const chunk = typeof part === 'string' ? Buffer.from(part) : part;
    entry.crc = crc32(chunk, entry.crc);
    entry.size += BigInt(chunk.length);
    if (!deflate.write(chunk)) await once(deflate, 'drain');
  }
  deflate.end();
}

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(deflated, 8);
  head.writeUInt16LE(noDate, 12);
  head.writeUInt32LE(full32, 18);
  head.writeUInt32LE(full32, 22);
  head.writeUInt16LE(name.length, 26);
  head.writeUInt16LE(20, 28);
  return Buffer.concat([head, name, sizes([0n, 0n])]);
}

function directoryRecord({ name, crc, packed, size, offset }: Written): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(version, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(deflated, 10);
  head.writeUInt16LE(noDate, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(full32, 20);
  head.writeUInt32LE(full32, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt16LE(28, 30);
  head.writeUInt32LE(full32, 42);
  return Buffer.concat([head, name, sizes([size, packed, offset])]);
}

/** 1 January 1980, the earliest that the format knows: times would tell nothing here. */
const noDate = 0x21;

function sizes(values: bigint[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  for (const [at, value] of values.entries()) extra.writeBigUInt64LE(value, 4 + at * 8);
  return extra;
}

function ending(count: bigint, { start, size }: { start: bigint; size: bigint }): Buffer {
  const wide = Buffer.alloc(56);
  wide.writeUInt32LE(0x06064b50, 0);
  wide.writeBigUInt64LE(44n, 4);
  wide.writeUInt16LE(version, 12);
  wide.writeUInt16LE(version, 14);
  wide.writeBigUInt64LE(count, 24);
  wide.writeBigUInt64LE(count, 32);
  wide.writeBigUInt64LE(size, 40);
  wide.writeBigUInt64LE(start, 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(start + size, 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(full16, 8);
  end.writeUInt16LE(full16, 10);
  end.writeUInt32LE(full32, 12);
  end.writeUInt32LE(full32, 16);
  return Buffer.concat([wide, locator, end]);
}

function classicHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(deflated, 8);
  head.writeUInt16LE(noDate, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function classicSizes({ crc, packed, size }: Written): Buffer {
  const after = Buffer.alloc(16);
  after.writeUInt32LE(0x08074b50, 0);
  after.writeUInt32LE(crc, 4);
  after.writeUInt32LE(narrow(packed), 8);
  after.writeUInt32LE(narrow(size), 12);
  return after;
}

function classicRecord({ name, crc, packed, size, offset }: Written): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(deflated, 10);
  head.writeUInt16LE(noDate, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(narrow(packed), 20);
  head.writeUInt32LE(narrow(size), 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(narrow(offset), 42);
  return Buffer.concat([head, name]);
}

function classicEnding(count: bigint, { start, size }: { start: bigint; size: bigint }): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Number(count), 8);
  end.writeUInt16LE(Number(count), 10);
  end.writeUInt32LE(narrow(size), 12);
  end.writeUInt32LE(narrow(start), 16);
  return end;
}

function narrow(value: bigint): number {
  if (value >= BigInt(full32)) throw new AppError('limit', 'The file would be larger than 4 GB.');
  return Number(value);
}
