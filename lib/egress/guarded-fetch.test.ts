import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublic } from './addresses';
import { guardedFetch } from './guarded-fetch';

let port = 0;
let asked = 0;
const server = createServer((request, response) => {
  asked += 1;
  if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1/' }).end();
  else if (request.url === '/flood') response.end('x'.repeat(1_100_000));
  else response.end(`${request.method} ${request.headers.host}`);
});

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

describe('requests to addresses that somebody typed', () => {
  it('reach nothing inside, however it is written', async () => {
    const hosts = [
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '127.0.0.1.',
      '0',
      '0.0.0.0',
      'localhost',
      'LOCALHOST',
      '[::1]',
      '[::]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[0:0:0:0:0:0:0:1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
      '[fe80::1]',
      '[fd00::1]',
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '①②⑦.⓪.⓪.①',
      '224.0.0.1',
      '255.255.255.255',
    ];
    for (const host of hosts) {
      for (const scheme of ['http', 'https']) {
        const tried = guardedFetch(`${scheme}://${host}:${port}/`, {}, []);
        await expect(tried, `${scheme}://${host}`).rejects.toMatchObject({
          fault: expect.stringMatching(/^(inside|address)$/),
        });
      }
    }
    expect(asked).toBe(0);
  });

  it('speak https alone, and no other scheme or credentials', async () => {
    await expect(guardedFetch('http://93.184.216.34/', {}, [])).rejects.toMatchObject({
      fault: 'insecure',
    });
    for (const address of [
      'file:///etc/passwd',
      'gopher://x',
      'https://a:b@example.com',
      'x',
      '',
    ]) {
      await expect(guardedFetch(address, {}, [])).rejects.toMatchObject({ fault: 'address' });
    }
  });

  it('ask at the ports of HTTPS alone', async () => {
    for (const port of ['22', '25', '3306', '6379', '80', '65535']) {
      const tried = guardedFetch(`https://93.184.216.34:${port}/`, {}, []);
      await expect(tried, port).rejects.toMatchObject({ fault: 'port' });
    }
    const over = { signal: AbortSignal.abort() };
    for (const port of ['443', '8443']) {
      const tried = guardedFetch(`https://93.184.216.34:${port}/`, over, []);
      await expect(tried, port).rejects.toMatchObject({ fault: 'timeout' });
    }
  });

  it('go where the operator allows, follow nothing and read so much', async () => {
    const allowed = ['127.0.0.0/8'];
    const url = `http://127.0.0.1:${port}`;
    const answer = await guardedFetch(`${url}/`, { method: 'POST', body: 'x' }, allowed);
    expect(await answer.text()).toBe(`POST 127.0.0.1:${port}`);
    const before = asked;
    expect((await guardedFetch(`${url}/away`, {}, allowed)).status).toBe(302);
    expect(asked).toBe(before + 1);
    await expect(guardedFetch(`${url}/flood`, {}, allowed)).rejects.toMatchObject({
      fault: 'too_large',
    });
    await expect(
      guardedFetch(`${url}/`, { signal: AbortSignal.abort() }, allowed),
    ).rejects.toMatchObject({ fault: 'timeout' });
  });

  it('know the open internet', () => {
    for (const one of [
      '93.184.216.34',
      '8.8.8.8',
      '2606:4700::1111',
      '172.32.0.1',
      '100.128.0.1',
    ]) {
      expect(isPublic(one), one).toBe(true);
    }
  });
});
