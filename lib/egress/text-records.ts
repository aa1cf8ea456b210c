import { Resolver } from 'node:dns/promises';
import { env } from '../env';

/** What a name server answers when there is no such record, or no such name. */
export const nothingThere: ReadonlySet<string> = new Set(['ENODATA', 'ENOTFOUND']);

const timeoutMs = 2_000;
const tries = 2;
const altogetherMs = 8_000;

/**
 * The texts that stand in DNS under a name; none where there is no such record, null where nobody
 * could say. Asks `servers`, else those of the machine, for 8 s at most.
 */
export const readTextRecords = (
  name: string,
  servers: readonly string[] = env().DNS_SERVERS,
): Promise<string[] | null> =>
  within(servers, async (resolver) => {
    try {
      const records = await resolver.resolveTxt(name);
      return records.map((parts) => parts.join(''));
    } catch (error) {
      if (nothingThere.has((error as NodeJS.ErrnoException).code ?? '')) return [];
      throw error;
    }
  });

/** What name servers say, asked for 8 s at most; null where they do not answer. */
export async function within<T>(
  servers: readonly string[],
  ask: (resolver: Resolver) => Promise<T>,
): Promise<T | null> {
  const resolver = new Resolver({ timeout: timeoutMs, tries });
  if (servers.length > 0) resolver.setServers(servers);
  const limit = setTimeout(() => resolver.cancel(), altogetherMs);
  try {
    return await ask(resolver);
  } catch {
    return null;
  } finally {
    clearTimeout(limit);
  }
}
