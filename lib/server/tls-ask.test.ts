import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { type NameServer, startNameServer } from '@/lib/egress/testing/name-server';
import { domainProcedures } from '@/lib/tenancy/domains/procedures';
import { ageHost, liveDomain } from '@/lib/tenancy/domains/testing/host-stage';
import { openTlsAsk } from './tls-ask';

let world: World;
let names: NameServer;
let server: Awaited<ReturnType<typeof openTlsAsk>>;

beforeAll(async () => {
  names = await startNameServer();
  vi.stubEnv('DNS_SERVERS', names.address);
  world = await openWorld();
  server = await openTlsAsk(0, { keptMs: 0 });
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  await names.end();
  await world.end();
});

/** As Caddy asks: a GET with the name in the query, the rest of the address kept. */
const ask = async (query: string, method = 'GET') => {
  const { port } = server.address() as AddressInfo;
  const path = `http://127.0.0.1:${port}/ask`;
  return (await fetch(`${path}?${query}`, { method })).status;
};

it('keeps what is not there for a moment, and takes any address', async () => {
  const keeping = await openTlsAsk(0, { keptMs: 60_000 });
  const { port } = keeping.address() as AddressInfo;
  const at = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
  const admin = await world.member(await world.tenant(), 'admin');
  const host = 'kept.ash-works.com';
  expect(await at(`/ask?domain=${host}`)).toBe(404);
  await liveDomain(names, admin, host);
  expect(await ask(`domain=${host}`)).toBe(200);
  expect(await at(`/ask?domain=${host}`)).toBe(404);
  expect(await at('//')).toBe(404);
  await new Promise((done) => keeping.close(done));
});

it('looks eight names up at once, and has further ones asked again', async () => {
  let answer: (found: boolean) => void = () => undefined;
  const found = new Promise<boolean>((done) => {
    answer = done;
  });
  const slow = await openTlsAsk(0, { find: () => found });
  const { port } = slow.address() as AddressInfo;
  let refused = 0;
  const at = async (n: number) => {
    const { status } = await fetch(`http://127.0.0.1:${port}/ask?domain=n${n}.ash-works.com`);
    if (status === 503) refused += 1;
    return status;
  };
  const many = Array.from({ length: 20 }, (_, n) => at(n));
  await vi.waitFor(() => expect(refused).toBe(12), { timeout: 20_000 });
  answer(true);
  expect((await Promise.all(many)).filter((status) => status === 200)).toHaveLength(8);
  await new Promise((done) => slow.close(done));
});

it('says yes for hosts that are served, and for nothing else', async () => {
  expect((server.address() as AddressInfo).address).toBe('127.0.0.1');
  const a = await world.tenant();
  const admin = await world.member(a, 'admin');
  const host = 'learn.ash-works.com';
  const claim = await invoke(domainProcedures.add, { host }, admin.call());
  expect(await ask(`domain=${host}`)).toBe(404);
  await invoke(domainProcedures.remove, { id: claim.id }, admin.call());
  const live = await liveDomain(names, admin, host);
  for (const named of [host, 'LEARN.Ash-Works.com.', `${host}&key=1`]) {
    expect(await ask(`domain=${named}`), named).toBe(200);
  }
  for (const named of [
    ...['', 'ash-works.com', `x.${host}`, `${host}&domain=${host}`, a.host, 'rowhouse.localhost'],
    ...[
      `id:${a.tenantId}`,
      `id%3A${a.tenantId}`,
      '127.0.0.1',
      '%00',
      `${host}/x`,
      '*.ash-works.com',
    ],
  ]) {
    expect(await ask(`domain=${named}`), named).toBe(404);
  }
  expect(await ask(`domain=${host}`, 'POST')).toBe(405);
  await ageHost(world, host, 7 * 24 + 1);
  expect(await ask(`domain=${host}`)).toBe(404);
  await invoke(domainProcedures.check, { id: live.id }, admin.call());
  expect(await ask(`domain=${host}`)).toBe(200);
  await invoke(domainProcedures.remove, { id: live.id }, admin.call());
  expect(await ask(`domain=${host}`)).toBe(404);
});
