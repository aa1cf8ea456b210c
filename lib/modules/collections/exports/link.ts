import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';

/** What a link opens, for whom, until when. */
interface Linked {
  tenantId: string;
  exportId: string;
  userId: string;
  expiresAt: Date;
}

/** The path on the tenant's host under which the one who asked for an export fetches it. */
export const exportLink = (linked: Linked): string => {
  const query = new URLSearchParams({
    expires: String(secondsOf(linked.expiresAt)),
    signature: signed(linked),
  });
  return `/api/v1/exports/${linked.exportId}/content?${query}`;
};

/** True when the signature is ours for exactly this. */
export function holds(linked: Linked, signature: string): boolean {
  const given = Buffer.from(signature);
  const right = Buffer.from(signed(linked));
  return given.length === right.length && timingSafeEqual(given, right);
}

const secondsOf = (at: Date) => Math.floor(at.getTime() / 1000);

function signed({ tenantId, exportId, userId, expiresAt }: Linked): string {
  const key = Buffer.from(hkdfSync('sha256', env().ROWHOUSE_SECRET, '', 'record-export-link', 32));
  const text = `${tenantId}:${exportId}:${userId}:${secondsOf(expiresAt)}`;
  return createHmac('sha256', key).update(text).digest('base64url');
}
