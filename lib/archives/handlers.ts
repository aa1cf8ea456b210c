import { replayArrivals } from '@/db/archive/arrivals';
import type { Servers } from '@/db/homes/servers';
import type { Operation } from '@/db/operations/queue';
import { personRenames } from '../modules/person-renames';
import type { Handler, Handlers, Run } from '../operations/handler';
import { type CopyOpener, copying } from './copy';
import { drilling } from './drill';
import { takeOut } from './export';
import { previewRestore, restoreInPlace } from './restore';
import { Source } from './source';
import { takeArchive } from './take';

/** How long archives are kept, days. */
export const keepDays = { manual: 90, scheduled: 30, safety: 30 } as const;

/** What of archives the operator can be asked for. */
export const archiveHandlers = (servers: Servers, opener: CopyOpener): Handlers => ({
  backup: (operation, run) => take(servers, operation, { run, purpose: purposeOf(operation) }),
  'restore.preview': (operation) => onSource(operation, (asked) => previewRestore(servers, asked)),
  'restore.in_place': restoring(servers),
  'restore.copy': copying(servers, opener),
  drill: drilling(servers),
  export: (operation, run) => takeOut(servers, operation, run),
});

const purposeOf = ({ input }: Operation) =>
  input.purpose === 'scheduled' ? 'scheduled' : 'manual';

const onSource = async (
  { id, tenantId, input, askedBy }: Operation,
  work: (asked: Parameters<typeof previewRestore>[1]) => Promise<object>,
) => {
  const from = Source.parse(input);
  const author = { requestId: id, actorId: askedBy };
  return { ...(await work({ id, tenantId, from, author })) };
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
    const outcome = await onSource(operation, (asked) => restoreInPlace(servers, asked));
    await replayArrivals(servers, operation.tenantId, personRenames);
    return outcome;
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
