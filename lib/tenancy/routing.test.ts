import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DirectoryEntry } from './directory/entry';
import { resolveHost } from './hosts';
import { routePage } from './routing';

const rootDomain = 'rowhouse.localhost';
const acme: DirectoryEntry = {
  id: '01900000-0000-7000-8000-000000000000',
  slug: 'acme',
  name: 'Acme',
  status: 'active',
  locale: 'en',
  primaryHost: null,
  epoch: '1',
  connection: 'primary',
  brandVersion: 3,
  brand: {},
  modulesOff: [],
  flags: {},
};

const route = (hostName: string, path: string, entry: DirectoryEntry | null = null) =>
  routePage({ host: resolveHost(hostName, rootDomain), rootDomain, path, entry });

const missing = { kind: 'rewrite', path: '/site/en/nothing-here', status: 404 };

describe('routePage', () => {
  it('leads each zone to its own pages', () => {
    expect(route(rootDomain, '/start')).toEqual({ kind: 'rewrite', path: '/site/en/start' });
    expect(route('localhost', '/')).toEqual({ kind: 'redirect', host: rootDomain });
    expect(route(`console.${rootDomain}`, '/x')).toEqual({ kind: 'rewrite', path: '/console/x' });
    expect(route(`api.${rootDomain}`, '/')).toEqual(missing);
    expect(route(`acme.${rootDomain}`, '/a.b', acme)).toEqual({
      kind: 'rewrite',
      path: `/t/acme.${rootDomain}~3/a.b`,
    });
  });

  it('tells an unknown host and a closed tenant apart from nothing', () => {
    const unknown = { kind: 'rewrite', path: '/site/en/unknown-host', status: 404 };
    expect(route(`nobody.${rootDomain}`, '/')).toEqual(unknown);
    expect(route(`acme.${rootDomain}`, '/', { ...acme, status: 'closed' })).toEqual(unknown);
  });

  it.each(['suspended', 'closing'] as const)(
    'shows a tenant that is %s its notice on every path but its logo',
    (status) => {
      const shut = { ...acme, status };
      const notice = { path: `/t/acme.${rootDomain}~3/${status}`, status: 503 };
      expect(route(`acme.${rootDomain}`, '/collections', shut)).toMatchObject(notice);
      expect(route(`acme.${rootDomain}`, '/brand/x.png', shut)).not.toMatchObject(notice);
    },
  );

  it('leads a domain on to the primary one, with its session where there is one', () => {
    const elsewhere = { ...acme, leadsTo: 'learn.example.com' };
    const at = (path: string) => route('old.example.com', path, elsewhere);
    const on = { kind: 'redirect', host: 'learn.example.com' };
    expect(at('/collections/x')).toEqual({ ...on, handsOver: '/switch/acme' });
    // Where nobody is signed in, which would only lead back here.
    expect(at('/sign-in')).toEqual(on);
    for (const path of ['/switch/acme', '/arrive', '/magic-link/x', '/reset/x', '/brand/x.png']) {
      expect(at(path), path).toMatchObject({ kind: 'rewrite' });
    }
    // A page that is open there goes on until it loads another.
    const host = resolveHost('old.example.com', rootDomain);
    expect(
      routePage({ host, rootDomain, path: '/collections', entry: elsewhere, withinPage: true }),
    ).toMatchObject({ kind: 'rewrite' });
    const shut = route('old.example.com', '/', { ...elsewhere, status: 'suspended' });
    expect(shut).toMatchObject({ kind: 'rewrite', status: 503 });
  });

  it('keeps at its host what is bound to it: links made for a host, and sign-ins that began', () => {
    const at = (path: string) =>
      route('old.example.com', path, { ...acme, leadsTo: 'learn.example.com' });
    const made = readdirSync('lib/identity', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(`lib/identity/${file}`, 'utf8'))
      .flatMap((text) => [
        ...text.matchAll(/hostUrl\([\w.]+, [`'](\/[^`'?$]*)/g),
        ...text.matchAll(/const (?:steps|return)\w* = '(\/[^']*)'/g),
      ])
      .map(([, path]) => (path?.endsWith('/') ? `${path}x` : (path ?? '')));
    expect(made.sort()).toEqual([
      '/arrive',
      '/claim/x',
      '/sign-in/sso/confirm/x',
      '/sign-in/sso/return',
      '/sign-in/steps',
    ]);
    for (const path of made) expect(at(path), path).toMatchObject({ kind: 'rewrite' });
    for (const path of ['/sign-in', '/sign-in/sso']) {
      expect(at(path), path).toMatchObject({ kind: 'redirect' });
    }
  });

  it('shows a tenant whose server is gone its notice on every path but its logo', () => {
    const host = resolveHost(`acme.${rootDomain}`, rootDomain);
    const notice = { path: `/t/acme.${rootDomain}~3/unavailable`, status: 503 };
    const at = (path: string) => routePage({ host, rootDomain, path, entry: acme, silent: true });
    expect(at('/collections')).toMatchObject(notice);
    expect(at('/brand/x.png')).not.toMatchObject(notice);
  });

  it.each([
    '/t/acme.rowhouse.localhost~3',
    '/T/acme',
    '//t/x',
    '/%74/x',
    '/site/ko',
    '/console',
    '/console/tenants',
    '/unknown-host',
    '/unavailable',
    '/%',
  ])('hides the internal path %s everywhere', (path) => {
    for (const [host, place] of [
      [rootDomain, '/site/en'],
      [`acme.${rootDomain}`, `/t/acme.${rootDomain}~3`],
      [`console.${rootDomain}`, '/console'],
    ] as const) {
      const nothing = { kind: 'rewrite', path: `${place}/nothing-here`, status: 404 };
      expect(route(host, path, acme)).toEqual(nothing);
    }
    expect(route(`nobody.${rootDomain}`, path)).toEqual(missing);
  });
});
