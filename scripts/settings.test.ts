import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSettings } from './settings.mjs';

const dataDir = () => {
  const folder = mkdtempSync(join(tmpdir(), 'rowhouse-settings-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
const read = (env: Record<string, string>, options = {}) =>
  readSettings({ DATA_DIR: dataDir(), ...env }, options);

test('an empty environment is fine', () => {
  expect(read({})).toMatchObject({
    port: 3000,
    rootDomain: 'rowhouse.localhost',
    databaseUrl: undefined,
    complaints: [],
  });
});

test.each([
  ['PORT', 'abc'],
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '3000 '],
  ['PGPORT', '1e3'],
  ['ROOT_DOMAIN', 'Example.com'],
  ['ROOT_DOMAIN', 'http://example.com'],
  ['ROOT_DOMAIN', 'example.localhost:3000'],
  ['ROOT_DOMAIN', '-a.localhost'],
  ['ROOT_DOMAIN', '127.0.0.1'],
  ['DATA_DIR', '/proc/nowhere'],
  ['DATABASE_URL', 'mysql://user@host/db'],
  ['DATABASE_URL', 'not a url'],
  ['DATABASE_URL', 'postgres://host/db'],
  ['ROWHOUSE_SECRET', 'short'],
  ['HOSTER', 'nobody'],
  ['HOSTER', 'vercel'],
  ['STRIPE_SECRET_KEY', 'mine'],
  ['STRIPE_API_URL', 'http://stripe.example'],
  ['STRIPE_API_URL', 'nowhere'],
  ['STRIPE_WEBHOOK_SECRET', 'mine'],
  ['STRIPE_WEBHOOK_SECRET', 'whsec_0123456789abcdef,whsec_0123456789abcdeg,whsec_0123456789abcdeh'],
])('%s=%s gets one sentence that names it', (name, value) => {
  const { complaints } = read({ ROWHOUSE_SECRET: 's'.repeat(32), [name]: value });
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toMatch(new RegExp(`^${name}[ =].*\\.$`));
});

test('every wrong value is named at once', () => {
  expect(read({ PORT: 'x', ROOT_DOMAIN: 'X', DATABASE_URL: 'x' }).complaints).toHaveLength(4);
});

test('a database password is not printed', () => {
  const { complaints } = read({ DATABASE_URL: 'mysql://user:hush@host/db' });
  expect(complaints.join()).not.toContain('hush');
});

test('a public name needs a secret of its own, a local one does not', () => {
  const name = { ROOT_DOMAIN: 'rowhouse.example' };
  expect(read(name).complaints).toHaveLength(1);
  expect(read(name, { dev: true }).complaints).toEqual([]);
  expect(read({ ...name, ROWHOUSE_SECRET: 's'.repeat(32) }).complaints).toEqual([]);
});

test('who takes money in public must be told of it', () => {
  const mine = { ROOT_DOMAIN: 'rowhouse.example', ROWHOUSE_SECRET: 's'.repeat(32) };
  const key = { ...mine, STRIPE_SECRET_KEY: 'sk_live_0123456789' };
  expect(read(key).complaints).toEqual([
    expect.stringMatching(/^STRIPE_WEBHOOK_SECRET must be set/),
  ]);
  expect(read(key, { dev: true }).complaints).toEqual([]);
  expect(read({ ...key, ROOT_DOMAIN: 'rowhouse.localhost' }).complaints).toEqual([]);
  const two = 'whsec_0123456789abcdef, whsec_0123456789abcdeg';
  expect(read({ ...key, STRIPE_WEBHOOK_SECRET: two }).complaints).toEqual([]);
  expect(read(mine).complaints).toEqual([]);
});

test('further servers are named and counted', () => {
  const url = 'postgres://admin:secret@east.example/postgres';
  const read1 = read({ SHARD_URLS: JSON.stringify({ east: url }), EMBEDDED_SHARDS: '2' });
  expect(read1).toMatchObject({ shardUrls: { east: url }, embeddedShards: 2, complaints: [] });
});

test.each([
  ['EMBEDDED_SHARDS', 'two'],
  ['EMBEDDED_SHARDS', '9'],
  ['SHARD_URLS', 'east'],
  ['SHARD_URLS', '["postgres://a@b/c"]'],
  ['SHARD_URLS', '{"east":"mysql://admin@east.example/x"}'],
  ['SHARD_URLS', '{"primary":"postgres://admin@east.example/x"}'],
  ['SHARD_URLS', '{"embedded-1":"postgres://admin@east.example/x"}'],
  ['SHARD_URLS', '{"East Coast":"postgres://admin@east.example/x"}'],
  ['SHARD_URLS', '{"a":"postgres://x@h.example/1","b":"postgres://y@h.example:5432/2"}'],
])('a wrong %s is one sentence that names it', (name, value) => {
  const { complaints } = read({ [name]: value });
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toContain(name);
});
