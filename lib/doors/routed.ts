import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '../env';
import { notFound } from '../errors';
import type { HostName } from '../tenancy/hosts';

/**
 * Says that our Node entry has named the place of a page request, so that middleware need not.
 * next.config.js and middleware.ts know this name too.
 */
export const routedHeader = 'x-rowhouse-routed';

const sign = (place: string) =>
  createHmac('sha256', env().ROWHOUSE_SECRET).update(`routed:${place}`).digest('base64url');

/** `place` is `site/{language}`, `console` or `t/{host segment}`. */
export const sealRouted = (place: string) => `${place} ${sign(place)}`;

/**
 * Where no Node entry strips it, anybody may send this header and so pass middleware by. A door that
 * meets one which is not ours, or names another host than the request, throws `not_found`.
 */
export function refuseForgedRoute(sealed: string | null, { zone, host }: HostName): void {
  if (sealed === null) return;
  const [place = '', signature = ''] = sealed.split(' ');
  const expected = Buffer.from(sign(place));
  const given = Buffer.from(signature);
  const genuine = given.length === expected.length && timingSafeEqual(given, expected);
  const fits =
    zone === 'tenant'
      ? place.startsWith(`t/${host}~`)
      : zone === 'site'
        ? place.startsWith('site/')
        : place === zone;
  if (!genuine || !fits) throw notFound();
}
