import { isLanguage, type Language } from '../language/languages';

/** Where a host leads: the platform's own places, or a tenant by slug or by its own domain. */
export type HostName =
  | { zone: 'site' | 'console' | 'api'; host: string }
  | { zone: 'tenant'; host: string; slug: string | null };

/** Carries the path as the browser asked for it, to lead back there after signing in. */
export const pathHeader = 'x-rowhouse-path';

export interface HostSources {
  host: string | null;
  forwardedHost: string | null;
  /** Whether the hop that set forwardedHost is a configured proxy. */
  trustForwarded?: boolean;
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * One normal form of a host: lower case, punycode, without port and trailing dot.
 * Null when it is not a host at all.
 */
export function normaliseHost(raw: string): string | null {
  const trimmed = raw.trim().replace(/\.(?=(:\d+)?$)/, '');
  if (!trimmed || /[\s/\\@?#%,]/.test(trimmed)) return null;
  try {
    const { hostname } = new URL(`http://${trimmed}`);
    const host = hostname.toLowerCase().replace(/\.$/, '');
    if (host.length > 253 || host.startsWith('[')) return null;
    return host.split('.').every((part) => label.test(part)) ? host : null;
  } catch {
    return null;
  }
}

/**
 * The host a request is for. Next's own hop after a redirect asks loopback and names the true host
 * only in x-forwarded-host; believing it there gives a caller nothing that forging Host does not.
 */
export function requestedHost({ host, forwardedHost, trustForwarded }: HostSources): string | null {
  const raw = host ?? '';
  const forwarded = forwardedHost?.split(',')[0]?.trim();
  return normaliseHost(forwarded && (trustForwarded || loopback.test(raw)) ? forwarded : raw);
}

/** Sorts a normalised host into its zone under `rootDomain` (itself normalised, without port). */
export function resolveHost(host: string, rootDomain: string): HostName {
  if (
    host === rootDomain ||
    host === `www.${rootDomain}` ||
    host === 'localhost' ||
    isAddress(host)
  ) {
    return { zone: 'site', host };
  }
  if (host === `console.${rootDomain}`) return { zone: 'console', host };
  if (host === `api.${rootDomain}`) return { zone: 'api', host };
  if (!host.endsWith(`.${rootDomain}`)) return { zone: 'tenant', host, slug: null };
  return { zone: 'tenant', host, slug: host.slice(0, -rootDomain.length - 1) };
}

const isAddress = (host: string) => /^\d+\.\d+\.\d+\.\d+$/.test(host);

/** Key under which directory caches hold a tenant host. */
export const directoryKey = (name: Extract<HostName, { zone: 'tenant' }>) =>
  name.slug === null ? `host:${name.host}` : `slug:${name.slug}`;

/**
 * Path segment that names a tenant host, the version of its looks and the language of the page, as
 * caches key pages by it. English, in which the product is written, goes without saying.
 */
export const hostSegment = (host: string, brandVersion: number, language: Language = 'en') =>
  `${host}~${brandVersion}${language === 'en' ? '' : `~${language}`}`;

/** What a host segment names; null when it is none. Each page has one segment only. */
export function parseHostSegment(
  segment: string,
): { host: string; brandVersion: number; language: Language } | null {
  const match = /^([a-z0-9.-]+)~(\d+)(?:~([a-z]{2}))?$/.exec(decodeURIComponent(segment));
  const [, host, brandVersion, named] = match ?? [];
  if (!host || named === 'en' || !isLanguage(named ?? 'en')) return null;
  return { host, brandVersion: Number(brandVersion), language: isLanguage(named) ? named : 'en' };
}
