import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '@/lib/doors/testing';
import { setFileStore } from '../files/file-store';
import { LocalFolder } from '../files/local-folder';
import { change, digests, run, stagesLeft } from './testing/run';
import { repack, rewriteArchive, type Stocked, stockedTenant } from './testing/stocked';

let world: World;
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rowhouse-archives-'));
  setFileStore(new LocalFolder(root));
  world = await openWorld();
});
afterAll(async () => {
  await world.end();
  await rm(root, { recursive: true, force: true });
});

describe('an archive is refused and changes nothing', () => {
  const refusal = async (tenant: Stocked, archiveId: string, why: RegExp) => {
    await change(tenant);
    const before = [
      await digests(world, tenant),
      await readdir(join(root, 'tenants', tenant.tenantId)),
    ];
    const restored = run(world, tenant, 'restore.in_place', { archiveId });
    await expect(restored).rejects.toMatchObject({
      code: 'precondition',
      message: expect.stringMatching(why),
    });
    expect([
      await digests(world, tenant),
      await readdir(join(root, 'tenants', tenant.tenantId)),
    ]).toEqual(before);
    expect(await stagesLeft(world)).toEqual([]);
  };
  const bytesOf = (tenant: Stocked, id: string) => join(root, 'archives', tenant.tenantId, id);

  it('with one bit changed', async () => {
    const tenant = await stockedTenant(world);
    const { id } = await run(world, tenant, 'backup');
    const bytes = await readFile(bytesOf(tenant, id));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4;
    await writeFile(bytesOf(tenant, id), bytes);
    await refusal(tenant, id, /altered/);
  });

  it('cut off', async () => {
    const tenant = await stockedTenant(world, 2_000);
    const { id } = await run(world, tenant, 'backup');
    const bytes = await readFile(bytesOf(tenant, id));
    await writeFile(bytesOf(tenant, id), bytes.subarray(0, bytes.length - 500));
    await refusal(tenant, id, /end is missing|altered/);
  });

  it('of another tenant, laid in its place', async () => {
    const [tenant, other] = [await stockedTenant(world), await stockedTenant(world)];
    const { id } = await run(world, other, 'backup');
    await writeFile(bytesOf(tenant, (await run(world, tenant, 'backup')).id), 'x');
    await writeFile(bytesOf(tenant, id), await readFile(bytesOf(other, id)));
    await refusal(tenant, id, /somebody else/);
  });

  const planted: [
    string,
    RegExp,
    (text: string, ids: { own: string; foreign: string }) => string,
  ][] = [
    [
      'with rows of another tenant',
      /altered|not what it was|somebody else/,
      (text, { own, foreign }) => text.replaceAll(`${own}\t`, `${foreign}\t`),
    ],
    [
      'with a column that is not there',
      /other columns/,
      (text) => text.replace('"position"', '"tenantix"'),
    ],
    [
      'with a table that does not belong',
      /does not belong/,
      (text) => text.replace('"name":"counters"', '"name":"outboxes"'),
    ],
    [
      'with a changed manifest',
      /signature/,
      (text) => text.replace(/\\"rows\\":5/, '\\"rows\\":6'),
    ],
    [
      'with a changed row',
      /not what it was/,
      (text) => text.replace('Students', 'Strangers'.slice(0, 8)),
    ],
  ];
  it.each(planted)('%s, sealed with the right key', async (_name, why, forge) => {
    const [tenant, foreign] = [await stockedTenant(world), await stockedTenant(world)];
    const { id } = await run(world, tenant, 'backup');
    const ids = { own: tenant.tenantId, foreign: foreign.tenantId };
    await rewriteArchive(world, { ...tenant, archiveId: id }, (plain) => {
      const forged = Buffer.from(forge(plain.toString('latin1'), ids), 'latin1');
      expect(forged.equals(plain)).toBe(false);
      return forged;
    });
    await refusal(tenant, id, why);
  });

  it('with rows of another tenant that everything else agrees on', async () => {
    const [tenant, foreign] = [await stockedTenant(world), await stockedTenant(world)];
    const { id } = await run(world, tenant, 'backup');
    const theirs = await digests(world, foreign);
    await rewriteArchive(world, { ...tenant, archiveId: id }, (plain) =>
      repack(plain, (text) => text.replaceAll(tenant.tenantId, foreign.tenantId)),
    );
    await refusal(tenant, id, /rows of somebody else/);
    expect(await digests(world, foreign)).toEqual(theirs);
  });

  it('with a row twice, or a row more than its manifest says', async () => {
    const tenant = await stockedTenant(world);
    const { id } = await run(world, tenant, 'backup');
    const twice = (text: string) => text + text;
    await rewriteArchive(world, { ...tenant, archiveId: id }, (plain) => repack(plain, twice));
    await refusal(tenant, id, /row twice/);
    const { id: second } = await run(world, tenant, 'backup');
    const more = (text: string) => text + text.replaceAll(/\t[0-9a-f]{8}-/g, '\t00000000-');
    await rewriteArchive(world, { ...tenant, archiveId: second }, (plain) => repack(plain, more));
    await refusal(tenant, second, /what its manifest says|row twice/);
  });
});
