import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { routedHeader, sealRouted } from '@/lib/doors/routed';
import { env } from '@/lib/env';
import { languageHeader } from '@/lib/language/languages';
import { languageOfRequest } from '@/lib/language/of-request';
import { DirectoryCache } from '@/lib/tenancy/directory/cache';
import type { DirectorySource } from '@/lib/tenancy/directory/entry';
import { pathHeader, requestedHost, resolveHost } from '@/lib/tenancy/hosts';
import { isWithinPage, routePage } from '@/lib/tenancy/routing';
import { sealedFacts, tenantHeader } from '@/lib/tenancy/tenant-header';
import { databaseSource } from './directory-source';

// Only what every layer of Next reads alike; anything odd takes the way through middleware.
const plainPath = /^\/(?:[\w~-][\w.~-]*(?:\/[\w~-][\w.~-]*)*)?$/;
const notPages = /^\/(?:_next|api|assets)(?:\/|$)|\.rsc$|\.segments(?:\/|$)/;

/**
 * Does in process what middleware does for a page of a known, open host: names its place and dresses
 * it. The Edge sandbox costs more than the page itself. Leaves every other request as it is. Answers
 * whether it did.
 */
export function openPageRouter(source: DirectorySource = databaseSource) {
  const cache = new DirectoryCache(source);
  return async (request: Pick<IncomingMessage, 'url' | 'headers'>): Promise<boolean> => {
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    if (!plainPath.test(path) || notPages.test(path)) return false;
    const asked = hostAsked(request.headers);
    if (!asked) return false;
    const { ROOT_DOMAIN: rootDomain, portSuffix } = env();
    const host = resolveHost(asked, rootDomain);
    // A silent directory has a page of its own, which middleware shows.
    const entry = host.zone === 'tenant' ? await cache.find(host).catch(() => null) : null;
    const silent = entry !== null && cache.isSilent(entry);
    const { cookie = null, 'accept-language': asksFor = null } = request.headers;
    const headers = new Map([
      ['cookie', cookie],
      ['accept-language', asksFor],
    ]);
    const language = languageOfRequest({ get: (name) => headers.get(name) ?? null }, entry);
    const withinPage = isWithinPage([request.headers['sec-fetch-dest']].flat()[0]);
    const route = routePage({ host, rootDomain, path, entry, silent, language, withinPage });
    const place = placeOf(route, path);
    if (place === null) return false;
    request.headers[pathHeader] = withoutMark(request.url ?? '/');
    request.headers['x-forwarded-host'] = `${host.host}${portSuffix}`;
    if (entry) request.headers[tenantHeader] = await sealedFacts(entry);
    request.headers[routedHeader] = sealRouted(place);
    request.headers[languageHeader] = language;
    return true;
  };
}

const hostAsked = ({ host, 'x-forwarded-host': forwarded }: IncomingHttpHeaders) =>
  requestedHost({ host: host ?? null, forwardedHost: [forwarded].flat()[0] ?? null });

/** The address a person sees: Next marks its own requests for parts of a page. */
function withoutMark(url: string): string {
  if (!url.includes('_rsc=')) return url;
  const { pathname, searchParams } = new URL(url, 'http://page');
  searchParams.delete('_rsc');
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
}

/** Null for what is no ordinary page: notices, redirects, what does not exist. */
function placeOf(route: ReturnType<typeof routePage>, path: string): string | null {
  if (route.kind !== 'rewrite' || route.status) return null;
  return route.path.slice(1, route.path.length - path.length);
}
