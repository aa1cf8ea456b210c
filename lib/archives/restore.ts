import {
  applyStage,
  buryStrangers,
  compareStage,
  fillFromStage,
  markDone,
} from '@/db/archive/apply';
import { erasedPeople, formerPeople } from '@/db/archive/catalogue';
import { type Author, openFence, underFence } from '@/db/archive/fence';
import { type Stage, type TableDifference, withStage } from '@/db/archive/stage';
import { standingOf } from '@/db/copy/plane';
import type { Servers } from '@/db/homes/servers';
import { fileStore } from '../files/file-store';
import type { FilePlace } from '../files/store';
import type { Manifest } from './manifest';
import { type FileTaker, passOver } from './open';
import { fill, type Source } from './source';

export interface RestoreOutcome {
  takenAt: string;
  tables: TableDifference[];
  /** Files whose bytes come back with the archive. */
  files: number;
  /** Files whose bytes were gone already when the archive was taken. */
  missingFiles: number;
}

interface Asked {
  tenantId: string;
  /** A backup, or a moment that the log of changes still reaches. */
  from: Source;
  /** Of the operation; names what it lays aside meanwhile. */
  id: string;
  author: Author;
}

/** What a restore would change now. Changes nothing. Throws as `openArchive`. */
export async function previewRestore(servers: Servers, asked: Asked): Promise<RestoreOutcome> {
  const standing = await standingOf(servers, asked.tenantId);
  return await withStage(servers, { standing, id: asked.id }, async (stage) => {
    let files = 0;
    const takeFile: FileTaker = async (id, bytes) => {
      if (await isAbsent({ tenantId: asked.tenantId, fileId: id })) files += 1;
      await passOver(id, bytes);
    };
    const manifest = await fill(servers, asked, { stage, takeFile });
    await bury(servers, stage, asked.tenantId);
    return outcomeOf(manifest, await compareStage(stage), files);
  });
}

/**
 * Makes a tenant what it was at a backup or a moment. Everything is looked at first; then all
 * rows change in one transaction that others wait for. Throws as `openArchive`; nothing changed then.
 */
export async function restoreInPlace(servers: Servers, asked: Asked): Promise<RestoreOutcome> {
  await openFence(servers, await standingOf(servers, asked.tenantId));
  const standing = await standingOf(servers, asked.tenantId);
  const files = new FileReturn(asked.tenantId);
  return await withStage(servers, { standing, id: asked.id }, async (stage) => {
    const manifest = await files.orUndo(() =>
      fill(servers, asked, { stage, takeFile: files.take }),
    );
    const fence = { client: stage.client, standing, author: asked.author };
    const tables = await files.orUndo(() =>
      underFence(servers, fence, async () => {
        // What was written since an attempt that came through must not be taken back.
        if (!(await markDone(stage, asked.id))) return [];
        // Behind the fence nobody leaves any more: who left while rows were staged stays gone.
        await bury(servers, stage, asked.tenantId);
        const differences = await compareStage(stage);
        await applyStage(stage);
        return differences;
      }),
    );
    return outcomeOf(manifest, tables, files.count);
  });
}

/**
 * Fills a tenant that was just opened with what another was. Repeating it after a
 * crash adds what is missing. `nameless` leaves people without name and address.
 */
export async function restoreAsCopy(
  servers: Servers,
  { target, nameless, ...asked }: Asked & { target: string; nameless: boolean },
): Promise<RestoreOutcome> {
  const standing = await standingOf(servers, target);
  const files = new FileReturn(target);
  return await withStage(servers, { standing, id: asked.id }, async (stage) => {
    const manifest = await files.orUndo(() =>
      fill(servers, asked, { stage, takeFile: files.take }),
    );
    const erased = await erasedPeople(servers, asked.tenantId);
    await buryStrangers(stage, { nameless, erased, cameOver: [] });
    const tables = await compareStage(stage);
    await stage.client.query('begin');
    await stage.client.query(`select set_config('app.request', $1, true)`, [
      asked.author.requestId,
    ]);
    await fillFromStage(stage);
    await stage.client.query('commit');
    return outcomeOf(manifest, tables, files.count);
  });
}

const bury = async (servers: Servers, stage: Stage, tenantId: string) =>
  buryStrangers(stage, {
    nameless: false,
    erased: await erasedPeople(servers, tenantId),
    cameOver: await formerPeople(servers, tenantId),
  });

const outcomeOf = (
  { takenAt, missingFiles }: Pick<Manifest, 'takenAt' | 'missingFiles'>,
  tables: TableDifference[],
  files: number,
): RestoreOutcome => ({ takenAt, tables, files, missingFiles: missingFiles.length });

const isAbsent = async (place: FilePlace) => (await fileStore().sizeOf(place)) === null;

/** Brings back bytes that are gone, and takes them away again when the restore comes to nothing. */
class FileReturn {
  readonly #tenantId: string;
  readonly #written: FilePlace[] = [];

  constructor(tenantId: string) {
    this.#tenantId = tenantId;
  }

  get count() {
    return this.#written.length;
  }

  readonly take: FileTaker = async (id, bytes) => {
    const place = { tenantId: this.#tenantId, fileId: id };
    if (!(await isAbsent(place))) return await passOver(id, bytes);
    this.#written.push(place);
    await fileStore().write(place, bytes, { maxBytes: Number.POSITIVE_INFINITY });
  };

  async orUndo<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      for (const place of this.#written) await fileStore().remove(place);
      throw error;
    }
  }
}
