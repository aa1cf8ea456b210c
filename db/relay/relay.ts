import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import pg from 'pg';
import { type WebSocket, WebSocketServer } from 'ws';
import { QueryRunner } from './http-queries';
import { readStartup } from './startup';

export interface NeonRelayOptions {
  /** The Postgres server behind it; whatever host a connection string names, this one is reached. */
  postgres: { host: string; port: number };
  /** Logins that may come through; all when absent. */
  users?: string[];
  /** Path that callers must know; made up when absent. */
  secret?: string;
  /** Loopback port; any free one when absent. */
  port?: number;
}

export interface NeonRelay {
  /** Base URL with the secret as path: what `configureDatabase({ neonRelay })` takes. */
  url: string;
  close(): Promise<void>;
}

const maxBodyBytes = 16 * 1024 * 1024;

/**
 * A local stand-in for Neon's proxy, on loopback only: `POST {url}/sql` for its HTTP driver and a
 * WebSocket at `{url}/v2` for its Pool and Client.
 */
export async function startNeonRelay(options: NeonRelayOptions): Promise<NeonRelay> {
  const relay = new Relay(options);
  await relay.listen(options.port ?? 0);
  return { url: relay.url, close: () => relay.close() };
}

class Relay {
  readonly #options: NeonRelayOptions;
  readonly #secret: string;
  readonly #runner = new QueryRunner();
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #server = createServer((request, response) => void this.#post(request, response));

  constructor(options: NeonRelayOptions) {
    this.#options = options;
    this.#secret = options.secret ?? randomBytes(18).toString('base64url');
    this.#server.on('upgrade', (request, socket, head) => {
      if (!this.#knows(request, '/v2')) return socket.destroy();
      this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#tunnel(ws));
    });
  }

  get url() {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${this.#secret}`;
  }

  listen(port: number) {
    return new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  async close() {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    await this.#runner.close();
  }

  #knows({ url = '/' }: IncomingMessage, path: string) {
    const { pathname } = new URL(url, 'http://relay');
    const given = Buffer.from(pathname);
    const wanted = Buffer.from(`/${this.#secret}${path}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }

  async #post(request: IncomingMessage, response: ServerResponse) {
    if (request.method !== 'POST' || !this.#knows(request, '/sql')) return send(response, 404, {});
    try {
      const target = this.#target(String(request.headers['neon-connection-string'] ?? ''));
      const body = JSON.parse(await readBody(request));
      send(response, 200, await this.#runner.run(target, body, request.headers));
    } catch (error) {
      send(response, 400, describe(error));
    }
  }

  #target(connectionString: string): string {
    const url = new URL(connectionString);
    if (!this.#mayPass(decodeURIComponent(url.username))) throw new Error('login not allowed');
    url.hostname = this.#options.postgres.host;
    url.port = String(this.#options.postgres.port);
    url.search = '';
    return url.href;
  }

  #mayPass(user: string) {
    return this.#options.users === undefined || this.#options.users.includes(user);
  }

  // Bytes are passed on untouched once the startup packet names an allowed login.
  #tunnel(ws: WebSocket) {
    const { host, port } = this.#options.postgres;
    const postgres = connect({ host, port, noDelay: true });
    let waiting: Buffer | undefined = Buffer.alloc(0);
    ws.on('message', (data: Buffer) => {
      if (!waiting) return void postgres.write(data);
      waiting = Buffer.concat([waiting, data]);
      try {
        const login = readStartup(waiting);
        if (!login) return;
        if (!this.#mayPass(login.user)) throw new Error('login not allowed');
        postgres.write(waiting);
        waiting = undefined;
      } catch {
        ws.terminate();
        postgres.destroy();
      }
    });
    join(ws, postgres);
  }
}

function join(ws: WebSocket, postgres: Socket) {
  postgres.on('data', (data) => ws.send(data));
  postgres.on('error', () => ws.terminate());
  postgres.on('close', () => ws.close());
  ws.on('error', () => postgres.destroy());
  ws.on('close', () => postgres.destroy());
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  for await (const part of request) {
    sizeBytes += part.length;
    if (sizeBytes > maxBodyBytes) throw new Error('body too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function send(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function describe(error: unknown) {
  if (!(error instanceof pg.DatabaseError)) {
    return { message: error instanceof Error ? error.message : 'unknown error' };
  }
  const { message, code, severity, detail, hint, position, schema, table, column, constraint } =
    error;
  return { message, code, severity, detail, hint, position, schema, table, column, constraint };
}
