import { silentConnections } from '@/db/client';
import { directoryChangesSince, findDirectoryEntry } from '@/db/directory';
import type { DirectoryEntry, DirectorySource } from '@/lib/tenancy/directory/entry';
import type { FlagFacts } from '@/lib/tenancy/flags/evaluate';
import { publishedFlags, publishedKeys } from '@/lib/tenancy/flags/published';

type StoredEntry = Omit<DirectoryEntry, 'flags'> & { flags: FlagFacts };

/** The tenant directory as this process reads it, with the servers it gets no answer from. */
export const databaseSource: DirectorySource = {
  find: async (slug, host) => {
    const entry = await findDirectoryEntry<StoredEntry>({ slug, host }, publishedKeys);
    return entry && { ...entry, flags: publishedFlags(entry.id, entry.flags) };
  },
  changesSince: async (horizon) => ({
    ...(await directoryChangesSince(horizon)),
    silent: silentConnections(),
  }),
};
