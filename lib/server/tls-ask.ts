import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { findHostEntry } from '@/db/directory';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import type { DirectoryEntry } from '@/lib/tenancy/directory/entry';
import { normaliseHost, resolveHost } from '@/lib/tenancy/hosts';

/**
 * Answers a proxy that asks `?domain=` before it gets a certificate, such as Caddy: 200 for a custom
 * host that is served at this moment, else 404. Listens on loopback alone, on a port of its own.
 */
export async function openTlsAsk(port: number): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request)
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

async function answer({ method, url }: IncomingMessage): Promise<number> {
  if (method !== 'GET') return 405;
  const asked = new URL(url ?? '/', 'http://ask').searchParams.getAll('domain');
  const host = asked.length === 1 ? normaliseHost(asked[0] ?? '') : null;
  const name = host === null ? null : resolveHost(host, env().ROOT_DOMAIN);
  if (name?.zone !== 'tenant' || name.slug !== null) return 404;
  const entry = await findHostEntry<DirectoryEntry>(null, name.host);
  return entry && entry.status !== 'closed' ? 200 : 404;
}

function end(response: ServerResponse, status: number) {
  response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
  response.end();
}
