import { Client, neon, neonConfig } from '@neondatabase/serverless';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { pointAtNeonRelay } from '../wire/connect';
import { failureOf, KernelFixture } from '../wire/fixture';
import { type NeonRelay, startNeonRelay } from './relay';

let fixture: KernelFixture;
let relay: NeonRelay;

beforeAll(async () => {
  fixture = await KernelFixture.create();
  await fixture.configure('neon-ws');
  const { hostname: host, port } = new URL(fixture.url());
  relay = await startNeonRelay({ postgres: { host, port: Number(port) }, users: ['kernel_web'] });
  pointAtNeonRelay(relay.url);
  neonConfig.webSocketConstructor = WebSocket;
});

afterAll(async () => {
  await relay.close();
  await fixture.drop();
});

const post = (url: string, role = 'kernel_web') =>
  fetch(url, {
    method: 'POST',
    headers: { 'neon-connection-string': fixture.url(role) },
    body: JSON.stringify({ query: 'select $1::int as n', params: ['1'] }),
  });

describe('the relay', () => {
  it('answers in raw text, as arrays', async () => {
    const answer = await (await post(`${relay.url}/sql`)).json();
    expect(answer).toMatchObject({ command: 'SELECT', rowCount: 1, rows: [['1']] });
  });

  it('runs a transaction whole, with its isolation', async () => {
    const sql = neon(fixture.url('kernel_web'));
    const results = await sql.transaction(
      [sql`select set_config('app.tenant', 'x', true) as a`, sql`show transaction_isolation`],
      { isolationLevel: 'RepeatableRead', readOnly: true },
    );
    expect(results).toEqual([[{ a: 'x' }], [{ transaction_isolation: 'repeatable read' }]]);
    expect(await sql`select current_setting('app.tenant', true) as a`).not.toEqual([{ a: 'x' }]);
  });

  it('carries error codes', async () => {
    const failure = await failureOf(neon(fixture.url('kernel_web')).query('select 1 / 0'));
    expect(failure).toMatchObject({ code: '22012' });
  });

  it('carries a WebSocket client', async () => {
    const client = new Client({ connectionString: fixture.url('kernel_web') });
    await client.connect();
    expect((await client.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    await client.end();
  });

  it('knows nobody without the secret', async () => {
    const { origin } = new URL(relay.url);
    expect((await post(`${origin}/sql`)).status).toBe(404);
    expect((await post(`${origin}/${'x'.repeat(24)}/sql`)).status).toBe(404);
    expect((await fetch(`${relay.url}/sql`)).status).toBe(404);
  });

  it('lets only the named logins through, both ways', async () => {
    expect((await post(`${relay.url}/sql`, 'kernel_platform')).status).toBe(400);
    const client = new Client({ connectionString: fixture.url('kernel_platform') });
    client.on('error', () => undefined);
    expect((await failureOf(client.connect())).message).not.toBe('it did not fail');
  });

  it('listens on loopback only', () => {
    expect(new URL(relay.url).hostname).toBe('127.0.0.1');
  });
});
