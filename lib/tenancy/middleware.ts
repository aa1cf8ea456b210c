import { type NextRequest, NextResponse } from 'next/server';
import { env } from '../env';
import { sessionCookie } from '../identity/cookies';
import { languageHeader } from '../language/languages';
import { languageOfRequest } from '../language/of-request';
import { DirectoryCache } from './directory/cache';
import type { DirectoryEntry } from './directory/entry';
import { internalSource } from './directory/source';
import { type HostName, normaliseHost, pathHeader, requestedHost, resolveHost } from './hosts';
import { isWithinPage, type Route, routePage, sitePlace } from './routing';
import { sealedFacts, tenantHeader } from './tenant-header';
import { hostUrl } from './urls';

// The peer's address is signed for itself by the Node entry.
const forged = /^x-(rowhouse-(?!address$)|middleware-)/i;

/** What a page that cannot be shown now tells machines; a server that is back is noticed sooner. */
const retryAfterSeconds = '5';

const cache = new DirectoryCache(internalSource());

/** Names the place of a page request and dresses it. Authorises nothing. */
export async function routeRequest(request: NextRequest): Promise<NextResponse> {
  const { ROOT_DOMAIN } = env();
  const asked = requestedHost({
    host: request.headers.get('host'),
    forwardedHost: request.headers.get('x-forwarded-host'),
  });
  const notice = sitePlace(languageOfRequest(request.headers, null));
  if (!asked) return rewrite(request, `${notice}/unknown-host`, new Headers(), 404);
  const host = resolveHost(asked, ROOT_DOMAIN);
  const path = request.nextUrl.pathname;
  try {
    const entry = host.zone === 'tenant' ? await cache.find(host) : null;
    const headers = await headersFor(request, host, entry);
    const silent = entry !== null && cache.isSilent(entry);
    const route = routePage({
      host,
      rootDomain: ROOT_DOMAIN,
      path,
      entry,
      silent,
      withinPage: isWithinPage(request.headers.get('sec-fetch-dest')),
      language: languageOfRequest(request.headers, entry),
    });
    return respond(request, route, headers);
  } catch {
    return rewrite(request, `${notice}/unavailable`, new Headers(), 503);
  }
}

/** The request's headers without anything a caller could pose with, plus ours. */
async function headersFor(request: NextRequest, host: HostName, entry: DirectoryEntry | null) {
  const headers = new Headers();
  for (const [name, value] of request.headers) {
    if (!forged.test(name)) headers.append(name, value);
  }
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
  headers.set('x-forwarded-host', `${host.host}${env().portSuffix}`);
  headers.set(languageHeader, languageOfRequest(request.headers, entry));
  if (entry) headers.set(tenantHeader, await sealedFacts(entry));
  return headers;
}

function respond(request: NextRequest, route: Route, headers: Headers) {
  switch (route.kind) {
    case 'redirect':
      return NextResponse.redirect(redirectUrl(request, route, headers), {
        status: 307,
        // Where it leads depends on who asks.
        headers: { 'cache-control': 'no-store' },
      });
    case 'rewrite':
      return rewrite(request, route.path, headers, route.status);
  }
}

/** Whoever has a session here takes it along; whether it still stands is asked on the way. */
function redirectUrl(
  { method, nextUrl, cookies }: NextRequest,
  { host, handsOver }: Extract<Route, { kind: 'redirect' }>,
  headers: Headers,
): string {
  const path = nextUrl.pathname + nextUrl.search;
  const here = normaliseHost(headers.get('x-forwarded-host') ?? '');
  if (!handsOver || !here || method !== 'GET' || !cookies.has(sessionCookie())) {
    return hostUrl(host, path);
  }
  return hostUrl(here, `${handsOver}?${new URLSearchParams({ path })}`);
}

function rewrite(request: NextRequest, path: string, headers: Headers, status?: number) {
  const url = request.nextUrl.clone();
  url.pathname = path;
  const response = NextResponse.rewrite(url, { request: { headers }, ...(status && { status }) });
  if (path.endsWith('/unavailable')) response.headers.set('retry-after', retryAfterSeconds);
  return response;
}
