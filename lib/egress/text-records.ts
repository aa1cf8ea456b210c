import { Resolver } from 'node:dns/promises';
import { env } from '../env';

/** What a name server answers when there is no such record, or no such name. */
const nothing = new Set(['ENODATA', 'ENOTFOUND']);

const timeoutMs = 2_000;
const tries = 2;
const altogetherMs = 8_000;

/**
 * The texts that stand in DNS under a name; none where there is no such record, null where nobody
 * could say. Asks `servers`, else those of the machine, for 8 s at most.
 */
export async function readTextRecords(
  name: string,
  servers: readonly string[] = env().DNS_SERVERS,
): Promise<string[] | null> {
  const resolver = new Resolver({ timeout: timeoutMs, tries });
  if (servers.length > 0) resolver.setServers(servers);
  const limit = setTimeout(() => resolver.cancel(), altogetherMs);
  try {
    const records = await resolver.resolveTxt(name);
    return records.map((parts) => parts.join(''));
  } catch (error) {
    return nothing.has((error as NodeJS.ErrnoException).code ?? '') ? [] : null;
  } finally {
    clearTimeout(limit);
  }
}
