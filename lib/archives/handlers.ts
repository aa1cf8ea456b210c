import { z } from 'zod';
import type { Servers } from '@/db/homes/servers';
import type { Operation } from '@/db/operations/queue';
import type { Handler, Handlers, Run } from '../operations/handler';
import { type CopyOpener, copying } from './copy';
import { takeOut } from './export';
import { previewRestore, restoreInPlace } from './restore';
import { takeArchive } from './take';

/** How long archives are kept, days. */
export const keepDays = { manual: 90, scheduled: 30, safety: 30 } as const;

const FromArchive = z.object({ archiveId: z.uuid() });

/** What of archives the operator can be asked for. */
export const archiveHandlers = (servers: Servers, opener: CopyOpener): Handlers => ({
  backup: (operation, run) => take(servers, operation, { run, purpose: purposeOf(operation) }),
  'restore.preview': (operation) => onArchive(operation, (asked) => previewRestore(servers, asked)),
  'restore.in_place': restoring(servers),
  'restore.copy': copying(servers, opener),
  export: (operation, run) => takeOut(servers, operation, run),
});

const purposeOf = ({ input }: Operation) =>
  input.purpose === 'scheduled' ? 'scheduled' : 'manual';

const onArchive = async (
  { id, tenantId, input, askedBy }: Operation,
  work: (asked: Parameters<typeof previewRestore>[1]) => Promise<object>,
) => {
  const { archiveId } = FromArchive.parse(input);
  const author = { requestId: id, actorId: askedBy };
  return { ...(await work({ id, tenantId, archiveId, author })) };
};

/** The way back is kept first: what stands now becomes a backup of its own. */
const restoring =
  (servers: Servers): Handler =>
  async (operation, run) => {
    if (!operation.progress.safe) {
      await take(servers, operation, { run, purpose: 'safety' });
      await run.note({ safe: true });
    }
    run.signal.throwIfAborted();
    return await onArchive(operation, (asked) => restoreInPlace(servers, asked));
  };

async function take(
  servers: Servers,
  { id, tenantId, askedBy }: Operation,
  { run, purpose }: { run: Run; purpose: keyof typeof keepDays },
) {
  const facts = await takeArchive(servers, {
    tenantId,
    archiveId: id,
    purpose,
    askedBy,
    keepDays: keepDays[purpose],
    signal: run.signal,
    onProgress: (done) => run.note({ ...done }),
  });
  const { sizeBytes, rows, files } = facts;
  return { archiveId: id, sizeBytes, rows, files };
}
