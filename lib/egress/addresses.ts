import { BlockList, isIPv4 } from 'node:net';

/** Networks of IPv4 that lead inside, or nowhere: private, shared, loopback, link-local, reserved. */
const insideV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** Parts of the world-wide space of IPv6 (2000::/3) that carry other addresses or nobody's. */
const insideV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const listed = (networks: string[], family: 'ipv4' | 'ipv6') => {
  const list = new BlockList();
  for (const network of networks) {
    const [base = '', bits] = network.split('/');
    list.addSubnet(base, Number(bits), family);
  }
  return list;
};

const inside = { ipv4: listed(insideV4, 'ipv4'), ipv6: listed(insideV6, 'ipv6') };
const worldWide = listed(['2000::/3'], 'ipv6');

/** Whether an IP address is one of the open internet's, in its plain form without brackets. */
export function isPublic(address: string): boolean {
  if (isIPv4(address)) return !inside.ipv4.check(address, 'ipv4');
  return worldWide.check(address, 'ipv6') && !inside.ipv6.check(address, 'ipv6');
}
