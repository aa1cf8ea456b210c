import { type IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { routedHeader, sealRouted } from '@/lib/doors/routed';
import type { DirectoryEntry } from '@/lib/tenancy/directory/entry';
import { pathHeader } from '@/lib/tenancy/hosts';
import { tenantHeader } from '@/lib/tenancy/tenant-header';
import { dressAnswer, openPageRouter } from './page-router';

const entryOf = (slug: string, status: DirectoryEntry['status']): DirectoryEntry => ({
  id: '01920000-0000-7000-8000-000000000001',
  slug,
  name: slug,
  status,
  locale: 'en',
  primaryHost: null,
  epoch: '1',
  connection: 'primary',
  brandVersion: 7,
  brand: {},
  modulesOff: [],
  flags: {},
});

const route = openPageRouter({
  find: async (slug) => {
    if (slug === 'silent') throw new Error('no answer');
    if (slug === 'acme') return entryOf(slug, 'active');
    return slug === 'paused' ? entryOf(slug, 'suspended') : null;
  },
  changesSince: async (horizon) => ({ horizon, keys: [], silent: [] }),
});

async function routed(url: string, headers: IncomingHttpHeaders) {
  const request = { url, headers: { ...headers } };
  const did = await route(request);
  expect(request.url).toBe(url);
  expect(did).toBe(routedHeader in request.headers);
  return request.headers;
}

const acme = sealRouted('t/acme.rowhouse.localhost~7');

test('names the place of a page of a known host', async () => {
  for (const url of ['/', '/settings/people', '/collections/x?sort=a%20b', '/brand/logo-1.webp']) {
    const headers = await routed(url, { host: 'ACME.rowhouse.localhost:3000' });
    expect(headers[routedHeader], url).toBe(acme);
    expect(headers[tenantHeader]).toMatch(/^[\w-]+\.[\w-]+$/);
    expect(headers['x-forwarded-host']).toBe('acme.rowhouse.localhost:3000');
  }
  const part = await routed('/settings?tab=a&_rsc=x1', { host: 'acme.rowhouse.localhost' });
  expect(part[pathHeader]).toBe('/settings?tab=a');
  const site = await routed('/pricing', { host: 'rowhouse.localhost:3000' });
  expect(site[routedHeader]).toBe(sealRouted('site/en'));
  const korean = { host: 'rowhouse.localhost:3000', 'accept-language': 'ko' };
  expect((await routed('/', korean))[routedHeader]).toBe(sealRouted('site/ko'));
  const chosen = { ...korean, cookie: 'house.language=en' };
  expect((await routed('/', chosen))[routedHeader]).toBe(sealRouted('site/en'));
  const staff = await routed('/tenants', { host: 'console.rowhouse.localhost:3000' });
  expect(staff[routedHeader]).toBe(sealRouted('console'));
});

test('takes the hop that Next makes to itself after an action for what it is', async () => {
  const hop = { host: 'localhost:3000', 'x-forwarded-host': 'acme.rowhouse.localhost:3000' };
  expect((await routed('/settings', hop))[routedHeader]).toBe(acme);
  const posed = { host: 'acme.rowhouse.localhost:3000', 'x-forwarded-host': 'other.example' };
  expect((await routed('/settings', posed))[routedHeader]).toBe(acme);
});

test('leaves everything else to middleware', async () => {
  const host = 'acme.rowhouse.localhost:3000';
  const others: [string, IncomingHttpHeaders][] = [
    ['/', {}],
    ['/', { host: 'nobody.rowhouse.localhost:3000' }],
    ['/', { host: 'paused.rowhouse.localhost:3000' }],
    ['/', { host: 'silent.rowhouse.localhost:3000' }],
    ['/', { host: 'www.rowhouse.localhost:3000' }],
    ['/', { host: 'api.rowhouse.localhost:3000' }],
    ...[
      '/t/acme.rowhouse.localhost~7/settings',
      '/T/acme.rowhouse.localhost~7',
      '/console/tenants',
      '/%74/acme.rowhouse.localhost~7',
      '/a/../t/acme.rowhouse.localhost~7',
      '//evil.example',
      '/a\\b',
      '/.well-known/x',
      '/settings.rsc',
      '/settings.segments/_tree.segment.rsc',
      '/_next/static/chunk.js',
      '/_next/image?url=x',
      '/api/auth/session',
      'http://other.example/',
    ].map((url): [string, IncomingHttpHeaders] => [url, { host }]),
  ];
  for (const [url, headers] of others) {
    expect((await routed(url, headers))[routedHeader], `${headers.host}${url}`).toBeUndefined();
  }
});

test('a browser is not told that its query was dropped, and each cache which headers count', () => {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  dressAnswer(response);
  response
    .setHeader('x-nextjs-rewritten-path', '/t/acme')
    .setHeader('x-nextjs-rewritten-query', '')
    .setHeader('Vary', ['rsc, cookie', 'next-url']);
  expect(response.getHeaders()).toEqual({
    'x-nextjs-rewritten-path': '/t/acme',
    vary: 'rsc, Cookie, next-url, Accept-Language',
  });
});
