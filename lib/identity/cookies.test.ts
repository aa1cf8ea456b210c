import { ResponseCookies } from 'next/dist/compiled/@edge-runtime/cookies';
import { afterEach, expect, it, vi } from 'vitest';
import { claimCookie, cleared } from './cookies';

const scheme = vi.hoisted(() => ({ current: 'https' }));
vi.mock('../env', () => ({ env: () => ({ scheme: scheme.current }) }));
afterEach(() => {
  scheme.current = 'https';
});

const line = () => {
  const headers = new Headers();
  new ResponseCookies(headers).delete(cleared(claimCookie()));
  return headers.get('set-cookie');
};

it('clears a cookie with what its prefix wants of it', () => {
  expect(line()).toMatch(/^__Host-house\.claim=;.*Path=\/;.*Expires=Thu, 01 Jan 1970.*Secure/);
  scheme.current = 'http';
  expect(line()).not.toContain('Secure');
});
