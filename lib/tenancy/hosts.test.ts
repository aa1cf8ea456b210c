import { describe, expect, it } from 'vitest';
import { hostSegment, normaliseHost, parseHostSegment, requestedHost, resolveHost } from './hosts';

const root = 'rowhouse.localhost';

describe('normaliseHost', () => {
  it.each([
    ['ACME.Rowhouse.localhost:3000', 'acme.rowhouse.localhost'],
    ['acme.rowhouse.localhost.', 'acme.rowhouse.localhost'],
    ['acme.rowhouse.localhost.:3000', 'acme.rowhouse.localhost'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['대치.example', 'xn--vk1bo23c.example'],
  ])('writes %s as %s', (raw, host) => expect(normaliseHost(raw)).toBe(host));

  it.each([
    '',
    'a b',
    'user@acme.example',
    'acme.example/path',
    'acme.example?x',
    'acme.example#x',
    'a,b',
    '-acme.example',
    'acme_1.example',
    'acme..example',
    '%61cme.example',
    `${'a'.repeat(64)}.example`,
  ])('refuses %j', (raw) => expect(normaliseHost(raw)).toBeNull());
});

describe('requestedHost', () => {
  it('believes a forwarded host on the loopback hop only', () => {
    const forwardedHost = 'evil.example';
    expect(requestedHost({ host: 'acme.example', forwardedHost })).toBe('acme.example');
    expect(requestedHost({ host: 'localhost:3000', forwardedHost })).toBe('evil.example');
    expect(requestedHost({ host: 'acme.example', forwardedHost, trustForwarded: true })).toBe(
      'evil.example',
    );
    expect(requestedHost({ host: null, forwardedHost: null })).toBeNull();
  });
});

describe('resolveHost', () => {
  it('sorts hosts into zones', () => {
    expect(resolveHost(root, root).zone).toBe('site');
    expect(resolveHost(`www.${root}`, root).zone).toBe('site');
    expect(resolveHost('127.0.0.1', root).zone).toBe('site');
    expect(resolveHost(`console.${root}`, root).zone).toBe('console');
    expect(resolveHost(`api.${root}`, root).zone).toBe('api');
    expect(resolveHost(`acme.${root}`, root)).toMatchObject({ zone: 'tenant', slug: 'acme' });
    expect(resolveHost(`a.b.${root}`, root)).toMatchObject({ zone: 'tenant', slug: 'a.b' });
    expect(resolveHost('learn.example', root)).toMatchObject({ zone: 'tenant', slug: null });
    expect(resolveHost(`evil${root}`, root)).toMatchObject({ zone: 'tenant', slug: null });
  });
});

it('reads back the segment it writes, and nothing else', () => {
  expect(parseHostSegment(hostSegment('acme.example', 7))).toEqual({
    host: 'acme.example',
    brandVersion: 7,
    language: 'en',
  });
  expect(parseHostSegment(hostSegment('acme.example', 7, 'ko'))).toEqual({
    host: 'acme.example',
    brandVersion: 7,
    language: 'ko',
  });
  for (const bad of [
    'acme.example',
    'acme.example~x',
    'a/b~1',
    '~1',
    'acme.example~1~en',
    'acme.example~1~xx',
  ]) {
    expect(parseHostSegment(bad)).toBeNull();
  }
});
