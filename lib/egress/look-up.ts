import { lookup, type Resolver } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import { nothingThere, within } from './text-records';

export interface Found {
  address: string;
  family: number;
}

/** So many names are asked of the machine at a time, however slow their name servers are. */
const mostByMachine = 2;
let byMachine = 0;

/**
 * What a name stands for, the address to connect to first; none where it is not known. Asks name
 * servers itself, where nobody waits for longer than 8 s and no thread of the process waits at all.
 * What they know nothing of (`/etc/hosts`) the machine is asked for, if `alsoInside`.
 */
export async function addressesOfName(name: string, alsoInside: boolean): Promise<Found[]> {
  const host = name.replace(/\.$/, '');
  if (host === 'localhost' || host.endsWith('.localhost')) {
    return [{ address: '127.0.0.1', family: 4 }];
  }
  const [four, six] = await Promise.all([
    askServers((resolver) => resolver.resolve4(host)),
    askServers((resolver) => resolver.resolve6(host)),
  ]);
  const found = [...of(four, 4), ...of(six, 6)];
  if (found.length > 0) return speaksFour() ? found : found.reverse();
  // Servers of a name that do not answer would keep the machine waiting too.
  const areSilent = host.includes('.') && (four === null || six === null);
  return alsoInside && !areSilent ? await askMachine(host) : [];
}

const askServers = (ask: (resolver: Resolver) => Promise<string[]>) =>
  within([], (resolver) =>
    ask(resolver).catch((error: NodeJS.ErrnoException) => {
      if (nothingKnown.has(error.code ?? '')) return [];
      throw error;
    }),
  );

/** There is nothing of that name, or no name server at all. */
const nothingKnown: ReadonlySet<string> = new Set([...nothingThere, 'ECONNREFUSED']);

const of = (addresses: string[] | null, family: number) =>
  (addresses ?? []).map((address) => ({ address, family }));

const speaksFour = () =>
  Object.values(networkInterfaces())
    .flat()
    .some((one) => one?.family === 'IPv4' && !one.internal);

/** It cannot be told to stop, and holds one of four threads that files and mails need too. */
async function askMachine(host: string): Promise<Found[]> {
  if (byMachine >= mostByMachine) return [];
  byMachine += 1;
  try {
    return await lookup(host, { all: true });
  } catch {
    return [];
  } finally {
    byMachine -= 1;
  }
}
