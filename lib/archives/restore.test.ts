import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withSnapshot } from '@/db/archive/snapshot';
import { collections, people, records } from '@/db/schema/tenant';
import { openWorld, type World } from '@/lib/doors/testing';
import { setFileStore } from '../files/file-store';
import { LocalFolder } from '../files/local-folder';
import { handlersOf } from '../operations/handlers';
import { copyOpener } from '../server/open-copy';
import type { RestoreOutcome } from './restore';
import { restoreAsCopy } from './restore';
import {
  inside,
  openSealed,
  repack,
  rewriteArchive,
  type Stocked,
  stockedTenant,
} from './testing/stocked';

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

async function run(
  { tenantId }: { tenantId: string },
  kind: string,
  input: Record<string, unknown> = {},
  { id = uuidv7(), askedBy = null }: { id?: string; askedBy?: string | null } = {},
) {
  const handler = handlersOf(world.database.servers, copyOpener)[kind];
  if (!handler) throw new Error(`no handler for ${kind}`);
  const operation = { id, kind, input, progress: {}, attempts: 1, askedBy, tenantId };
  const hold = { signal: new AbortController().signal, note: async () => undefined };
  return { id, result: await handler(operation, hold) };
}

const digests = (tenant: { tenantId: string }) =>
  withSnapshot(world.database.servers, tenant.tenantId, (snapshot) => snapshot.digests());

/** Everything but the trail, which a restore never takes back. */
const content = async (tenant: { tenantId: string }) => {
  const { audit_events: _trail, ...rest } = await digests(tenant);
  return rest;
};

const change = (tenant: Stocked) =>
  inside(tenant, async (db) => {
    await db.delete(records).where(eq(records.id, tenant.recordIds[0] ?? ''));
    await db
      .update(records)
      .set({ data: { f1: 'other' }, t1: 'other' })
      .where(eq(records.id, tenant.recordIds[1] ?? ''));
    await db.insert(collections).values({ name: 'Later' });
  });

const stagesLeft = () =>
  world.database.query(`select 1 from pg_namespace where nspname like 'staging_%'`);

describe('a backup', () => {
  it('brings a tenant back in place, and moves nobody else', async () => {
    const [tenant, neighbour] = [await stockedTenant(world), await stockedTenant(world)];
    const before = await content(tenant);
    const others = await digests(neighbour);
    const { id: archiveId } = await run(tenant, 'backup');
    await change(tenant);
    await rm(join(root, 'tenants', tenant.tenantId, tenant.fileId));
    const changed = await content(tenant);
    expect(changed).not.toEqual(before);

    const preview = (await run(tenant, 'restore.preview', { archiveId }))
      .result as never as RestoreOutcome;
    expect(await content(tenant)).toEqual(changed);
    const of = (name: string) => preview.tables.find((table) => table.name === name);
    expect(of('records')).toMatchObject({ added: 1, changed: 1, removed: 0, same: 3 });
    expect(of('collections')).toMatchObject({ added: 0, changed: 0, removed: 1, same: 1 });
    expect(preview.files).toBe(1);

    const { result } = await run(tenant, 'restore.in_place', { archiveId });
    expect(result).toMatchObject({ tables: preview.tables, files: 1 });
    expect(await content(tenant)).toEqual(before);
    expect(await digests(neighbour)).toEqual(others);
    expect(await readFile(join(root, 'tenants', tenant.tenantId, tenant.fileId), 'utf8')).toBe(
      `bytes of ${tenant.slug}`,
    );
    const [placed] = await world.database.query(
      'select epoch::int, state from control.placements where tenant_id = $1',
      [tenant.tenantId],
    );
    expect(placed).toEqual({ epoch: 2, state: 'active' });
    expect(await inside(tenant, (db) => db.select().from(collections))).toHaveLength(1);
    expect(await stagesLeft()).toEqual([]);
  });

  it('keeps the way back: what stood before a restore is a backup too', async () => {
    const tenant = await stockedTenant(world);
    const { id: archiveId } = await run(tenant, 'backup');
    await change(tenant);
    const changed = await content(tenant);
    const { id: safetyId } = await run(tenant, 'restore.in_place', { archiveId });
    await run(tenant, 'restore.in_place', { archiveId: safetyId });
    expect(await content(tenant)).toEqual(changed);
  });

  it('does not bring back people as members, nor the erased at all', async () => {
    const tenant = await stockedTenant(world);
    const { id: archiveId } = await run(tenant, 'backup');
    const [kim] = await inside(tenant, (db) => db.delete(people).returning());
    await world.database.query(
      'insert into control.erasures (tenant_id, id, person_id) values ($1, $2, $3)',
      [tenant.tenantId, uuidv7(), kim?.id],
    );
    await run(tenant, 'restore.in_place', { archiveId });
    const [back] = await inside(tenant, (db) => db.select().from(people));
    expect(back).toMatchObject({ id: kim?.id, state: 'removed', name: 'Erased person', email: '' });
  });

  it('fills another tenant as a copy, whose people are known by nobody', async () => {
    const [tenant, copy] = [await stockedTenant(world), await world.tenant()];
    const { id: archiveId } = await run(tenant, 'backup');
    const asked = { id: uuidv7(), author: { requestId: uuidv7(), actorId: null } };
    const from = { tenantId: tenant.tenantId, archiveId, nameless: true };
    await restoreAsCopy(world.database.servers, { ...asked, ...from, target: copy.tenantId });
    const [own, made] = [await content(tenant), await content(copy)];
    expect({ ...made, people: null }).toEqual({ ...own, people: null });
    expect(await inside(copy, (db) => db.select().from(people))).toMatchObject([
      { name: 'Former member', email: '', state: 'removed' },
    ]);
    expect(await readdir(join(root, 'tenants', copy.tenantId))).toEqual([tenant.fileId]);
  });

  it('leaves nothing half when the store is full, and works once there is room', async () => {
    const tenant = await stockedTenant(world);
    class Full extends LocalFolder {
      override async write(): Promise<never> {
        throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      }
    }
    setFileStore(new Full(root));
    await expect(run(tenant, 'backup')).rejects.toMatchObject({ code: 'limit' });
    setFileStore(new LocalFolder(root));
    expect(
      await world.database.query('select 1 from control.archives where tenant_id = $1', [
        tenant.tenantId,
      ]),
    ).toEqual([]);
    await run(tenant, 'backup');
  });
});

describe('a workspace of its own', () => {
  it('is opened for a copy, with who asked as its admin, once', async () => {
    const tenant = await stockedTenant(world);
    const { id: archiveId } = await run(tenant, 'backup');
    const admin = await world.member(tenant, 'admin');
    const slug = `copy-${tenant.slug.slice(-8)}`;
    const input = { archiveId, slug, name: 'The copy' };
    const id = uuidv7();
    const first = await run(tenant, 'restore.copy', input, { id, askedBy: admin.userId });
    const again = await run(tenant, 'restore.copy', input, { id, askedBy: admin.userId });
    const copyId = String(first.result.copyId);
    expect(again.result.copyId).toBe(copyId);
    const rows = await world.database.query(
      `select t.id, t.name, t.status, m.user_id as "admin" from control.tenants t
       join control.memberships m on m.tenant_id = t.id where t.slug = $1`,
      [slug],
    );
    expect(rows).toEqual([{ id: copyId, name: 'The copy', status: 'active', admin: admin.userId }]);
    const own = await content(tenant);
    expect((await content({ tenantId: copyId })).records).toEqual(own.records);
  });
});

describe('an export', () => {
  it('is a zip that other programs open, of everything and nobody else', async () => {
    const [tenant, foreign] = [await stockedTenant(world), await stockedTenant(world)];
    const { id } = await run(tenant, 'export');
    const plain = await openSealed(world, { ...tenant, archiveId: id });
    const path = join(root, 'export.zip');
    await writeFile(path, plain);
    const list = execFileSync('unzip', ['-l', path], { encoding: 'utf8' });
    for (const name of ['READ ME.txt', 'collections/Students.csv', 'tables/records.jsonl']) {
      expect(list).toContain(name);
    }
    expect(execFileSync('unzip', ['-t', path], { encoding: 'utf8' })).toContain('No errors');
    const read = (name: string) => execFileSync('unzip', ['-p', path, name], { encoding: 'utf8' });
    expect(read('collections/Students.csv').split('\r\n')).toHaveLength(7);
    expect(JSON.parse(read('collections/Students.json'))[2]).toEqual({ Name: '학생 2\t\\N' });
    expect(read('tables/records.jsonl').trim().split('\n')).toHaveLength(5);
    expect(read(`files/${tenant.fileId}*`)).toBe(`bytes of ${tenant.slug}`);
    expect(plain.includes(foreign.tenantId)).toBe(false);
  });
});

describe('an archive is refused and changes nothing', () => {
  const refusal = async (tenant: Stocked, archiveId: string, why: RegExp) => {
    await change(tenant);
    const before = [await digests(tenant), await readdir(join(root, 'tenants', tenant.tenantId))];
    const restored = run(tenant, 'restore.in_place', { archiveId });
    await expect(restored).rejects.toMatchObject({
      code: 'precondition',
      message: expect.stringMatching(why),
    });
    expect([await digests(tenant), await readdir(join(root, 'tenants', tenant.tenantId))]).toEqual(
      before,
    );
    expect(await stagesLeft()).toEqual([]);
  };
  const bytesOf = (tenant: Stocked, id: string) => join(root, 'archives', tenant.tenantId, id);

  it('with one bit changed', async () => {
    const tenant = await stockedTenant(world);
    const { id } = await run(tenant, 'backup');
    const bytes = await readFile(bytesOf(tenant, id));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4;
    await writeFile(bytesOf(tenant, id), bytes);
    await refusal(tenant, id, /altered/);
  });

  it('cut off', async () => {
    const tenant = await stockedTenant(world, 2_000);
    const { id } = await run(tenant, 'backup');
    const bytes = await readFile(bytesOf(tenant, id));
    await writeFile(bytesOf(tenant, id), bytes.subarray(0, bytes.length - 500));
    await refusal(tenant, id, /end is missing|altered/);
  });

  it('of another tenant, laid in its place', async () => {
    const [tenant, other] = [await stockedTenant(world), await stockedTenant(world)];
    const { id } = await run(other, 'backup');
    await writeFile(bytesOf(tenant, (await run(tenant, 'backup')).id), 'x');
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
    const { id } = await run(tenant, 'backup');
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
    const { id } = await run(tenant, 'backup');
    const theirs = await digests(foreign);
    await rewriteArchive(world, { ...tenant, archiveId: id }, (plain) =>
      repack(plain, (text) => text.replaceAll(tenant.tenantId, foreign.tenantId)),
    );
    await refusal(tenant, id, /rows of somebody else/);
    expect(await digests(foreign)).toEqual(theirs);
  });

  it('with a row twice, or a row more than its manifest says', async () => {
    const tenant = await stockedTenant(world);
    const { id } = await run(tenant, 'backup');
    const twice = (text: string) => text + text;
    await rewriteArchive(world, { ...tenant, archiveId: id }, (plain) => repack(plain, twice));
    await refusal(tenant, id, /row twice/);
    const { id: second } = await run(tenant, 'backup');
    const more = (text: string) => text + text.replaceAll(/\t[0-9a-f]{8}-/g, '\t00000000-');
    await rewriteArchive(world, { ...tenant, archiveId: second }, (plain) => repack(plain, more));
    await refusal(tenant, second, /what its manifest says|row twice/);
  });
});
