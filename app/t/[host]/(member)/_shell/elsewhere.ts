import type { Place } from './place-switcher';

type Known = Pick<Place, 'slug' | 'name' | 'host' | 'status' | 'isHere'>;

/** Where a link leads that goes into another workspace of the person. */
export interface Elsewhere {
  place: Known;
  /** The way there by a hand-off, on this host. */
  href: string;
}

/** Null for a link that leads anywhere else, or into a workspace that cannot be entered now. */
export function elsewhereOf(link: string, places: readonly Known[]): Elsewhere | null {
  if (!URL.canParse(link)) return null;
  const { protocol, hostname, pathname, search, hash } = new URL(link);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const place = places.find(({ host }) => host === hostname);
  if (!place || place.isHere || place.status !== 'active') return null;
  const path = encodeURIComponent(pathname + search + hash);
  return { place, href: `/switch/${place.slug}?path=${path}` };
}
