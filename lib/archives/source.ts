import { z } from 'zod';
import { loadMoment } from '@/db/archive/moment';
import { type Stage, StageRefusal } from '@/db/archive/stage';
import type { Servers } from '@/db/homes/servers';
import { AppError } from '../errors';
import { fileStore } from '../files/file-store';
import type { Manifest } from './manifest';
import { type FileTaker, openArchive } from './open';

export const Source = z.union([
  z.object({ archiveId: z.uuid() }),
  z.object({ at: z.iso.datetime().pipe(z.coerce.date()) }),
]);
export type Source = z.output<typeof Source>;

interface Into {
  stage: Stage;
  takeFile: FileTaker;
}

/** Lays what a tenant was on the stage; `id` names the work that asks. Throws `precondition` for what cannot be used or reached. */
export async function fill(
  servers: Servers,
  { tenantId, id, from }: { tenantId: string; id: string; from: Source },
  into: Into,
): Promise<Pick<Manifest, 'takenAt' | 'missingFiles'>> {
  if ('archiveId' in from) {
    return await openArchive(servers, { tenantId, archiveId: from.archiveId }, into);
  }
  try {
    await loadMoment(servers, into.stage, { tenantId, id, at: from.at });
  } catch (error) {
    if (!(error instanceof StageRefusal)) throw error;
    throw new AppError('precondition', `This moment cannot be reached: ${error.message}.`);
  }
  const missingFiles: string[] = [];
  for (const id of await into.stage.readyFiles()) {
    const place = { tenantId, fileId: id };
    if ((await fileStore().sizeOf(place)) === null) missingFiles.push(id);
    else await into.takeFile(id, await fileStore().read(place));
  }
  return { takenAt: from.at.toISOString(), missingFiles };
}
