import { silentConnections } from '@/db/client';
import { directoryChangesSince, findHostEntry } from '@/db/directory';
import type { DirectorySource } from '@/lib/tenancy/directory/entry';

/** The tenant directory as this process reads it, with the servers it gets no answer from. */
export const databaseSource: DirectorySource = {
  find: (slug, host) => findHostEntry(slug, host),
  changesSince: async (horizon) => ({
    ...(await directoryChangesSince(horizon)),
    silent: silentConnections(),
  }),
};
