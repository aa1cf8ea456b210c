import type { Language } from '../language/languages';
import type { DirectoryEntry } from './directory/entry';
import { type HostName, hostSegment } from './hosts';

/** Prefixes of the app's own tree, and its notices: reachable by rewrite only. */
const internal = /^\/(t|site|console|unknown-host|unavailable)(\/|$)/;

/** What is bound to the host it was made for: mailed links, sign-ins begun, the way over to another. */
const staysHere =
  /^\/(brand|switch|arrive|magic-link|reset|invitation|join|claim|proven|sign-in\/steps|sign-in\/sso\/\w+)(\/|$)|^\/favicon/;

/**
 * Where a page request goes. A redirect to another host names the path here by which somebody who is
 * signed in gets there with their session.
 */
export type Route =
  | { kind: 'rewrite'; path: string; status?: number }
  | { kind: 'redirect'; host: string; handsOver?: string };

export interface Routed {
  host: HostName;
  rootDomain: string;
  /** Path as asked, percent-encoding kept. */
  path: string;
  entry: DirectoryEntry | null;
  /** Asked by a page that is open already: the next one it loads is led on, no part of this one. */
  withinPage?: boolean;
  /** The server with its rows does not answer. */
  silent?: boolean;
  /** The language to answer in; English when left out. */
  language?: Language;
}

/** Where a page request goes. Pure; it names places and guards nothing. */
export function routePage({ host, rootDomain, path, entry, ...asked }: Routed): Route {
  const { silent, language, withinPage } = asked;
  if (isInternal(path)) return nothingAt(host, { rootDomain, entry, language });
  if (host.zone === 'site') {
    return host.host === rootDomain
      ? { kind: 'rewrite', path: `${sitePlace(language)}${path}` }
      : { kind: 'redirect', host: rootDomain };
  }
  if (host.zone === 'console') return { kind: 'rewrite', path: `/console${path}` };
  if (host.zone === 'api') return missing(language);
  if (!entry || entry.status === 'closed') {
    return { kind: 'rewrite', path: `${sitePlace(language)}/unknown-host`, status: 404 };
  }
  const segment = `/t/${hostSegment(host.host, entry.brandVersion, language)}`;
  const isLogo = path.startsWith('/brand/');
  if (entry.status !== 'active' && !isLogo) {
    return { kind: 'rewrite', path: `${segment}/${entry.status}`, status: 503 };
  }
  if (entry.leadsTo && !withinPage && !staysHere.test(path)) {
    const handsOver = path.startsWith('/sign-in') ? {} : { handsOver: `/switch/${entry.slug}` };
    return { kind: 'redirect', host: entry.leadsTo, ...handsOver };
  }
  if (silent && !isLogo) return { kind: 'rewrite', path: `${segment}/unavailable`, status: 503 };
  return { kind: 'rewrite', path: `${segment}${path}` };
}

/** Whether a request is a script's, by what the browser says of it in `Sec-Fetch-Dest`. */
export const isWithinPage = (destination: string | null | undefined) => destination === 'empty';

/** Where the platform's own pages in a language stand; each page has one path. */
export const sitePlace = (language: Language = 'en') => `/site/${language}`;

/** The platform's page that there is nothing. */
const missing = (language?: Language): Route => ({
  kind: 'rewrite',
  path: `${sitePlace(language)}/nothing-here`,
  status: 404,
});

/** The zone's own page that there is nothing: what was asked for plays no part in it. */
function nothingAt(
  host: HostName,
  { rootDomain, entry, language }: Pick<Routed, 'rootDomain' | 'entry' | 'language'>,
): Route {
  const nothing = (place: string): Route => ({
    kind: 'rewrite',
    path: `${place}/nothing-here`,
    status: 404,
  });
  if (host.host === rootDomain) return missing(language);
  if (host.zone === 'console') return nothing('/console');
  if (host.zone !== 'tenant' || entry?.status !== 'active') return missing(language);
  return nothing(`/t/${hostSegment(host.host, entry.brandVersion, language)}`);
}

function isInternal(path: string) {
  try {
    return internal.test(
      decodeURIComponent(path)
        .replace(/\/{2,}/g, '/')
        .toLowerCase(),
    );
  } catch {
    return true;
  }
}
