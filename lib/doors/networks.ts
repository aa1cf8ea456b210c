import { BlockList, isIP } from 'node:net';

type Family = 'ipv4' | 'ipv6';

/** `203.0.113.7`, `203.0.113.0/24`, `2001:db8::/32`: where it begins and how many bits count. */
function parse(network: string): { base: string; bits: number; family: Family } | null {
  const [base = '', prefix, ...rest] = network.split('/');
  const version = isIP(base);
  if (version === 0 || rest.length > 0) return null;
  const most = version === 4 ? 32 : 128;
  if (prefix !== undefined && !/^\d{1,3}$/.test(prefix)) return null;
  const bits = prefix === undefined ? most : Number(prefix);
  return bits <= most ? { base, bits, family: version === 4 ? 'ipv4' : 'ipv6' } : null;
}

export const isNetwork = (text: string) => parse(text) !== null;

const lists = new Map<string, BlockList>();
const capacity = 1_000;

/** Whether an address is in one of the networks. An unknown address is in none. */
export function isWithin(networks: readonly string[], address: string | null): boolean {
  if (address === null) return false;
  return listOf(networks).check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function listOf(networks: readonly string[]): BlockList {
  const key = networks.join(' ');
  const known = lists.get(key);
  if (known) return known;
  const list = new BlockList();
  for (const network of networks) {
    const found = parse(network);
    if (found) list.addSubnet(found.base, found.bits, found.family);
  }
  if (lists.size >= capacity) lists.clear();
  lists.set(key, list);
  return list;
}
