import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findHostEntry } from '@/db/directory';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import type { DirectoryEntry } from '../directory/entry';
import { assetIdOf } from './asset-path';
import { brandingProcedures as branding } from './procedures';

let world: World;
let a: TestTenant;
let b: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

beforeEach(async () => {
  a = await world.tenant();
  b = await world.tenant();
  admin = await world.member(a, 'admin');
});

const looks = { color: '#aa3366', name: 'Academy' };
const save = (tokens: object, caller = admin) =>
  invoke(branding.save, { tokens } as never, caller.call());
const get = (caller = admin) => invoke(branding.get, {}, caller.call());
const publish = (caller = admin) => invoke(branding.publish, {}, caller.call());
const revert = (version: number, caller = admin) =>
  invoke(branding.revert, { version }, caller.call());
const entryOf = (tenant: TestTenant) => findHostEntry<DirectoryEntry>(tenant.slug, tenant.host);

describe('draft, publish, revert', () => {
  it('keeps a draft to itself until it is published', async () => {
    const before = await entryOf(a);
    await save(looks);
    await save({ ...looks, radius: 12 });
    expect((await entryOf(a))?.brandVersion).toBe(before?.brandVersion);
    expect((await get()).draft?.tokens).toMatchObject({ color: '#aa3366', radius: 12 });
    const published = await publish();
    expect(published).toMatchObject({ version: 2, state: 'published' });
    const after = await entryOf(a);
    expect(after).toMatchObject({ brandVersion: 4, brand: { name: 'Academy', radius: 12 } });
    expect((await get()).draft).toBeNull();
  });

  it('announces the change to readers of the directory', async () => {
    const seen = async () =>
      (
        await world.database.query<{ n: number }>(
          'select count(*)::int as n from control.directory_changes where key = $1',
          [`slug:${a.slug}`],
        )
      )[0]?.n ?? 0;
    await save(looks);
    const before = await seen();
    await publish();
    expect(await seen()).toBeGreaterThan(before);
  });

  it('lists history and publishes an earlier version again, keeping a draft', async () => {
    const first = (await get()).published;
    await save(looks);
    await publish();
    await save({ ...looks, name: 'Next' });
    const again = await revert(1);
    expect(again.version).toBe(4);
    expect(again.tokens).toEqual(first?.tokens);
    expect((await get()).draft?.tokens.name).toBe('Next');
    const { versions } = await invoke(branding.history, {}, admin.call());
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [4, 'published'],
      [2, 'retired'],
      [1, 'retired'],
    ]);
    const final = await publish();
    expect(final.version).toBe(5);
    expect((await entryOf(a))?.brandVersion).toBe(10);
  });

  it('has one published version after parallel publishing and reverting', async () => {
    await save(looks);
    await Promise.allSettled([publish(), publish(), revert(1), revert(1), revert(1)]);
    const rows = await world.database.query<{ n: number }>(
      `select count(*)::int as n from control.brandings where tenant_id = $1 and state = 'published'`,
      [a.tenantId],
    );
    expect(rows[0]?.n).toBe(1);
  });

  it('discards a draft', async () => {
    await save(looks);
    const state = await invoke(branding.discard, {}, admin.call());
    expect(state.draft).toBeNull();
    await expect(publish()).rejects.toMatchObject({ code: 'precondition' });
  });

  it('refuses another version, weak roles and bad looks', async () => {
    await save(looks);
    await expect(revert(2)).rejects.toMatchObject({ code: 'not_found' });
    await expect(revert(99)).rejects.toMatchObject({ code: 'not_found' });
    const company = await world.member(a, 'company');
    const refused = await Promise.allSettled([
      save(looks, company),
      publish(company),
      revert(1, company),
      get(company),
      invoke(branding.history, {}, company.call()),
      invoke(branding.discard, {}, company.call()),
    ]);
    for (const one of refused) expect(one).toMatchObject({ reason: { code: 'forbidden' } });
    await expect(save({ ...looks, color: 'red' })).rejects.toMatchObject({
      code: 'invalid',
      fields: { 'tokens.color': expect.any(String) },
    });
    await expect(save({ ...looks, css: 'body{}' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(save({ ...looks, logoPath: '/healthz' })).rejects.toMatchObject({
      fields: { 'tokens.logoPath': expect.any(String) },
    });
  });

  it('changes nothing of another tenant', async () => {
    const foreign = await world.member(b, 'admin');
    await save(looks);
    await publish();
    expect((await entryOf(b))?.brandVersion).toBe(2);
    expect((await get(foreign)).published?.version).toBe(1);
    await expect(revert(2, foreign)).rejects.toMatchObject({ code: 'not_found' });
  });
});

const picture = async (width = 300, height = 100) =>
  await sharp({ create: { width, height, channels: 4, background: '#3366ff80' } })
    .png()
    .toBuffer();
const upload = (bytes: Uint8Array | string, name = 'logo.png', caller = admin) =>
  invoke(
    branding.upload,
    { kind: 'logo', file: new File([bytes as BlobPart], name, { type: 'image/png' }) },
    caller.call(),
  );

describe('pictures', () => {
  it('redraws an upload, serves it on its own host and lets a draft use it', async () => {
    const { path, width, height } = await upload(await picture(1280, 400));
    expect([width, height]).toEqual([614, 192]);
    const id = assetIdOf(path) ?? '';
    const asset = await invoke(branding.asset, { id }, world.anonymous(a));
    expect(asset.mediaType).toBe('image/png');
    const drawn = await sharp(Buffer.from(asset.content, 'base64')).metadata();
    expect(drawn).toMatchObject({ format: 'png', width: 614 });
    await expect(invoke(branding.asset, { id }, world.anonymous(b))).rejects.toMatchObject({
      code: 'not_found',
    });
    await save({ ...looks, logoPath: path });
    await publish();
    expect((await entryOf(a))?.brand.logo).toBe(path);
    const foreign = await world.member(b, 'admin');
    await expect(save({ ...looks, logoPath: path }, foreign)).rejects.toMatchObject({
      fields: { 'tokens.logoPath': expect.any(String) },
    });
  });

  it('keeps a photograph under 256 KiB', async () => {
    const noise = Buffer.from(Array.from({ length: 800 * 400 * 3 }, (_, at) => (at * 7919) % 251));
    const photo = await sharp(noise, { raw: { width: 800, height: 400, channels: 3 } })
      .jpeg({ quality: 95 })
      .toBuffer();
    const { sizeBytes } = await upload(photo, 'photo.jpg');
    expect(sizeBytes).toBeLessThanOrEqual(256 * 1024);
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', /SVG/],
    ['an SVG behind a declaration', '<?xml version="1.0"?><svg/>', /SVG/],
    ['a page posing as PNG', '<!doctype html><script>alert(1)</script>', /SVG|PNG/],
    ['a GIF that is also a script', 'GIF89a/*\x01\x01*/=alert(1);', /PNG, JPEG or WebP/],
    [
      'a PNG head with a page behind it',
      '\x89PNG\r\n\x1a\n<script>alert(1)</script>',
      /damaged|PNG/,
    ],
    ['nothing', '', /PNG, JPEG or WebP/],
  ])('refuses %s, saying why', async (_what, content, message) => {
    const bytes = Buffer.from(content, 'latin1');
    await expect(upload(bytes)).rejects.toMatchObject({
      code: 'invalid',
      fields: { file: expect.stringMatching(message) },
    });
  });

  it('refuses huge dimensions before decoding them', async () => {
    const bomb = await sharp({
      create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(4 * 1024 * 1024);
    await expect(upload(bomb)).rejects.toMatchObject({
      fields: { file: expect.stringMatching(/6000 pixels/) },
    });
  });

  it('refuses what is larger than 4 MB', async () => {
    await expect(upload(Buffer.alloc(4 * 1024 * 1024 + 1))).rejects.toMatchObject({
      fields: { file: expect.stringMatching(/4 MB/) },
    });
  });

  it('keeps nothing that was appended to or hidden in a picture', async () => {
    const poisoned = Buffer.concat([
      await picture(),
      Buffer.from('<script>alert(1)</script>PK\x03\x04'),
    ]);
    const { path } = await upload(poisoned);
    const asset = await invoke(branding.asset, { id: assetIdOf(path) ?? '' }, world.anonymous(a));
    const stored = Buffer.from(asset.content, 'base64').toString('latin1');
    expect(stored).not.toContain('script');
    expect(stored).not.toContain('PK\x03\x04');
  });

  it('wants the permission', async () => {
    const company = await world.member(a, 'company');
    await expect(upload(await picture(), 'logo.png', company)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('knows its own paths only', () => {
    expect(assetIdOf('/brand/../x.png')).toBeNull();
    expect(assetIdOf('/healthz')).toBeNull();
  });
});
