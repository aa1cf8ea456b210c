import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { PageMemory } from './page-memory';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let close: () => void;
afterEach(() => close());

/** A server whose pages come through a memory; tells how often they were made. */
async function open(answer: Answer, maxBytes = 1_000_000) {
  let made = 0;
  const pages = async (request: IncomingMessage, response: ServerResponse) => {
    made++;
    answer(request, response);
  };
  const memory = new PageMemory(pages, { maxBytes });
  const server = createServer((request, response) => {
    void memory.answer(request, response, String(request.headers['x-place']));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  close = () => server.close().closeAllConnections();
  const { port } = server.address() as { port: number };
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers });
  return { ask, made: () => made };
}

const staticPage: Answer = (request, response) => {
  response.setHeader('Cache-Control', 's-maxage=300');
  response.setHeader('ETag', '"v1"');
  response.end(`page ${request.url} ${request.headers['accept-encoding'] ?? 'plain'}`);
};

it('makes a static page twice at most, then answers it packed or plain', async () => {
  const { ask, made } = await open(staticPage);
  await ask('/sign-in');
  for (const encoding of ['gzip', 'identity', 'gzip']) {
    const answer = await ask('/sign-in', { 'accept-encoding': encoding });
    expect(await answer.text()).toBe('page /sign-in plain');
    expect(answer.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null);
    expect(answer.headers.get('vary')).toBe('Accept-Encoding, Host, Accept-Language, Cookie');
    expect(answer.headers.get('cache-control')).toBe(
      'public, max-age=0, s-maxage=1, must-revalidate',
    );
  }
  expect(made()).toBe(2);
  const same = await ask('/sign-in', { 'if-none-match': '"v1"' });
  expect(same.status).toBe(304);
  expect(made()).toBe(2);
});

it('never answers one place with the page of another', async () => {
  const { ask } = await open((request, response) => {
    response.setHeader('cache-control', 's-maxage=300');
    response.end(String(request.headers['x-place']));
  });
  for (let n = 0; n < 3; n++) {
    for (const place of ['t/acme~1', 't/nova~1', 't/acme~2']) {
      expect(await (await ask('/sign-in', { 'x-place': place })).text()).toBe(place);
    }
  }
});

it('keeps nothing that is for one person, for parts of a page, for a query or that failed', async () => {
  const answers: Record<string, Answer> = {
    '/mine': (_, response) => response.setHeader('cache-control', 'private, no-store'),
    '/cookie': (_, response) =>
      response.setHeader('cache-control', 's-maxage=9').setHeader('set-cookie', 'a=b'),
    '/broken': (_, response) => {
      response.statusCode = 500;
      response.setHeader('cache-control', 's-maxage=9');
    },
    '/part': staticPage,
    '/query?a=1': staticPage,
  };
  const { ask, made } = await open((request, response) => {
    answers[request.url ?? '']?.(request, response);
    if (!response.writableEnded) response.end('x');
  });
  for (const path of Object.keys(answers)) {
    const before = made();
    for (let n = 0; n < 3; n++) await ask(path, path === '/part' ? { rsc: '1' } : {});
    expect(made() - before, path).toBe(3);
  }
});

it('asks again when a page that was static is so no longer', async () => {
  let status = 200;
  const { ask, made } = await open((request, response) => {
    response.statusCode = status;
    staticPage(request, response);
  });
  await ask('/sign-in');
  status = 404;
  const answer = await ask('/sign-in');
  expect([answer.status, await answer.text()]).toEqual([404, 'page /sign-in plain']);
  status = 200;
  for (let n = 0; n < 3; n++) expect((await ask('/sign-in')).status).toBe(200);
  expect(made()).toBe(3);
});

it('forgets the page that was asked for least recently when room is short', async () => {
  const { ask, made } = await open(staticPage, 3_500);
  for (const path of ['/a', '/b', '/c']) for (let n = 0; n < 2; n++) await ask(path);
  expect(made()).toBe(6);
  await ask('/c');
  expect(made()).toBe(6);
  await ask('/a');
  expect(made()).toBe(7);
});
