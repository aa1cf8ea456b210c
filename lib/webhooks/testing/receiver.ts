import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  headers: Record<string, string>;
  body: string;
}

/** Answers a message; none at all where it does not end the response. */
export type Answering = (response: ServerResponse, message: Received) => void;

/** A receiver of webhooks on loopback. */
export interface Receiver {
  url: string;
  port: number;
  received: Received[];
  /** How it answers from now on. */
  answer: Answering;
  end(): Promise<void>;
}

/** What a receiver that is well answers. */
export const well: Answering = (response) => response.writeHead(204).end();

/** Starts one on a free port, or on the one given. */
export async function startReceiver(port = 0): Promise<Receiver> {
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  const at = (server.address() as AddressInfo).port;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${at}/hooks`,
    port: at,
    received: [],
    answer: well,
    end: () => {
      server.closeAllConnections();
      return new Promise<void>((done) => server.close(() => done()));
    },
  };
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const message = { headers, body: Buffer.concat(parts).toString('utf8') };
    receiver.received.push(message);
    receiver.answer(response, message);
  };
  return receiver;
}
