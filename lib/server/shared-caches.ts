import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** What decides which page stands at a path, and in which language. */
const deciding = ['Host', 'Accept-Language', 'Cookie'];

/** How long a cache between us and a browser may be behind with a page that is for everybody. */
const shared = 'public, max-age=0, s-maxage=1, must-revalidate';

/** Seconds for which Next says that an answer is the same for everybody; 0 where it does not. */
export const sharedSeconds = (told: OutgoingHttpHeader | undefined): number =>
  Number(/\bs-maxage=(\d+)/.exec(String(told ?? ''))?.[1] ?? 0);

/**
 * Headers as they go out, for caches between us and a browser that we cannot tell when something
 * changes. What names no rule is for one person; what is for everybody is asked for again after a
 * second, since its path names no version outside; and what a page depends on is said.
 */
export function outward(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  const { 'cache-control': told, vary, ...others } = headers;
  const rule = sharedSeconds(told) > 0 ? shared : (told ?? 'private, no-store');
  // Its path names one content for ever; the route says itself what that depends on.
  if (/\bimmutable\b/.test(String(rule))) return { ...headers, 'cache-control': rule };
  return { ...others, 'cache-control': rule, vary: varyWith(vary ?? '', deciding) };
}

/** A Vary header with more names in it, each once. */
export function varyWith(value: OutgoingHttpHeader, more: string[]): string {
  const names = [String(value), ...more].join(',').split(/\s*,\s*/);
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
    .filter(Boolean)
    .join(', ');
}

/**
 * Mends an answer's headers on their way out, as `outward` does. And Next tells of every rewrite in
 * its configuration that the query was dropped, so that a link which changes the query alone would
 * seem to lead nowhere: ours keep it.
 */
export function dressAnswer(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const last = rest.at(-1);
    const given = last && typeof last === 'object' ? (last as OutgoingHttpHeaders) : {};
    for (const [name, value] of Object.entries(given)) {
      if (value !== undefined) response.setHeader(name, value);
    }
    response.removeHeader('x-nextjs-rewritten-query');
    const dressed = outward(response.getHeaders());
    for (const name of ['cache-control', 'vary']) {
      const value = dressed[name];
      if (value !== undefined) response.setHeader(name, value);
    }
    const [reason] = rest;
    return typeof reason === 'string' ? writeHead(status, reason) : writeHead(status);
  };
}
