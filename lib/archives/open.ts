import { findKey } from '@/db/archive/catalogue';
import { type Stage, StageRefusal } from '@/db/archive/stage';
import type { Servers } from '@/db/homes/servers';
import { fileStore } from '../files/file-store';
import { readEntries } from './entries';
import { archiveKey } from './keys';
import { type ArchivedFile, type Manifest, verifyManifest } from './manifest';
import { type ArchiveHeader, damaged, unseal } from './sealing';

export interface ArchiveName {
  tenantId: string;
  archiveId: string;
}

/** Takes the bytes of one file while an archive is read; they must be read to their end. */
export type FileTaker = (id: string, bytes: AsyncIterable<Buffer>) => Promise<void>;

/** Reads a file over without keeping it. */
export const passOver: FileTaker = async (_id, bytes) => {
  for await (const _chunk of bytes);
};

/**
 * Lays an archive's rows on the stage and hands out its files, then holds everything against the
 * signed manifest. Throws `precondition` for an archive that is damaged, forged or another's; the
 * tenant is as it was then.
 */
export async function openArchive(
  servers: Servers,
  name: ArchiveName,
  { stage, takeFile }: { stage: Stage; takeFile: FileTaker },
): Promise<Manifest> {
  const sealed = await fileStore().read({
    area: 'archives',
    tenantId: name.tenantId,
    fileId: name.archiveId,
  });
  try {
    const read = await readAll(unseal(sealed, keyOf(servers, name)), { stage, takeFile });
    const manifest = verifyManifest(read.signed, name);
    await stage.check(name.tenantId);
    await compare(stage, manifest, read);
    return manifest;
  } catch (error) {
    if (error instanceof StageRefusal) throw damaged(error.message);
    throw error;
  }
}

/** The key, if the archive is the one that was asked for and the tenant still has its key. */
const keyOf =
  (servers: Servers, { tenantId, archiveId }: ArchiveName) =>
  async (header: ArchiveHeader): Promise<Buffer> => {
    if (header.tenantId !== tenantId || header.archiveId !== archiveId) {
      throw damaged('it belongs to somebody else');
    }
    const key = await findKey(servers, tenantId, header.keyId);
    if (!key) throw damaged('its key was destroyed');
    return archiveKey(key, tenantId, archiveId);
  };

async function readAll(
  plain: AsyncIterable<Uint8Array>,
  { stage, takeFile }: { stage: Stage; takeFile: FileTaker },
) {
  const tables = new Map<string, string>();
  const files: ArchivedFile[] = [];
  const entries = readEntries(plain);
  for (;;) {
    const next = await entries.next();
    if (next.done) return { signed: next.value, tables, files };
    const { opening, data, closing } = next.value;
    if (opening.kind === 'table') {
      await stage.load(opening, data);
      tables.set(opening.name, closing().digest);
    } else {
      await takeFile(opening.id, data);
      files.push({ id: opening.id, ...closing() });
    }
  }
}

async function compare(
  stage: Stage,
  manifest: Manifest,
  read: { tables: ReadonlyMap<string, string>; files: readonly ArchivedFile[] },
) {
  const digests = await stage.digests(manifest.tenantId);
  const same =
    manifest.tables.length === read.tables.size &&
    manifest.tables.every(
      ({ name, rows, checksum, digest }) =>
        read.tables.get(name) === digest &&
        digests[name]?.rows === rows &&
        digests[name]?.checksum === checksum,
    ) &&
    JSON.stringify(manifest.files) === JSON.stringify(read.files);
  if (!same) throw damaged('it does not hold what its manifest says');
}
