import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { env } from '../../env';
import { notFound } from '../../errors';

/** Ids that a tenant will have. */
export interface ReservedIds {
  tenantId: string;
  poolId: string;
}

/** Who asked for a tenant and by which call, for the audit trail that it will have. */
export interface Asker {
  procedure: string;
  door: string;
  requestId: string;
  address: string | null;
  actor: { kind: string; id: string | null; name: string };
}

/** What a founder holds while the workspace is being opened; whoever has it may look and steer. */
export const OpeningTicket = z.string().length(86, 'This link is not complete.');

const idsBytes = 32;

/** Names a tenant that is being opened in a way that nobody can make up. */
export function mintTicket({ tenantId, poolId }: ReservedIds): string {
  const ids = Buffer.from(`${tenantId}${poolId}`.replaceAll('-', ''), 'hex');
  return Buffer.concat([ids, signatureOf(ids)]).toString('base64url');
}

/** Throws `not_found` for what was not minted here. */
export function readTicket(ticket: string): ReservedIds {
  const bytes = Buffer.from(ticket, 'base64url');
  const ids = bytes.subarray(0, idsBytes);
  const given = bytes.subarray(idsBytes);
  const right = signatureOf(ids);
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw notFound('This link');
  const hex = ids.toString('hex');
  return { tenantId: uuidOf(hex.slice(0, 32)), poolId: uuidOf(hex.slice(32)) };
}

function signatureOf(ids: Buffer): Buffer {
  const key = Buffer.from(hkdfSync('sha256', env().ROWHOUSE_SECRET, '', 'opening-ticket', 32));
  return createHmac('sha256', key).update(ids).digest();
}

const uuidOf = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
