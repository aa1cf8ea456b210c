import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { collections, people, records } from '@/db/schema/tenant';
import { setTestTier } from '@/db/testing/tier';
import { openWorld, type World } from '@/lib/doors/testing';
import { setFileStore } from '../files/file-store';
import { LocalFolder } from '../files/local-folder';
import { type RestoreOutcome, restoreAsCopy, restoreInPlace } from './restore';
import { change, content, digests, run, stagesLeft } from './testing/run';
import { inside, openSealed, stockedTenant } from './testing/stocked';

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

describe('a backup', () => {
  it('brings a tenant back in place, and moves nobody else', async () => {
    const [tenant, neighbour] = [await stockedTenant(world), await stockedTenant(world)];
    const before = await content(world, tenant);
    const others = await digests(world, neighbour);
    const { id: archiveId } = await run(world, tenant, 'backup');
    await change(tenant);
    await rm(join(root, 'tenants', tenant.tenantId, tenant.fileId));
    const changed = await content(world, tenant);
    expect(changed).not.toEqual(before);

    const preview = (await run(world, tenant, 'restore.preview', { archiveId }))
      .result as never as RestoreOutcome;
    expect(await content(world, tenant)).toEqual(changed);
    const of = (name: string) => preview.tables.find((table) => table.name === name);
    expect(of('records')).toMatchObject({ added: 1, changed: 1, removed: 0, same: 3 });
    expect(of('collections')).toMatchObject({ added: 0, changed: 0, removed: 1, same: 1 });
    expect(preview.files).toBe(1);

    const { result } = await run(world, tenant, 'restore.in_place', { archiveId });
    expect(result).toMatchObject({ tables: preview.tables, files: 1 });
    expect(await content(world, tenant)).toEqual(before);
    expect(await digests(world, neighbour)).toEqual(others);
    expect(await readFile(join(root, 'tenants', tenant.tenantId, tenant.fileId), 'utf8')).toBe(
      `bytes of ${tenant.slug}`,
    );
    const [placed] = await world.database.query(
      'select epoch::int, state from control.placements where tenant_id = $1',
      [tenant.tenantId],
    );
    expect(placed).toEqual({ epoch: 2, state: 'active' });
    expect(await inside(tenant, (db) => db.select().from(collections))).toHaveLength(1);
    expect(await stagesLeft(world)).toEqual([]);
  });

  it('keeps the way back: what stood before a restore is a backup too', async () => {
    const tenant = await stockedTenant(world);
    const { id: archiveId } = await run(world, tenant, 'backup');
    await change(tenant);
    const changed = await content(world, tenant);
    const { id: safetyId } = await run(world, tenant, 'restore.in_place', { archiveId });
    await run(world, tenant, 'restore.in_place', { archiveId: safetyId });
    expect(await content(world, tenant)).toEqual(changed);
  });

  it('is restored once, though the worker that did it never said so', async () => {
    const tenant = await stockedTenant(world);
    const { id: archiveId } = await run(world, tenant, 'backup');
    await change(tenant);
    const author = { requestId: uuidv7(), actorId: null };
    const asked = { id: uuidv7(), tenantId: tenant.tenantId, from: { archiveId }, author };
    await restoreInPlace(world.database.servers, asked);
    await inside(tenant, (db) => db.insert(collections).values({ name: 'Written since' }));
    expect((await restoreInPlace(world.database.servers, asked)).tables).toEqual([]);
    const names = await inside(tenant, (db) => db.select().from(collections));
    expect(names.map(({ name }) => name)).toContain('Written since');
  });

  it('waits while the tenant is being moved', async () => {
    const tenant = await stockedTenant(world);
    const { id: archiveId } = await run(world, tenant, 'backup');
    await world.database.query(
      `insert into control.moves (tenant_id, id, target_tier, target_shard_id, reason)
       select $1, $1, 'schema', id, 'a test' from control.shards limit 1`,
      [tenant.tenantId],
    );
    await expect(run(world, tenant, 'restore.in_place', { archiveId })).rejects.toThrow();
    await world.database.query(
      `update control.moves set state = 'abandoned', finished_at = now() where tenant_id = $1`,
      [tenant.tenantId],
    );
    await inside(tenant, (db) => db.insert(collections).values({ name: 'Not shut out' }));
  });

  it('does not bring back people as members, nor the erased at all', async () => {
    const tenant = await stockedTenant(world);
    const { id: archiveId } = await run(world, tenant, 'backup');
    const [kim] = await inside(tenant, (db) => db.delete(people).returning());
    await world.database.query(
      'insert into control.erasures (tenant_id, id, person_id) values ($1, $2, $3)',
      [tenant.tenantId, uuidv7(), kim?.id],
    );
    await run(world, tenant, 'restore.in_place', { archiveId });
    const [back] = await inside(tenant, (db) => db.select().from(people));
    expect(back).toMatchObject({ id: kim?.id, state: 'removed', name: 'Erased person', email: '' });
  });

  it('fills another tenant as a copy, whose people are known by nobody', async () => {
    const [tenant, copy] = [await stockedTenant(world), await world.tenant()];
    const { id: archiveId } = await run(world, tenant, 'backup');
    const asked = { id: uuidv7(), author: { requestId: uuidv7(), actorId: null } };
    const from = { tenantId: tenant.tenantId, from: { archiveId }, nameless: true };
    await restoreAsCopy(world.database.servers, { ...asked, ...from, target: copy.tenantId });
    const [own, made] = [await content(world, tenant), await content(world, copy)];
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
    await expect(run(world, tenant, 'backup')).rejects.toMatchObject({ code: 'limit' });
    setFileStore(new LocalFolder(root));
    expect(
      await world.database.query('select 1 from control.archives where tenant_id = $1', [
        tenant.tenantId,
      ]),
    ).toEqual([]);
    await run(world, tenant, 'backup');
  });
});

describe('a moment', () => {
  it('is reached exactly, in place and as a copy, and left again', async () => {
    const [tenant, neighbour] = [await stockedTenant(world), await stockedTenant(world)];
    const others = await digests(world, neighbour);
    await change(tenant);
    await pause(5);
    const at = new Date();
    const then = await content(world, tenant);
    await pause(5);
    await inside(tenant, async (db) => {
      await db.delete(records).where(eq(records.id, tenant.recordIds[2] ?? ''));
      await db.update(records).set({ searchText: 'one', t1: null, data: { f1: 1 } });
      await db.update(records).set({ searchText: 'two', d1: null });
      await db.insert(collections).values({ name: 'After' });
    });
    await inside(tenant, async (db) => {
      await db.delete(collections).where(eq(collections.id, tenant.collectionId));
    });
    const now = await content(world, tenant);
    const input = { at: at.toISOString() };
    const admin = await world.member(tenant, 'admin');
    const byStaff = `with l as (insert into control.limit_overrides
        (tenant_id, id, name, max, reason, by_name) values ($1, $1, 'records', 900, 'Abuse', 'Staff'))
      insert into control.flag_overrides values ($1, $1, 'forms.guests', 'false', 'Abuse', 'Staff')`;
    await world.database.query(byStaff, [tenant.tenantId]);
    const slug = `then-${tenant.slug.slice(-8)}`;
    const named = { ...input, slug, name: 'Then' };
    const { id } = await run(world, tenant, 'restore.copy', named, { askedBy: admin.userId });
    const copy = await content(world, { tenantId: id });
    expect({ ...copy, people: null }).toEqual({ ...then, people: null });
    expect(await readdir(join(root, 'tenants', id))).toEqual([tenant.fileId]);
    const said = `select l.name, l.max::int, f.reason from control.limit_overrides l
      join control.flag_overrides f using (tenant_id) where tenant_id = $1`;
    const words = await world.database.query(said, [id]);
    expect(words).toEqual([{ name: 'records', max: 900, reason: 'Abuse' }]);
    await run(world, tenant, 'restore.in_place', input);
    expect(without(await content(world, tenant))).toEqual(without(then));
    await run(world, tenant, 'restore.in_place', { at: new Date(at.getTime() + 3).toISOString() });
    expect(without(await content(world, tenant))).toEqual(without(then));
    expect(without(now)).not.toEqual(without(then));
    expect(await digests(world, neighbour)).toEqual(others);
  });

  it('is refused when the log does not reach it', async () => {
    const tenant = await stockedTenant(world);
    const refused = async (at: string, message: unknown) => {
      for (const kind of ['restore.preview', 'restore.in_place']) {
        const restored = run(world, tenant, kind, { at });
        await expect(restored).rejects.toMatchObject({ code: 'precondition', message });
      }
    };
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const matching = (words: RegExp) => expect.stringMatching(words);
    await refused('2999-01-01T00:00:00Z', matching(/not come yet/));
    await refused(daysAgo(1), matching(/opened after it/));
    await world.database.query(
      `update control.tenants set created_at = now() - interval '30 days' where id = $1`,
      [tenant.tenantId],
    );
    await refused(daysAgo(8), matching(/last 7 days/));
  });

  it('is refused when rows of then do not fit the tables of now', async () => {
    const tenant = await stockedTenant(world);
    const [row] = await world.rowsOf<{ at: Date }>(tenant, 'select clock_timestamp() as at');
    await pause(5);
    await inside(tenant, (db) =>
      db.delete(records).where(eq(records.id, tenant.recordIds[0] ?? '')),
    );
    await world.rowsOf(tenant, 'alter table records add column added_later int not null default 0');
    const at = row?.at.toISOString();
    const restored = run(world, tenant, 'restore.preview', { at });
    await expect(restored).rejects.toMatchObject({
      code: 'precondition',
      message: expect.stringContaining('do not fit'),
    });
    await world.rowsOf(tenant, 'alter table records drop column added_later');
    expect((await run(world, tenant, 'restore.preview', { at })).result).toBeTruthy();
  });
});

/** People follow the control plane, whatever is restored. */
const without = ({ people: _people, ...rest }: Awaited<ReturnType<typeof content>>) => rest;

describe('a workspace of its own', () => {
  it('is opened for a copy, with who asked as its admin, once', async () => {
    const tenant = await stockedTenant(world);
    const { id: archiveId } = await run(world, tenant, 'backup');
    const admin = await world.member(tenant, 'admin');
    const slug = `copy-${tenant.slug.slice(-8)}`;
    const input = { archiveId, slug, name: 'The copy' };
    const id = uuidv7();
    const first = await run(world, tenant, 'restore.copy', input, { id, askedBy: admin.userId });
    const again = await run(world, tenant, 'restore.copy', input, { id, askedBy: admin.userId });
    const copyId = String(first.result.copyId);
    expect(again.result.copyId).toBe(copyId);
    const rows = await world.database.query(
      `select t.id, t.name, t.status, m.user_id as "admin" from control.tenants t
       join control.memberships m on m.tenant_id = t.id where t.slug = $1`,
      [slug],
    );
    expect(rows).toEqual([{ id: copyId, name: 'The copy', status: 'active', admin: admin.userId }]);
    const own = await content(world, tenant);
    expect((await content(world, { tenantId: copyId })).records).toEqual(own.records);
  });
});

describe('a copy of a tenant with walls of its own', () => {
  afterEach(() => setTestTier(inject('tier')));

  it.each(['schema', 'database'] as const)('has a %s of its own as well', async (tier) => {
    setTestTier(tier);
    const tenant = await stockedTenant(world);
    const { id: archiveId } = await run(world, tenant, 'backup');
    const admin = await world.member(tenant, 'admin');
    const input = { archiveId, slug: `walled-${tenant.slug.slice(-8)}`, name: 'The copy' };
    const { id } = await run(world, tenant, 'restore.copy', input, { askedBy: admin.userId });
    const homes = await world.database.query(
      'select tier, role_name from control.placements where tenant_id = any($1) order by 2',
      [[tenant.tenantId, id]],
    );
    expect(homes.map((home) => home.tier)).toEqual([tier, tier]);
    expect(new Set(homes.map((home) => home.role_name)).size).toBe(2);
    const own = await content(world, tenant);
    expect((await content(world, { tenantId: id })).records).toEqual(own.records);
  });
});

describe('an export', () => {
  it('is a zip that other programs open, of everything and nobody else', async () => {
    const [tenant, foreign] = [await stockedTenant(world), await stockedTenant(world)];
    const { id } = await run(world, tenant, 'export');
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
    const exported = JSON.parse(read('collections/Students.json'));
    expect(exported[2]).toEqual({ Name: '학생 2\t\\N', Papers: null });
    const url = `../files/${tenant.fileId} names.csv`;
    expect(exported[0].Papers).toEqual([{ name: 'names.csv', url }]);
    expect(read('tables/records.jsonl').trim().split('\n')).toHaveLength(5);
    expect(read(`files/${tenant.fileId}*`)).toBe(`bytes of ${tenant.slug}`);
    expect(plain.includes(foreign.tenantId)).toBe(false);
  });
});
