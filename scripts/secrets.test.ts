import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { processEnv } from './process-env.mjs';
import { databaseRoles, masterSecret, rolePassword, roleUrl } from './secrets.mjs';
import { stripeSettings } from './stripe/settings.mjs';

const product = {
  adminUrl: 'postgres://postgres:admin@127.0.0.1:5432/postgres?sslmode=require',
  secret: 'a'.repeat(64),
  dataDir: '/data',
  rootDomain: 'rowhouse.localhost',
  port: 3000,
  dev: false,
};

test('the secret is made once, kept private, and overruled by a given one', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rowhouse-secret-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const made = masterSecret({ dataDir, secret: undefined });
  expect(made).toMatch(/^[0-9a-f]{64}$/);
  expect(masterSecret({ dataDir, secret: undefined })).toBe(made);
  expect(masterSecret({ dataDir, secret: 'given' })).toBe('given');
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
});

test('each role has a password of its own, stable for a secret', () => {
  const all = Object.values(databaseRoles).map((role) => rolePassword(product.secret, role));
  expect(new Set(all).size).toBe(5);
  expect(all[0]).toBe(rolePassword(product.secret, 'rowhouse_web'));
  expect(all[0]).not.toBe(rolePassword('b'.repeat(64), 'rowhouse_web'));
});

test('a role URL keeps the server and its options, never the admin', () => {
  const url = new URL(roleUrl(product.adminUrl, product.secret, 'rowhouse_web'));
  expect(url.host + url.pathname + url.search).toBe('127.0.0.1:5432/rowhouse?sslmode=require');
  expect(url.username).toBe('rowhouse_web');
  expect(url.href).not.toContain('admin');
});

test('a process sees its own database URLs and nobody else’s', () => {
  const outer = {
    PATH: '/bin',
    DATABASE_URL: product.adminUrl,
    SMTP_URL: 'smtp://mail',
    AWS_SECRET_ACCESS_KEY: 'x',
  };
  const urls = (kind: string) =>
    Object.keys(processEnv(kind, product, outer)).filter((name) => name.endsWith('_URL'));
  expect(urls('setup')).toEqual(['ADMIN_DATABASE_URL']);
  expect(urls('web')).toEqual(['WEB_DATABASE_URL', 'PLATFORM_DATABASE_URL', 'SMTP_URL']);
  expect(urls('worker')).toEqual(['WORKER_DATABASE_URL', 'SMTP_URL']);
  expect(urls('operator').toSorted()).toEqual(['OPERATOR_DATABASE_URL', 'WORKER_DATABASE_URL']);
  expect(urls('cli')).toEqual(['WEB_DATABASE_URL', 'PLATFORM_DATABASE_URL']);
  expect(processEnv('web', product, outer)).not.toHaveProperty('AWS_SECRET_ACCESS_KEY');
});

test('the key of Stripe is seen by the operator alone', () => {
  const stripe = { STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_API_URL: 'http://127.0.0.1:1' };
  const kinds = ['setup', 'web', 'worker', 'operator', 'stripe', 'cli'];
  const seen = kinds.filter((kind) =>
    Object.values(processEnv(kind, { ...product, stripe }, stripe)).includes('sk_test_x'),
  );
  expect(seen).toEqual(['operator']);
});

test('by what Stripe signs is seen by whom it tells, and by the one that stands in for it', () => {
  const stripe = { STRIPE_WEBHOOK_SECRET: 'whsec_x' };
  const kinds = ['setup', 'web', 'worker', 'operator', 'stripe', 'cli'];
  const seen = kinds.filter((kind) =>
    Object.values(processEnv(kind, { ...product, stripe }, stripe)).includes('whsec_x'),
  );
  expect(seen).toEqual(['web', 'stripe']);
});

test('a Stripe on this machine sends its events to the root domain, signed by a secret of its own', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rowhouse-stripe-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const here = { ...product, dataDir, listenPort: 3000 };
  const local = await stripeSettings(here, {});
  expect(local).toMatchObject({
    STRIPE_WEBHOOK_SECRET: expect.stringMatching(/^whsec_[0-9a-f]{32}$/),
    LOCAL_STRIPE_EVENTS: 'http://rowhouse.localhost:3000/api/stripe/events',
  });
  expect(local.STRIPE_SECRET_KEY).not.toContain(local.STRIPE_WEBHOOK_SECRET?.slice(6));
  const real = { STRIPE_SECRET_KEY: 'sk_test_y', STRIPE_WEBHOOK_SECRET: 'whsec_y' };
  expect(await stripeSettings(here, real)).toEqual(real);
});
