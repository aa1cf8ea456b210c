import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, openAsBlob } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError, notFound } from '../errors';
import type { FilePlace, FileStore, StoredBytes } from './store';

const areas = ['tenants', 'archives'] as const;
const scratchLifeMs = 3_600_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Files in a folder of this machine, at `{area}/{tenantId}/{fileId}`. */
export class LocalFolder implements FileStore {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async write(
    place: FilePlace,
    bytes: AsyncIterable<Uint8Array>,
    { maxBytes }: { maxBytes: number },
  ): Promise<StoredBytes> {
    const path = this.#pathOf(place);
    const part = `${path}.${randomUUID()}.part`;
    await mkdir(dirname(path), { recursive: true });
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const counted = new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        sizeBytes += chunk.length;
        hash.update(chunk);
        done(sizeBytes > maxBytes ? tooLarge(maxBytes) : null, chunk);
      },
    });
    try {
      await pipeline(Readable.from(bytes), counted, createWriteStream(part));
      await settle(part);
      await rename(part, path);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    return { sizeBytes, digest: hash.digest('hex') };
  }

  async sizeOf(place: FilePlace): Promise<number | null> {
    const found = await stat(this.#pathOf(place)).catch(() => null);
    return found?.isFile() ? found.size : null;
  }

  async read(place: FilePlace): Promise<Readable> {
    const path = this.#pathOf(place);
    await mustExist(path);
    return createReadStream(path, { highWaterMark: 256 * 1024 });
  }

  async blob(place: FilePlace, mediaType: string): Promise<Blob> {
    const path = this.#pathOf(place);
    await mustExist(path);
    return await openAsBlob(path, { type: mediaType });
  }

  async remove(place: FilePlace): Promise<void> {
    await rm(this.#pathOf(place), { force: true });
  }

  async removeAll(tenantId: string): Promise<number> {
    if (!uuid.test(tenantId)) throw notFound('This tenant');
    let removed = 0;
    for (const area of areas) {
      const folder = join(this.#root, area, tenantId);
      removed += (await readdir(folder).catch(() => [])).length;
      await rm(folder, { recursive: true, force: true });
    }
    return removed;
  }

  async tenants(): Promise<string[]> {
    const names = await Promise.all(
      areas.map((area) => readdir(join(this.#root, area)).catch(() => [])),
    );
    return [...new Set(names.flat())].filter((name) => uuid.test(name));
  }

  async scratch(mediaType: string, content: AsyncIterable<Uint8Array | string>): Promise<Blob> {
    const folder = join(this.#root, 'scratch');
    await mkdir(folder, { recursive: true });
    await sweep(folder);
    const path = join(folder, randomUUID());
    await pipeline(Readable.from(content), createWriteStream(path));
    return await openAsBlob(path, { type: mediaType });
  }

  // Ids come from rows, yet a path is built from them: nothing but a UUID may become a folder.
  #pathOf({ area = 'tenants', tenantId, fileId }: FilePlace): string {
    if (!uuid.test(tenantId) || !uuid.test(fileId)) throw notFound('This file');
    return join(this.#root, area, tenantId, fileId);
  }
}

async function settle(path: string) {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function mustExist(path: string) {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw notFound('This file');
}

async function sweep(folder: string) {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > scratchLifeMs) await rm(path, { force: true });
  }
}

const tooLarge = (maxBytes: number) =>
  new AppError('limit', `The file is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB.`, {
    fields: { file: 'Too large' },
  });
