import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import { isWithin } from '../doors/networks';
import { env } from '../env';
import { isPublic } from './addresses';
import { addressesOfName, type Found } from './look-up';

/** Why a request to an address that somebody typed was not made, or its answer not taken. */
export type EgressFault =
  | 'address'
  | 'insecure'
  | 'port'
  | 'inside'
  | 'unknown_host'
  | 'unreachable'
  | 'timeout'
  | 'too_large';

export class EgressError extends Error {
  readonly fault: EgressFault;

  constructor(fault: EgressFault, cause?: unknown) {
    super(`Outgoing request refused or failed: ${fault}`, { cause });
    this.name = 'EgressError';
    this.fault = fault;
  }
}

export interface GuardedRequest {
  method?: string | undefined;
  headers?: Record<string, string> | undefined;
  body?: string | URLSearchParams | null | undefined;
  signal?: AbortSignal | undefined;
  /** Takes so many bytes of the answer and leaves the rest, where a long one is no fault. */
  firstBytes?: number | undefined;
}

const timeoutMs = 8_000;
const maxBytes = 1_048_576;
/** Where the open internet serves HTTPS; empty for the port that needs no naming. */
const ports = new Set(['', '8443']);

/**
 * The only way out to an address that a tenant chose. The name is resolved once and the connection
 * pinned to what was checked; addresses inside are refused in every notation, unless the operator
 * allows them (`allowed`, which is `EGRESS_NETWORKS` where nothing is said); those alone may speak plain HTTP, and at ports of any number.
 * Redirects are answered, not followed. At most 8 s and 1 MiB. Rejects with `EgressError`.
 */
export async function guardedFetch(
  address: string,
  request: GuardedRequest = {},
  allowed: readonly string[] = env().EGRESS_NETWORKS,
): Promise<Response> {
  const limit = AbortSignal.timeout(timeoutMs);
  const signal = request.signal ? AbortSignal.any([limit, request.signal]) : limit;
  try {
    const url = checked(address);
    const pinned = await pin(url, { allowed, signal });
    return await send(url, pinned, { ...request, signal });
  } catch (error) {
    if (error instanceof EgressError) throw error;
    throw new EgressError(signal.aborted ? 'timeout' : 'unreachable', error);
  }
}

/**
 * What is wrong with an address before anybody is asked for its name: null for one that a request may
 * be tried to.
 */
export function faultOfAddress(
  address: string,
  allowed: readonly string[] = env().EGRESS_NETWORKS,
): EgressFault | null {
  try {
    const url = checked(address);
    const host = bareHost(url);
    if (isIP(host)) judge(url, [{ address: host, family: isIP(host) }], allowed);
    // What a name stands for is seen when it is asked for.
    else if (allowed.length === 0) judgeOpen(url);
    return null;
  } catch (error) {
    if (error instanceof EgressError) return error.fault;
    throw error;
  }
}

function checked(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  const known = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !known || url.username || url.password) throw new EgressError('address');
  return url;
}

async function pin(
  url: URL,
  { allowed, signal }: { allowed: readonly string[]; signal: AbortSignal },
): Promise<Found> {
  return judge(url, await addressesOf(bareHost(url), { allowed, signal }), allowed);
}

const bareHost = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '');

/** The address to connect to, of those that a name stands for. */
function judge(url: URL, found: Found[], allowed: readonly string[]): Found {
  const ours = found.map(({ address }) => isWithin(allowed, address));
  // Of several addresses each must do: which one answers is not ours to choose.
  if (found.some(({ address }, at) => !ours[at] && !isPublic(address))) {
    throw new EgressError('inside');
  }
  if (!ours.every(Boolean)) judgeOpen(url);
  const [first] = found;
  if (!first) throw new EgressError('unknown_host');
  return first;
}

/** What the open internet is asked, and how. */
function judgeOpen({ protocol, port }: URL): void {
  if (protocol === 'http:') throw new EgressError('insecure');
  if (!ports.has(port)) throw new EgressError('port');
}

async function addressesOf(
  host: string,
  { allowed, signal }: { allowed: readonly string[]; signal: AbortSignal },
): Promise<Found[]> {
  const family = isIP(host);
  if (family) return [{ address: host, family }];
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new EgressError('timeout')), { once: true });
  });
  // Names of the machine's own lead where only what the operator allows may lead.
  return await Promise.race([addressesOfName(host, allowed.length > 0), late]);
}

function send(
  url: URL,
  { address, family }: Found,
  { method = 'GET', headers = {}, body, signal, firstBytes }: GuardedRequest,
): Promise<Response> {
  const text = body?.toString();
  const start = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((answer, fail) => {
    const sent = start(
      url,
      {
        ...{ method, signal, agent: false },
        headers: { ...headers, ...(text && { 'content-length': String(Buffer.byteLength(text)) }) },
        lookup: (_host, options, done) =>
          options.all ? done(null, [{ address, family }]) : done(null, address, family),
      },
      (incoming) => read(incoming, firstBytes).then(answer, fail),
    );
    sent.on('error', fail);
    sent.end(text);
  });
}

async function read(incoming: IncomingMessage, firstBytes?: number): Promise<Response> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.length;
    if (firstBytes !== undefined && size >= firstBytes) {
      parts.push(part.subarray(0, part.length - (size - firstBytes)));
      // Leaving the loop closes the connection.
      break;
    }
    if (size > maxBytes) {
      incoming.destroy();
      throw new EgressError('too_large');
    }
    parts.push(part);
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one);
  }
  const status = incoming.statusCode ?? 502;
  const empty = status === 204 || status === 205 || status === 304;
  return new Response(empty ? null : Buffer.concat(parts), { status, headers });
}
