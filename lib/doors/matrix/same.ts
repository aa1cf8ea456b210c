import type { Answer } from './ask';
import type { House } from './house';
import type { Ids } from './ids';
import type { Position } from './positions';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)?/g;
const secret = /(?<=[":/=])[\w-]{43}(?=["/&])/g;

/**
 * An answer without what differs between any two requests: its id, the ids it was asked about and,
 * when it made something, what is new about that.
 */
export function essence({ status, body }: Answer, asked: string[]): string {
  const plain = [...asked]
    .sort((a, b) => b.length - a.length)
    .reduce((text, id) => text.replaceAll(id, '<asked>'), body)
    .replace(/"requestId":"[^"]*"/, '"requestId":"<request>"');
  const lasting =
    status < 300
      ? plain.replace(uuid, '<id>').replace(instant, '<at>').replace(secret, '<secret>')
      : plain;
  return `${status} ${lasting}`;
}

/** What of a tenant an answer shows although it was not asked about it, or null. */
export function leakOf({ body }: Answer, { canary, ids, tenant }: House, asked: string[] = []) {
  if (body.includes(canary)) return canary;
  const open = new Set([...asked, tenant.slug, ids.slug]);
  const shown = Object.entries(ids).find(
    ([, id]) => id.length >= 20 && !open.has(id) && body.includes(id),
  );
  return shown ? shown[0] : null;
}

export const valuesAt = (positions: Position[], ids: Ids) =>
  positions.flatMap(({ idName }) => ids[idName] ?? []);
