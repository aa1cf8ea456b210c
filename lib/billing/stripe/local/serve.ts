import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { act, type Shown, show } from './acts';
import { advance } from './advance';
import { type Answer, answer } from './answer';
import { deliverDue } from './deliver';
import { StripeFault } from './fault';
import { apiVersion, type Endpoint, type Faults, type Local, noFaults } from './local';
import { made, newId } from './objects';
import { Store } from './store';

interface Options {
  /** 0 for any that is free. */
  port: number;
  /** Journal of what it knows; in memory alone where null. */
  path: string | null;
  /** How often time and events are looked after. */
  everyMs?: number;
  /** Where its events go from the start, and by what they are signed. */
  events?: { url: string; secret: string };
}

export interface LocalStripe {
  local: Local;
  url: string;
  /** Sends what is due now. Answers how many. */
  deliver(): Promise<number>;
  close(): Promise<void>;
}

const mostBytes = 1_000_000;

/** Opens a Stripe on loopback that answers the SDK, sends events and shows its pages. */
export async function openLocalStripe(options: Options): Promise<LocalStripe> {
  const { port, path, everyMs = 250, events } = options;
  const local: Local = { store: new Store(path), faults: noFaults(), url: '' };
  const server = createServer((request, response) => {
    serve(local, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  local.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (events) keepEndpoint(local, events);
  let busy: Promise<number> | undefined;
  const deliver = () => {
    busy ??= deliverDue(local).finally(() => {
      busy = undefined;
    });
    return busy;
  };
  const timer = setInterval(() => {
    advance(local);
    void deliver();
  }, everyMs);
  const close = async () => {
    clearInterval(timer);
    server.closeAllConnections();
    await new Promise<void>((done) => server.close(() => done()));
    await busy;
  };
  return { local, url: local.url, deliver, close };
}

/** One for all starts: what was not delivered yet goes where it is listened now. */
function keepEndpoint({ store }: Local, { url, secret }: { url: string; secret: string }): void {
  const endpoint = made<Endpoint>('webhook_endpoint', {
    ...{ id: 'we_local', url, secret, enabled_events: ['*'], status: 'enabled' },
    ...{ created: 0, metadata: {}, api_version: apiVersion },
  });
  store.put(endpoint);
}

async function serve(local: Local, request: IncomingMessage, response: ServerResponse) {
  const { pathname, search } = new URL(request.url ?? '/', local.url);
  const { method = 'GET', headers } = request;
  const body = await textOf(request);
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '')) {
    return send(response, { status: 403, body: 'Only this machine may ask.' });
  }
  if (pathname === '/faults' && method === 'POST') {
    Object.assign(local.faults, JSON.parse(body) as Partial<Faults>);
    return send(response, { status: 200, body: local.faults });
  }
  if (!pathname.startsWith('/v1/')) {
    return showPage(response, () => (method === 'POST' ? act : show)(local, pathname));
  }
  if (local.faults.hang > 0) {
    local.faults.hang -= 1;
    return;
  }
  const form = method === 'GET' || body === '' ? search.slice(1) : body;
  const authorization = headers.authorization ?? '';
  const key = headers['idempotency-key'];
  const idempotencyKey = typeof key === 'string' ? key : null;
  const made = answer(local, { method, path: pathname, form, authorization, idempotencyKey });
  if (local.faults.loseAnswer > 0) {
    local.faults.loseAnswer -= 1;
    return response.destroy();
  }
  send(response, made);
}

function send(response: ServerResponse, { status, body, replayed }: Answer): void {
  response.writeHead(status, {
    ...{ 'content-type': 'application/json', 'request-id': newId('req') },
    ...(replayed && { 'idempotent-replayed': 'true' }),
  });
  response.end(JSON.stringify(body));
}

function showPage(response: ServerResponse, make: () => Shown | undefined): void {
  const shown = shownBy(make);
  if (!shown) send(response, { status: 404, body: 'There is no such page.' });
  else if ('to' in shown) response.writeHead(303, { location: shown.to }).end();
  else {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
    response.end(shown.html);
  }
}

function shownBy(make: () => Shown | undefined): Shown | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof StripeFault) return undefined;
    throw error;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) throw new Error('This request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
