import ipaddr from 'ipaddr.js';

const networkBytes = 8;

/**
 * Who counts as one caller by a trusted address: an IPv4 address, or the /64 of an IPv6 address, since
 * one subscriber has all of it (RFC 6177). `unknown` when there is none.
 */
export function peerOf(address: string | null): string {
  if (address === null || !ipaddr.isValid(address)) return address ?? 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return Buffer.from(parsed.toByteArray().slice(0, networkBytes)).toString('hex');
}
