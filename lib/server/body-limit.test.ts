import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuseLargeBody } from './body-limit';

const mega = 1024 * 1024;

let server: Server;
let readBytes = 0;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    if (refuseLargeBody(request, response)) return;
    readBytes = 0;
    try {
      // Late, as a page is that asks the database first.
      await new Promise((done) => setTimeout(done, 20));
      for await (const piece of request) readBytes += (piece as Buffer).length;
      response.end(String(readBytes));
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => new Promise((done) => server.close(done)));

/** Sends pieces of 1 MB, in chunks when no length is stated; answers status and text. */
const post = (pieces: number, headers: Record<string, string | number> = {}) =>
  new Promise<{ status: number; text: string }>((done, fail) => {
    const { port } = server.address() as AddressInfo;
    const options = { host: '127.0.0.1', port, method: 'POST', headers, agent: false };
    const sent = httpRequest(options, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', fail);
    const write = (left: number): void => {
      if (left === 0) return void sent.end();
      sent.write(Buffer.alloc(mega), () => write(left - 1));
    };
    write(pieces);
  });

describe('a body sent to a page', () => {
  it('arrives whole in chunks, as a proxy may send it', async () => {
    expect(await post(2)).toEqual({ status: 200, text: String(2 * mega) });
  });

  it('is refused by its stated length', async () => {
    expect((await post(0, { 'content-length': 50 * mega })).status).toBe(413);
  });

  it('that states no length is cut off as it grows', async () => {
    expect((await post(50)).status).toBe(413);
    expect(readBytes).toBeLessThanOrEqual(3 * mega);
  });
});
