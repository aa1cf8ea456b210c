import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { dressAnswer, outward } from './shared-caches';

const deciding = 'Host, Accept-Language, Cookie';

it('lets what is for everybody be kept for a second, whatever Next says', () => {
  const told = { 'cache-control': 's-maxage=300, stale-while-revalidate=31535700', etag: '"a"' };
  expect(outward(told)).toEqual({
    'cache-control': 'public, max-age=0, s-maxage=1, must-revalidate',
    vary: deciding,
    etag: '"a"',
  });
});

it('takes an answer that names no rule for one person’s', () => {
  expect(outward({})).toEqual({ 'cache-control': 'private, no-store', vary: deciding });
  const own = { 'cache-control': 'private, no-cache', vary: 'rsc, cookie' };
  expect(outward(own)).toEqual({ ...own, vary: 'rsc, Cookie, Host, Accept-Language' });
});

it('leaves alone what never changes', () => {
  const ever = { 'cache-control': 'public, max-age=31536000, immutable', vary: 'host' };
  expect(outward(ever)).toEqual(ever);
});

it('dresses headers however they come, and tells no browser that its query was dropped', () => {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  dressAnswer(response);
  response
    .setHeader('x-nextjs-rewritten-path', '/t/acme')
    .setHeader('x-nextjs-rewritten-query', '')
    .setHeader('Vary', ['rsc', 'next-url']);
  response.writeHead(200, 'Fine', { 'Cache-Control': 's-maxage=9', etag: '"b"' });
  expect(response.getHeaders()).toEqual({
    'x-nextjs-rewritten-path': '/t/acme',
    vary: `rsc, next-url, ${deciding}`,
    'cache-control': 'public, max-age=0, s-maxage=1, must-revalidate',
    etag: '"b"',
  });
  expect([response.statusCode, response.statusMessage]).toEqual([200, 'Fine']);
});
