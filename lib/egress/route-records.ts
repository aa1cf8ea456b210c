import { env } from '../env';
import { isPublic } from './addresses';
import { nothingThere, within } from './text-records';

/** Where a name leads in DNS: the name it stands for, and addresses. */
export interface RouteRecords {
  names: string[];
  addresses: string[];
}

/** The same as DNS says it; null where nobody could say. Asks for 8 s at most. */
export async function readRouteRecords(
  name: string,
  servers: readonly string[] = env().DNS_SERVERS,
): Promise<RouteRecords | null> {
  return await within(servers, async (resolver) => {
    const [names, four, six] = await Promise.all([
      orNothing(resolver.resolveCname(name)),
      orNothing(resolver.resolve4(name)),
      orNothing(resolver.resolve6(name)),
    ]);
    return {
      names: names.map((one) => one.toLowerCase().replace(/\.$/, '')),
      addresses: [...four, ...six],
    };
  });
}

/** Of addresses what may be shown: where the name servers look inside, nobody is told what they see. */
export const shownAddresses = (addresses: readonly string[]): string[] =>
  addresses.filter((address) => isPublic(address) || env().isLocal);

const orNothing = (asked: Promise<string[]>): Promise<string[]> =>
  asked.catch((error: NodeJS.ErrnoException) => {
    if (nothingThere.has(error.code ?? '')) return [];
    throw error;
  });
