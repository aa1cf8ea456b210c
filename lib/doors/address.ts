import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';
import { env } from '../env';

/** Carries the peer's address from our Node entry to pages and actions; worth nothing unsigned. */
export const addressHeader = 'x-rowhouse-address';

const sign = (address: string) =>
  createHmac('sha256', env().ROWHOUSE_SECRET).update(`address:${address}`).digest('base64url');

/** The peer's address; IPv4 as people write it, without what a socket for both families adds. */
export const addressOf = ({ remoteAddress }: Pick<Socket, 'remoteAddress'>): string | undefined =>
  remoteAddress?.replace(/^::ffff:(?=\d+\.)/, '');

export const sealAddress = (address: string) => `${address} ${sign(address)}`;

/** The address a sealed header names, null when it was not sealed by us. */
export function openAddress(sealed: string | null): string | null {
  const [address, signature] = (sealed ?? '').split(' ');
  if (!address || !signature) return null;
  const expected = Buffer.from(sign(address));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? address : null;
}
