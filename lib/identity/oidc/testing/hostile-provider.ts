import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testClient } from './client';

/** What the next ID token says and how it is made, where that differs from an honest one. */
export interface Trick {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** Signs with a key that it does not show. */
  foreignKey?: boolean;
  /** Of the description of itself. */
  metadata?: (issuer: string) => Record<string, unknown>;
  /** Answers instead of the token endpoint. */
  token?: (response: ServerResponse) => void;
}

export type HostileProvider = Awaited<ReturnType<typeof startHostileProvider>>;

/** A provider on loopback that answers as it is told to. It never sees a browser. */
export async function startHostileProvider() {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const state: { trick: Trick; nonce: string; asked: string[] } = {
    trick: {},
    nonce: '',
    asked: [],
  };
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    state.asked.push(path);
    request.resume();
    if (path === '/token' && state.trick.token) return state.trick.token(response);
    if (path.startsWith('/.well-known/')) return json(response, describe());
    if (path === '/jwks') {
      const key = own.publicKey.export({ format: 'jwk' });
      return json(response, { keys: [{ ...key, kid: 'own', use: 'sig', alg: 'RS256' }] });
    }
    if (path === '/token') {
      return json(response, { access_token: 'x', token_type: 'Bearer', id_token: idToken() });
    }
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
  });
  // Nobody waits for it: whoever started it may be done.
  server.unref();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const describe = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    ...state.trick.metadata?.(issuer),
  });
  const idToken = () => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      ...{ iss: issuer, aud: testClient.clientId, sub: 'mallory', nonce: state.nonce },
      ...{
        iat: now,
        exp: now + 300,
        email: 'mallory@example.com',
        email_verified: true,
        ...state.trick.claims,
      },
    };
    const header = { alg: 'RS256', kid: 'own', ...state.trick.header };
    const text = [header, claims].map((part) => encode(JSON.stringify(part))).join('.');
    if (header.alg === 'none') return `${text}.`;
    const { privateKey } = state.trick.foreignKey ? other : own;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
  };
  return {
    issuer,
    /** What it was asked, by path. */
    asked: state.asked,
    play: (trick: Trick) => {
      state.trick = trick;
    },
    /** Notes what the browser was sent with, and answers the query of its way back. */
    visit: (address: string): string => {
      const { searchParams } = new URL(address);
      state.nonce = searchParams.get('nonce') ?? '';
      const query = { code: 'any', state: searchParams.get('state') ?? '' };
      return new URLSearchParams(query).toString();
    },
    end: () => new Promise<void>((ended) => server.close(() => ended())),
  };
}

const encode = (text: string) => Buffer.from(text).toString('base64url');

function json(response: ServerResponse, body: unknown) {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
