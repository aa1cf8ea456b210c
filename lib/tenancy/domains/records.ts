import type { RouteRecords } from '../../egress/route-records';
import { readRouteRecords, shownAddresses } from '../../egress/route-records';
import { readTextRecords } from '../../egress/text-records';
import { env } from '../../env';

// Neutral on purpose: what tenants of a white label set in their DNS names no platform.
const prefix = '_workspace-host';

/** The record with which a tenant proves a host. */
export const proofRecord = (host: string, proof: string) => ({
  name: `${prefix}.${host}`,
  value: `${prefix.slice(1)}=${proof}`,
});

/** Where custom hosts lead: a name, and addresses for those that can have no CNAME. */
export const target = () => {
  const { DOMAINS_TARGET, ROOT_DOMAIN, DOMAINS_ADDRESSES } = env();
  return { name: DOMAINS_TARGET ?? ROOT_DOMAIN, addresses: DOMAINS_ADDRESSES };
};

type Seen = 'right' | 'other' | 'none' | 'failed';

/** What a look into DNS came to. */
export interface Sight {
  finding: Seen;
  /** Texts that are not ours. */
  others: number;
  /** Null where nothing was asked of the route, since the host is not proven. */
  routeFinding: Seen | null;
  routeFound: string[];
}

/** Most names or addresses of a route that are kept to be shown. */
const mostShown = 6;

interface Asked {
  host: string;
  proof: string;
  /** Whether the tenant that asks has proven it. */
  isOurs: boolean;
  /** Where its hoster would have it lead, besides where the settings say. */
  said: { names: readonly string[]; addresses: readonly string[] } | null;
}

/**
 * Asks name servers for the proof of a host and for where it leads. The latter is for those alone who
 * proved it: else anybody could ask here what our name servers know of names inside.
 */
export async function lookAt({ host, proof, isOurs, said }: Asked): Promise<Sight> {
  const { name, value } = proofRecord(host, proof);
  const known = isOurs ? readRouteRecords(host) : null;
  const [texts, route] = await Promise.all([readTextRecords(name), known]);
  const seen = judgeTexts(texts, value);
  if (isOurs) return { ...seen, ...(await judgeRoute(route, said)) };
  if (seen.finding !== 'right') return { ...seen, routeFinding: null, routeFound: [] };
  return { ...seen, ...(await judgeRoute(await readRouteRecords(host), said)) };
}

/** What stands under a name beside the value that is looked for; `texts` null where nobody could say. */
export function judgeTexts(
  texts: string[] | null,
  value: string,
): Pick<Sight, 'finding' | 'others'> {
  if (!texts) return { finding: 'failed', others: 0 };
  const others = texts.filter((text) => text.trim() !== value).length;
  if (others < texts.length) return { finding: 'right', others };
  return { finding: others > 0 ? 'other' : 'none', others };
}

type RouteSight = Pick<Sight, 'routeFinding' | 'routeFound'>;

async function judgeRoute(route: RouteRecords | null, said: Asked['said']): Promise<RouteSight> {
  if (!route) return { routeFinding: 'failed', routeFound: [] };
  const { names, addresses } = route;
  const found = names.length > 0 ? names : shownAddresses(addresses);
  const routeFound = found.slice(0, mostShown).sort();
  const known = [target().name, ...(said?.names ?? [])];
  if (names.some((name) => known.includes(name))) return { routeFinding: 'right', routeFound };
  if (names.length + addresses.length === 0) return { routeFinding: 'none', routeFound };
  const theirs = said?.addresses ?? [];
  const isKnown = (of: readonly string[]) =>
    addresses.length > 0 && addresses.every((address) => of.includes(address));
  if (isKnown(theirs)) return { routeFinding: 'right', routeFound };
  const ours = await ourAddresses();
  if (!ours) return { routeFinding: 'failed', routeFound };
  const leadsHere = isKnown([...ours, ...theirs]);
  return { routeFinding: leadsHere ? 'right' : 'other', routeFound };
}

/** As settings say them, else as DNS has them for the name that others lead to. */
async function ourAddresses(): Promise<readonly string[] | null> {
  const { name, addresses } = target();
  if (addresses.length > 0) return addresses;
  return (await readRouteRecords(name))?.addresses ?? null;
}
