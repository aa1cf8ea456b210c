import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { findHostEntry } from '@/db/directory';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import type { HostEntry } from '@/lib/tenancy/directory/entry';
import { normaliseHost, resolveHost } from '@/lib/tenancy/hosts';

/** How long a name that is not served stays known as that, and how many are. */
const absentMs = 5_000;
const mostAbsent = 10_000;

/** Most names that are looked up at once; more are told to ask again. */
const mostAtOnce = 8;

/**
 * Answers a proxy that asks `?domain=` before it gets a certificate, such as Caddy: 200 for a custom
 * host that is served at this moment, else 404, and 503 where too many are asked for at once: whoever
 * opens a connection may name anything. Listens on loopback alone, on a port of its own.
 */
export async function openTlsAsk(
  port: number,
  { keptMs = absentMs, find = findServed }: Partial<Asking> = {},
): Promise<Server> {
  const absent = new Map<string, number>();
  let open = 0;
  const look = async (host: string): Promise<number> => {
    if ((absent.get(host) ?? 0) > Date.now()) return 404;
    if (open >= mostAtOnce) return 503;
    open += 1;
    try {
      if (await find(host)) return 200;
    } finally {
      open -= 1;
    }
    if (absent.size >= mostAbsent) absent.clear();
    absent.set(host, Date.now() + keptMs);
    return 404;
  };
  const server = createServer((request, response) => {
    answer(request, look)
      .then((status) => end(response, status))
      .catch((error: unknown) => {
        log.error({ err: error }, 'a question for a certificate failed');
        end(response, 503);
      });
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', done);
  });
  return server;
}

interface Asking {
  /** Milliseconds that a name which is not served stays known as that. */
  keptMs: number;
  find: (host: string) => Promise<boolean>;
}

async function findServed(host: string): Promise<boolean> {
  const entry = await findHostEntry<HostEntry>(null, host);
  return entry !== null && entry.status !== 'closed';
}

type Look = (host: string) => Promise<number>;

async function answer({ method, url }: IncomingMessage, look: Look): Promise<number> {
  if (method !== 'GET') return 405;
  const asked = new URLSearchParams(url?.split('?').slice(1).join('?')).getAll('domain');
  const host = asked.length === 1 ? normaliseHost(asked[0] ?? '') : null;
  const name = host === null ? null : resolveHost(host, env().ROOT_DOMAIN);
  if (name?.zone !== 'tenant' || name.slug !== null) return 404;
  return await look(name.host);
}

function end(response: ServerResponse, status: number) {
  response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
  response.end();
}
