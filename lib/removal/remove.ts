import { z } from 'zod';
import type { Servers } from '@/db/homes/servers';
import { alone } from '@/db/moves/alone';
import type { Operation } from '@/db/operations/queue';
import { beginRemoval, clearOldCopies, lastStanding, RemovalRefusal } from '@/db/removal/begin';
import { forgetTenant, removePlane, shredArchives } from '@/db/removal/remove';
import type { MovePlace } from '@/db/schema/control';
import { AppError } from '../errors';
import { fileStore } from '../files/file-store';
import type { Handler, Run } from '../operations/handler';

const Noted = z.object({
  place: z.custom<MovePlace>().optional(),
  rows: z.number().default(0),
  files: z.number().default(0),
});

/**
 * Removes a tenant whose cooling-off is over, with everything that is its own. Each step may be
 * repeated, and none can be taken back: after a crash it goes on.
 */
export const removing =
  (servers: Servers): Handler =>
  async (operation, run) => {
    const outcome = await alone(servers, operation.tenantId, async () => {
      if (!(await begin(servers, operation.tenantId))) return {};
      return await remove(servers, operation, run);
    });
    if (!outcome) throw new AppError('unavailable', 'It is being moved. Its removal waits.');
    return outcome;
  };

async function begin(servers: Servers, tenantId: string): Promise<boolean> {
  try {
    return await beginRemoval(servers, tenantId);
  } catch (error) {
    if (!(error instanceof RemovalRefusal)) throw error;
    throw new AppError(error.later ? 'unavailable' : 'precondition', error.message);
  }
}

async function remove(servers: Servers, operation: Operation, run: Run) {
  const { id: operationId, tenantId } = operation;
  const noted = Noted.parse(operation.progress);
  // Where it lived must be known to whoever goes on when the placement is gone.
  if (!noted.place) Object.assign(noted, await lastStanding(servers, tenantId));
  await run.note({ ...noted });
  await clearOldCopies(servers, tenantId);
  if (noted.place) await removePlane(servers, tenantId, noted.place);
  run.signal.throwIfAborted();
  await shredArchives(servers, tenantId);
  noted.files += await fileStore().removeAll(tenantId);
  await run.note({ ...noted });
  const { rows, files } = noted;
  return { ...(await forgetTenant(servers, { tenantId, operationId, counts: { rows, files } })) };
}
