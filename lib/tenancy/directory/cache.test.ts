import { beforeEach, expect, it, vi } from 'vitest';
import { resolveHost } from '../hosts';
import { DirectoryCache } from './cache';
import type { DirectoryEntry } from './entry';
import { openSealed, sealJson } from './signature';

const secret = 'a secret of at least thirty-two characters';

const hostOf = (slug: string) => {
  const host = resolveHost(`${slug}.rowhouse.localhost`, 'rowhouse.localhost');
  if (host.zone !== 'tenant') throw new Error('not a tenant host');
  return host;
};

let now: number;
let asked: string[];
let changed: string[];
let silent: boolean;
let gone: string[];
let names: Record<string, string>;

const source = {
  find: async (slug: string | null) => {
    asked.push(slug ?? '');
    if (silent) throw new Error('silent');
    return slug && names[slug] ? ({ slug, name: names[slug] } as DirectoryEntry) : null;
  },
  changesSince: async (horizon: number) => {
    if (silent) throw new Error('silent');
    return { horizon: horizon + 1, keys: changed.splice(0), silent: gone };
  },
};

const open = (options = {}) => new DirectoryCache(source, { now: () => now, ...options });

beforeEach(() => {
  now = 1_000_000;
  [asked, changed, silent, gone] = [[], [], false, []];
  names = { acme: 'Acme' };
});

it('asks once for many who want the same host at once', async () => {
  const cache = open();
  const found = await Promise.all(Array.from({ length: 50 }, () => cache.find(hostOf('acme'))));
  expect(found.every((entry) => entry?.name === 'Acme')).toBe(true);
  expect(asked).toEqual(['acme']);
});

it('shows a change after the next question about changes', async () => {
  const cache = open();
  await cache.find(hostOf('acme'));
  names.acme = 'Acme and sons';
  changed.push('slug:acme');
  expect((await cache.find(hostOf('acme')))?.name).toBe('Acme');
  now += 1_001;
  expect((await cache.find(hostOf('acme')))?.name).toBe('Acme and sons');
});

it('asks anew of every host when something changed for all', async () => {
  const cache = open();
  await cache.find(hostOf('acme'));
  names.acme = 'Acme and sons';
  changed.push('*');
  now += 1_001;
  expect((await cache.find(hostOf('acme')))?.name).toBe('Acme and sons');
  expect(asked).toHaveLength(2);
  await cache.find(hostOf('acme'));
  expect(asked).toHaveLength(2);
});

it('serves what it had where a change for all is heard of and the host cannot be asked', async () => {
  let broken = false;
  const find = vi.fn(async (slug: string | null) => {
    if (broken) throw new Error('broken');
    return await source.find(slug);
  });
  const cache = new DirectoryCache({ ...source, find }, { now: () => now });
  await cache.find(hostOf('acme'));
  changed.push('*');
  broken = true;
  now += 1_001;
  expect((await cache.find(hostOf('acme')))?.name).toBe('Acme');
  find.mockImplementation(() => new Promise(() => undefined));
  expect((await cache.find(hostOf('acme')))?.name).toBe('Acme');
});

it('keeps an answer for minutes while it hears of changes', async () => {
  const cache = open();
  for (let second = 0; second < 300; second += 10) {
    await cache.find(hostOf('acme'));
    now += 10_000;
  }
  expect(asked).toEqual(['acme']);
  await cache.find(hostOf('acme'));
  expect(asked).toEqual(['acme', 'acme']);
});

it('does not keep what was read before a change and answered after it', async () => {
  let answer = () => {};
  const slow = new Promise<void>((done) => {
    answer = done;
  });
  const find = async (slug: string | null) => {
    const found = await source.find(slug);
    await slow;
    return found;
  };
  const cache = new DirectoryCache({ ...source, find }, { now: () => now });
  const early = cache.find(hostOf('acme'));
  await new Promise((done) => setTimeout(done, 5));
  names.acme = 'Acme and sons';
  changed.push('slug:acme');
  now += 1_001;
  const late = cache.find(hostOf('acme'));
  await new Promise((done) => setTimeout(done, 5));
  answer();
  expect((await early)?.name).toBe('Acme');
  expect((await late)?.name).toBe('Acme and sons');
  expect((await cache.find(hostOf('acme')))?.name).toBe('Acme and sons');
});

it('forgets an unknown host after ten seconds, or at once when it is made', async () => {
  const cache = open();
  expect(await cache.find(hostOf('nova'))).toBeNull();
  names.nova = 'Nova';
  now += 500;
  expect(await cache.find(hostOf('nova'))).toBeNull();
  changed.push('slug:nova');
  now += 1_001;
  expect((await cache.find(hostOf('nova')))?.name).toBe('Nova');
});

it('serves what it knows while the directory is silent, and fails for what it does not', async () => {
  const cache = open();
  await cache.find(hostOf('acme'));
  silent = true;
  now += 60_000;
  expect((await cache.find(hostOf('acme')))?.name).toBe('Acme');
  await expect(cache.find(hostOf('nova'))).rejects.toThrow('silent');
  now += 20 * 60_000;
  await expect(cache.find(hostOf('acme'))).rejects.toThrow('silent');
});

it('stays within its capacity, dropping what was not used', async () => {
  const cache = open({ capacity: 3 });
  for (const slug of ['a', 'b', 'c']) await cache.find(hostOf(slug));
  now += 1_000;
  await cache.find(hostOf('a'));
  await cache.find(hostOf('d'));
  expect(cache.size).toBe(3);
  asked = [];
  await cache.find(hostOf('a'));
  await cache.find(hostOf('b'));
  expect(asked).toEqual(['b']);
});

it('opens only what was sealed with this secret for this purpose', async () => {
  const sealed = await sealJson(secret, 'tenant', { name: '대치' });
  expect(await openSealed(secret, 'tenant', sealed)).toEqual({ name: '대치' });
  expect(await openSealed(secret, 'other', sealed)).toBeNull();
  expect(await openSealed(`${secret}!`, 'tenant', sealed)).toBeNull();
  expect(await openSealed(secret, 'tenant', `x${sealed}`)).toBeNull();
  expect(await openSealed(secret, 'tenant', null)).toBeNull();
});

it('knows within a second which tenants live on a server that is gone', async () => {
  const cache = open();
  const entry = { connection: 'east' } as DirectoryEntry;
  await cache.find(hostOf('acme'));
  expect(cache.isSilent(entry)).toBe(false);
  gone = ['east'];
  now += 1_000;
  await cache.find(hostOf('acme'));
  expect(cache.isSilent(entry)).toBe(true);
  expect(cache.isSilent({ ...entry, connection: 'primary' })).toBe(false);
});
