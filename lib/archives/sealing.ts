import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../errors';
import { ByteReader } from './byte-reader';

/** What stands unencrypted before the frames; no frame opens under another. */
export const ArchiveHeader = z.strictObject({
  format: z.literal(1),
  archiveId: z.uuid(),
  tenantId: z.uuid(),
  keyId: z.uuid(),
  content: z.enum(['backup', 'export']),
});
export type ArchiveHeader = z.output<typeof ArchiveHeader>;

const magic = Buffer.from('ROWHOUSE');
const frameBytes = 64 * 1024;
const tagBytes = 16;
const mostHeaderBytes = 4096;

export const damaged = (what: string) =>
  new AppError('precondition', `This archive cannot be used: ${what}. Nothing was changed.`);

/**
 * Encrypts bytes as frames of AES-256-GCM. The nonce counts the frames and marks the last one, so
 * that a frame that is missing, moved, altered or taken from another archive does not open.
 */
export async function* seal(
  header: ArchiveHeader,
  key: Buffer,
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const head = Buffer.from(JSON.stringify(header));
  const aad = createHash('sha256').update(head).digest();
  yield Buffer.concat([magic, lengthOf(head), head]);
  const reader = new ByteReader(plain);
  let frame = await reader.take(frameBytes);
  for (let count = 0; ; count++) {
    const next = frame.length < frameBytes ? Buffer.alloc(0) : await reader.take(frameBytes);
    const last = next.length === 0;
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(count, last)).setAAD(aad);
    const body = Buffer.concat([cipher.update(frame), cipher.final(), cipher.getAuthTag()]);
    yield Buffer.concat([lengthOf(body), body]);
    if (last) return;
    frame = next;
  }
}

/** Reads the header, asks for its key and answers the bytes that were sealed. Throws `precondition`. */
export async function* unseal(
  sealed: AsyncIterable<Uint8Array>,
  keyFor: (header: ArchiveHeader) => Promise<Buffer>,
): AsyncGenerator<Buffer> {
  const reader = new ByteReader(sealed);
  try {
    const { header, aad } = await readHeader(reader);
    const key = await keyFor(header);
    for (let count = 0; ; count++) {
      const body = await readFrame(reader);
      const plain = openFrame(body, key, aad, count);
      if (plain.bytes.length > 0) yield plain.bytes;
      if (!plain.last) continue;
      if ((await reader.take(1)).length > 0) throw damaged('something was added to its end');
      return;
    }
  } finally {
    await reader.close();
  }
}

/**
 * The header of sealed bytes, and how many bytes were sealed, told from how many there are now.
 * Nothing is opened. Throws `precondition`.
 */
export async function readHead(
  sealed: AsyncIterable<Uint8Array>,
  sealedBytes: number,
): Promise<{ header: ArchiveHeader; plainBytes: number }> {
  const reader = new ByteReader(sealed);
  try {
    const { header, bytes } = await readHeader(reader);
    const framed = sealedBytes - bytes;
    const around = 4 + tagBytes;
    return { header, plainBytes: framed - Math.ceil(framed / (frameBytes + around)) * around };
  } finally {
    await reader.close();
  }
}

async function readHeader(reader: ByteReader) {
  const start = await reader.take(magic.length + 4);
  const length = start.length === magic.length + 4 ? start.readUInt32BE(magic.length) : 0;
  if (!start.subarray(0, magic.length).equals(magic) || length > mostHeaderBytes || length === 0) {
    throw damaged('it is no archive of this product');
  }
  const head = await reader.take(length);
  try {
    const header = ArchiveHeader.parse(JSON.parse(head.toString('utf8')));
    const aad = createHash('sha256').update(head).digest();
    return { header, aad, bytes: start.length + head.length };
  } catch {
    throw damaged('its header is damaged');
  }
}

async function readFrame(reader: ByteReader): Promise<Buffer> {
  const prefix = await reader.take(4);
  if (prefix.length < 4) throw damaged('its end is missing');
  const length = prefix.readUInt32BE(0);
  if (length < tagBytes || length > frameBytes + tagBytes) throw damaged('it was altered');
  const body = await reader.take(length);
  if (body.length < length) throw damaged('its end is missing');
  return body;
}

function openFrame(body: Buffer, key: Buffer, aad: Buffer, count: number) {
  // Only a full frame can have another behind it, so both readings are tried for those alone.
  const full = body.length === frameBytes + tagBytes;
  for (const last of full ? [false, true] : [true]) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(count, last)).setAAD(aad);
    decipher.setAuthTag(body.subarray(body.length - tagBytes));
    try {
      const bytes = decipher.update(body.subarray(0, body.length - tagBytes));
      decipher.final();
      return { bytes, last };
    } catch {
      // Tried as the last frame, or refused below.
    }
  }
  throw damaged('it was altered');
}

function nonceOf(count: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(count, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function lengthOf(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length, 0);
  return length;
}
