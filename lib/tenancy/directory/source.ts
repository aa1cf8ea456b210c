import { env } from '../../env';
import type { DirectoryChanges, DirectoryEntry, DirectorySource } from './entry';
import { keyedDigest } from './signature';

const timeoutMs = 2_000;

/** The internal endpoint of this machine's app: loopback only, guarded by a secret. */
export const internalSource = (): DirectorySource => ({
  find: async (slug, host) =>
    await ask<DirectoryEntry | null>(slug === null ? { host } : { slug, host }, 'find'),
  changesSince: async (horizon) =>
    await ask<DirectoryChanges>({ since: String(horizon) }, 'changes'),
});

async function ask<T>(query: Record<string, string>, path: string): Promise<T> {
  const { DIRECTORY_URL, ROWHOUSE_SECRET } = env();
  const response = await fetch(`${DIRECTORY_URL}/${path}?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${await keyedDigest(ROWHOUSE_SECRET, 'directory')}` },
    signal: AbortSignal.timeout(timeoutMs),
    cache: 'no-store',
  });
  if (!response.ok) throw new Error(`The directory answered ${response.status}.`);
  return (await response.json()) as T;
}
