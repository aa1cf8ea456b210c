import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import next from 'next';
import { closePools, configureDatabase } from '@/db/client';
import { verifyRuntimeRole } from '@/db/runtime-role';
import { watchShards } from '@/db/shards/watch';
import { addressHeader, addressOf, sealAddress } from '@/lib/doors/address';
import { handleRest } from '@/lib/doors/rest';
import { restPrefix } from '@/lib/doors/rest-prefix';
import { routedHeader } from '@/lib/doors/routed';
import { env, setDirectoryUrl } from '@/lib/env';
import { log } from '@/lib/log';
import { refuseLargeBody } from './body-limit';
import { enterUsage } from './count-usage';
import { openDirectoryEndpoint } from './directory-endpoint';
import { answerHealth } from './health';
import { PageMemory } from './page-memory';
import { openPageRouter } from './page-router';
import { tellOfShard } from './shard-news';
import { dressAnswer } from './shared-caches';
import { atShutdown, endOnSignals } from './shutdown';
import { openTlsAsk } from './tls-ask';

const {
  WEB_DATABASE_URL: web,
  PLATFORM_DATABASE_URL: platform,
  ROWHOUSE_SECRET: roleSecret,
  SHARD_URLS: shards,
  PORT,
  LISTEN_PORT = PORT,
  NODE_ENV,
  TLS_ASK_PORT: askPort,
} = env();

/** The sign-in pages of more than 10,000 tenants. */
const pageMemoryBytes = 80 * 2 ** 20;

if (!web || !platform) throw new Error('Web needs WEB_DATABASE_URL and PLATFORM_DATABASE_URL.');
configureDatabase({ web, platform, roleSecret, shards });
await verifyRuntimeRole();
await verifyRuntimeRole({ login: 'platform' });
endOnSignals();
atShutdown(closePools);
atShutdown((await watchShards(tellOfShard)).stop);
enterUsage();

const directory = await openDirectoryEndpoint();
atShutdown(directory.close);
setDirectoryUrl(directory.url);

if (askPort > 0) {
  const asked = await openTlsAsk(askPort);
  atShutdown(() => new Promise<void>((done) => asked.close(() => done())));
}

const server = createServer((request, response) => void serve(request, response));
const app = next({
  dev: NODE_ENV === 'development',
  hostname: 'localhost',
  port: LISTEN_PORT,
  httpServer: server,
});
await app.prepare();
const pages = app.getRequestHandler();
const memory = new PageMemory(pages, { maxBytes: pageMemoryBytes });
const route = openPageRouter();

const rest = getRequestListener(
  (request, { incoming }) => handleRest(request, addressOf((incoming as IncomingMessage).socket)),
  { overrideGlobalObjects: false },
);

async function serve(request: IncomingMessage, response: ServerResponse) {
  try {
    if (await answerHealth(request, response)) return;
    strip(request);
    const path = request.url ?? '/';
    if (path === restPrefix || path.startsWith(`${restPrefix}/`)) await rest(request, response);
    else if (!refuseLargeBody(request, response)) {
      dressAnswer(response);
      if (!(await route(request))) return await pages(request, response);
      await memory.answer(request, response, String(request.headers[routedHeader]));
    }
  } catch (error) {
    log.error({ err: error }, 'request failed');
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
}

/** Nobody outside may speak in our own headers. */
function strip({ headers, socket }: IncomingMessage) {
  for (const name of Object.keys(headers)) {
    if (name.startsWith('x-rowhouse-') || name.startsWith('x-middleware-')) delete headers[name];
  }
  headers[addressHeader] = sealedAddressOf(socket);
}

/** Sealed once for a connection, whose peer does not change. */
const sealed = new WeakMap<Socket, string>();

function sealedAddressOf(socket: Socket): string {
  const known = sealed.get(socket);
  if (known) return known;
  const made = sealAddress(addressOf(socket) ?? 'unknown');
  sealed.set(socket, made);
  return made;
}

server.keepAliveTimeout = 65_000;
server.requestTimeout = 120_000;
server.maxHeadersCount = 100;
await new Promise<void>((done) => server.listen(LISTEN_PORT, done));
atShutdown(
  () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 5_000).unref();
    }),
);
log.info({ port: LISTEN_PORT }, 'web ready');
