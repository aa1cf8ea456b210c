import type { DirectoryEntry } from './directory/entry';
import { type HostName, hostSegment } from './hosts';

/** Prefixes of the app's own tree: reachable by rewrite only. */
const internal = /^\/(t|console|unknown-host|unavailable)(\/|$)/;

export type Route =
  | { kind: 'pass' }
  | { kind: 'rewrite'; path: string; status?: number }
  | { kind: 'redirect'; host: string }
  | { kind: 'missing' };

export interface Routed {
  host: HostName;
  rootDomain: string;
  /** Path as asked, percent-encoding kept. */
  path: string;
  entry: DirectoryEntry | null;
  /** The server with its rows does not answer. */
  silent?: boolean;
}

/** Where a page request goes. Pure; it names places and guards nothing. */
export function routePage({ host, rootDomain, path, entry, silent }: Routed): Route {
  if (isInternal(path)) return nothingAt(host, { rootDomain, entry });
  if (host.zone === 'site') {
    return host.host === rootDomain ? { kind: 'pass' } : { kind: 'redirect', host: rootDomain };
  }
  if (host.zone === 'console') return { kind: 'rewrite', path: `/console${path}` };
  if (host.zone === 'api') return { kind: 'missing' };
  if (!entry || entry.status === 'closed') {
    return { kind: 'rewrite', path: '/unknown-host', status: 404 };
  }
  const segment = `/t/${hostSegment(host.host, entry.brandVersion)}`;
  const isLogo = path.startsWith('/brand/');
  if (entry.status !== 'active' && !isLogo) {
    return { kind: 'rewrite', path: `${segment}/${entry.status}`, status: 503 };
  }
  if (silent && !isLogo) return { kind: 'rewrite', path: `${segment}/unavailable`, status: 503 };
  return { kind: 'rewrite', path: `${segment}${path}` };
}

/** The zone's own page that there is nothing: what was asked for plays no part in it. */
function nothingAt(
  host: HostName,
  { rootDomain, entry }: Pick<Routed, 'rootDomain' | 'entry'>,
): Route {
  const nothing = (place: string): Route => ({
    kind: 'rewrite',
    path: `${place}/nothing-here`,
    status: 404,
  });
  if (host.host === rootDomain) return nothing('');
  if (host.zone === 'console') return nothing('/console');
  if (host.zone !== 'tenant' || entry?.status !== 'active') return { kind: 'missing' };
  return nothing(`/t/${hostSegment(host.host, entry.brandVersion)}`);
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
