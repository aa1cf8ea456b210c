import { type ArchiveFacts, currentKey, enterArchive } from '@/db/archive/catalogue';
import { type Snapshot, withSnapshot } from '@/db/archive/snapshot';
import type { Servers } from '@/db/homes/servers';
import { AppError, isAppError } from '../errors';
import { fileStore } from '../files/file-store';
import { writeEntry, writeManifest } from './entries';
import { archiveKey } from './keys';
import { type Manifest, signManifest } from './manifest';
import { seal } from './sealing';

export interface ArchiveRequest {
  tenantId: string;
  /** Also the id of the operation that takes it. */
  archiveId: string;
  purpose: 'manual' | 'scheduled' | 'safety';
  askedBy: string | null;
  keepDays: number;
  signal: AbortSignal;
  /** Hears how many rows and files were written. */
  onProgress(done: { rows: number; files: number }): Promise<void>;
}

/**
 * Takes all rows and files of a tenant, of one moment, into one sealed and signed archive. Memory
 * stays flat. Throws `limit` when the store is full; nothing half is left then.
 */
export async function takeArchive(
  servers: Servers,
  request: ArchiveRequest,
): Promise<ArchiveFacts> {
  const { tenantId, archiveId } = request;
  const key = await currentKey(servers, tenantId);
  const header = { format: 1, archiveId, tenantId, keyId: key.id, content: 'backup' } as const;
  const facts = await withSnapshot(servers, tenantId, async (snapshot) => {
    const made = { manifest: undefined as Manifest | undefined };
    const sealed = seal(
      header,
      archiveKey(key, tenantId, archiveId),
      contents(snapshot, request, made),
    );
    const stored = await store(tenantId, archiveId, sealed);
    if (!made.manifest) throw new Error('The archive was stored without its manifest.');
    return factsOf(request, made.manifest, { ...stored, keyId: key.id });
  });
  await enterArchive(servers, facts);
  return facts;
}

/** Keeps the sealed bytes of an archive. */
export async function store(tenantId: string, archiveId: string, bytes: AsyncIterable<Uint8Array>) {
  const place = { area: 'archives', tenantId, fileId: archiveId } as const;
  try {
    return await fileStore().write(place, bytes, { maxBytes: Number.POSITIVE_INFINITY });
  } catch (error) {
    const { code } = error as { code?: string };
    if (isAppError(error) || (code !== 'ENOSPC' && code !== 'EDQUOT')) throw error;
    throw new AppError('limit', 'The store for archives is full. Make room and try again.', {
      cause: error,
    });
  }
}

async function* contents(
  snapshot: Snapshot,
  request: ArchiveRequest,
  made: { manifest: Manifest | undefined },
): AsyncGenerator<Buffer> {
  const digests = await snapshot.digests();
  const manifest: Manifest = {
    format: 1,
    archiveId: request.archiveId,
    tenantId: request.tenantId,
    takenAt: snapshot.takenAt.toISOString(),
    snapshot: snapshot.name,
    tables: [],
    files: [],
    missingFiles: [],
  };
  let rows = 0;
  for (const table of snapshot.tables) {
    request.signal.throwIfAborted();
    const { name } = table;
    const columns = [...table.columns];
    const { digest } = yield* writeEntry({ kind: 'table', name, columns }, snapshot.rows(table));
    const counted = digests[name] ?? { rows: 0, checksum: '0' };
    manifest.tables.push({ name, columns, ...counted, digest });
    rows += counted.rows;
    await request.onProgress({ rows, files: 0 });
  }
  for (const { id } of await snapshot.readyFiles()) {
    request.signal.throwIfAborted();
    const place = { tenantId: request.tenantId, fileId: id };
    if ((await fileStore().sizeOf(place)) === null) {
      manifest.missingFiles.push(id);
      continue;
    }
    const closing = yield* writeEntry({ kind: 'file', id }, await fileStore().read(place));
    manifest.files.push({ id, ...closing });
    if (manifest.files.length % 50 === 0) {
      await request.onProgress({ rows, files: manifest.files.length });
    }
  }
  made.manifest = manifest;
  yield writeManifest(signManifest(manifest));
}

function factsOf(
  { tenantId, archiveId, purpose, askedBy, keepDays }: ArchiveRequest,
  manifest: Manifest,
  stored: { sizeBytes: number; digest: string; keyId: string },
): ArchiveFacts {
  const takenAt = new Date(manifest.takenAt);
  return {
    ...stored,
    tenantId,
    id: archiveId,
    purpose,
    askedBy,
    takenAt,
    expiresAt: new Date(takenAt.getTime() + keepDays * 86_400_000),
    rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
    files: manifest.files.length,
    fileBytes: manifest.files.reduce((sum, file) => sum + file.sizeBytes, 0),
    tables: manifest.tables.map(({ name, rows, checksum }) => ({ name, rows, checksum })),
  };
}
