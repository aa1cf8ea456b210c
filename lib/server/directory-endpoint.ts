import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { keyedDigest } from '@/lib/tenancy/directory/signature';
import { databaseSource } from './directory-source';

/**
 * Serves the tenant directory to this process's Edge sandbox: loopback only, on a port of its own,
 * guarded by a key derived from the master secret. Answers its base URL and how to close it.
 */
export async function openDirectoryEndpoint(): Promise<{ url: string; close(): Promise<void> }> {
  const expected = Buffer.from(`Bearer ${await keyedDigest(env().ROWHOUSE_SECRET, 'directory')}`);
  const server = createServer((request, response) => {
    answer(request, expected)
      .then((body) => respond(response, body === undefined ? 404 : 200, body))
      .catch((error: unknown) => {
        log.error({ err: error }, 'directory endpoint failed');
        respond(response, 503, null);
      });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer({ headers, url }: IncomingMessage, expected: Buffer): Promise<unknown> {
  const given = Buffer.from(headers.authorization ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const { pathname, searchParams } = new URL(url ?? '/', 'http://directory');
  if (pathname === '/find') {
    return await databaseSource.find(searchParams.get('slug'), searchParams.get('host') ?? '');
  }
  if (pathname === '/changes')
    return await databaseSource.changesSince(Number(searchParams.get('since')));
  return undefined;
}

function respond(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body ?? null));
}
