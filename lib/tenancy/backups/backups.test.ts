import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { handleRest } from '@/lib/doors/rest';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { setFileStore } from '@/lib/files/file-store';
import { LocalFolder } from '@/lib/files/local-folder';
import { nextDailyAt } from '../../archives/daily';
import { keepArchives } from '../../archives/keep';
import { handlersOf } from '../../operations/handlers';
import { copyOpener } from '../../server/open-copy';
import {
  backupsProcedures,
  fullExportsProcedures,
  momentsProcedures,
  operationsProcedures,
} from './procedures';

let world: World;
let root: string;
let tenant: TestTenant;
let admin: TestMember;
let basic: TestMember;
let foreign: TestMember;
const archiveId = uuidv7();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rowhouse-backups-'));
  setFileStore(new LocalFolder(root));
  world = await openWorld();
  tenant = await world.tenant();
  [admin, basic] = [await world.member(tenant, 'admin'), await world.member(tenant, 'basic')];
  foreign = await world.member(await world.tenant(), 'admin');
  await world.database.query(
    `insert into control.archives (tenant_id, id, purpose, key_id, taken_at, expires_at, size_bytes,
       digest, rows, files, file_bytes, tables)
     values ($1, $2, 'manual', $2, now(), now() + interval '1 day', 10, '', 3, 0, 0, '[]')`,
    [tenant.tenantId, archiveId],
  );
});
afterAll(async () => {
  await world.end();
  await rm(root, { recursive: true, force: true });
});

const { create, list, preview, restore } = backupsProcedures;

describe('backups', () => {
  it('are listed with the work under way', async () => {
    const { id } = await invoke(create, {}, admin.call());
    const seen = await invoke(list, {}, admin.call());
    expect(seen.backups).toMatchObject([{ id: archiveId, rows: 3, purpose: 'manual' }]);
    expect(seen.operations).toMatchObject([{ id, kind: 'backup', state: 'queued' }]);
    expect(await invoke(create, {}, admin.call())).toEqual({ id });
    expect(seen.nextAt.getTime()).toBeGreaterThan(Date.now());
    const other = await invoke(list, {}, foreign.call());
    expect([other.backups, other.operations]).toEqual([[], []]);
  });

  it('are restored by those who may, and only the tenant’s own', async () => {
    for (const act of [preview, restore]) {
      const { id } = await invoke(act, { id: archiveId }, admin.call());
      const work = await invoke(operationsProcedures.get, { id }, admin.call());
      expect(work).toMatchObject({ state: 'queued', archiveId, outcome: null });
      await expect(invoke(act, { id: archiveId }, basic.call())).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(invoke(act, { id: archiveId }, foreign.call())).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(invoke(act, { id: 'x' }, admin.call())).rejects.toMatchObject({
        code: 'invalid',
        fields: { id: expect.any(String) },
      });
      await expect(invoke(operationsProcedures.get, { id }, foreign.call())).rejects.toMatchObject({
        code: 'not_found',
      });
    }
  });

  it('cannot be steered by the web process once asked for', async () => {
    const [right] = await world.database.query(
      `select has_table_privilege('rowhouse_web', 'control.operations', 'update') as steers,
         has_table_privilege('rowhouse_web', 'control.archives', 'insert') as makes`,
    );
    expect(right).toEqual({ steers: false, makes: false });
  });
});

describe('a copy', () => {
  it('is asked for by a person, at an address that is free', async () => {
    const copy = { id: archiveId, name: 'Copy', slug: `copy-${tenant.slug.slice(-8)}` };
    await invoke(backupsProcedures.copy, copy, admin.call());
    const refused = (member: TestMember, input = copy) =>
      expect(invoke(backupsProcedures.copy, input, member.call())).rejects;
    await refused(basic).toMatchObject({ code: 'forbidden' });
    await refused(foreign).toMatchObject({ code: 'not_found' });
    await refused(admin, { ...copy, slug: tenant.slug }).toMatchObject({ code: 'conflict' });
    await refused(admin, { ...copy, slug: '-' }).toMatchObject({
      fields: { slug: expect.anything() },
    });
  });
});

describe('a moment', () => {
  const at = () => new Date().toISOString();
  const acts = [momentsProcedures.preview, momentsProcedures.restore] as const;

  it('is gone back to by those who may, each in their own tenant', async () => {
    const own = await world.tenant();
    const [manager, weak] = [await world.member(own, 'admin'), await world.member(own, 'company')];
    const { from, to } = await invoke(momentsProcedures.window, {}, weak.call());
    expect(from.getTime()).toBeLessThan(to.getTime());
    expect(to.getTime() - from.getTime()).toBeLessThan(60_000);
    for (const act of acts) {
      const moment = at();
      const { id } = await invoke(act, { at: moment }, manager.call());
      const work = await invoke(operationsProcedures.get, { id }, manager.call());
      expect(work).toMatchObject({ state: 'queued', archiveId: null, at: new Date(moment) });
      await expect(invoke(act, { at: at() }, weak.call())).rejects.toMatchObject({
        code: 'forbidden',
      });
      const seen = invoke(operationsProcedures.get, { id }, foreign.call());
      await expect(seen).rejects.toMatchObject({ code: 'not_found' });
    }
    expect((await invoke(list, {}, foreign.call())).operations).toEqual([]);
  });

  it('lies within the window, or the answer says why not', async () => {
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const old = await world.tenant();
    await world.database.query(
      `update control.tenants set created_at = now() - interval '30 days' where id = $1`,
      [old.tenantId],
    );
    const manager = await world.member(old, 'admin');
    const refused = async (member: TestMember, moment: string, words: RegExp) => {
      for (const act of acts) {
        await expect(invoke(act, { at: moment }, member.call())).rejects.toMatchObject({
          code: 'invalid',
          fields: { at: expect.stringMatching(words) },
        });
      }
    };
    await refused(admin, '2999-01-01T00:00:00Z', /not come yet/);
    await refused(admin, daysAgo(3), /nothing before it was opened/);
    await refused(manager, daysAgo(8), /last 7 days/);
    await refused(manager, 'yesterday', /Choose a time/);
    await invoke(momentsProcedures.preview, { at: daysAgo(6) }, manager.call());
  });

  it('is opened as a copy by a person, at an address that is free', async () => {
    const own = await world.tenant();
    const manager = await world.member(own, 'admin');
    const copy = { at: at(), name: 'Then', slug: `then-${own.slug.slice(-8)}` };
    const asked = await invoke(momentsProcedures.copy, copy, manager.call());
    expect(asked.id).toEqual(expect.any(String));
    const taken = invoke(momentsProcedures.copy, { ...copy, slug: own.slug }, manager.call());
    await expect(taken).rejects.toMatchObject({ code: 'conflict' });
    const early = { ...copy, at: '2020-01-01T00:00:00Z' };
    await expect(invoke(momentsProcedures.copy, early, manager.call())).rejects.toMatchObject({
      fields: { at: expect.any(String) },
    });
  });
});

describe('a full export', () => {
  const { create: ask, link, content } = fullExportsProcedures;
  it('is fetched with a link, for a while, at its own tenant', async () => {
    const { id } = await invoke(ask, {}, admin.call());
    await expect(invoke(link, { id }, admin.call())).rejects.toMatchObject({ code: 'not_found' });
    const handler = handlersOf(world.database.servers, copyOpener(world.database.servers)).export;
    const operation = { id, kind: 'export', input: {}, progress: {}, attempts: 1, askedBy: null };
    const run = { signal: new AbortController().signal, note: async () => undefined };
    await handler?.({ ...operation, tenantId: tenant.tenantId }, run);
    const { url } = await invoke(link, { id }, admin.call());
    const { searchParams, host } = new URL(url);
    expect(host.split(':')[0]).toBe(tenant.host);
    const given = {
      id,
      expires: Number(searchParams.get('expires')),
      signature: searchParams.get('signature') ?? '',
    };
    const file = await invoke(content, given, world.anonymous(tenant));
    const bytes = Buffer.from(await file.arrayBuffer());
    expect([bytes.subarray(0, 2).toString(), bytes.length]).toEqual(['PK', file.size]);
    const part = new Request(url, { headers: { host: tenant.host, range: 'bytes=10-19' } });
    const answer = await handleRest(part);
    expect([answer.status, answer.headers.get('content-range')]).toEqual([
      206,
      `bytes 10-19/${file.size}`,
    ]);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes.subarray(10, 20))).toBe(true);
    const refused = (input: typeof given, call = world.anonymous(tenant)) =>
      expect(invoke(content, input, call)).rejects.toMatchObject({ code: 'not_found' });
    await refused({ ...given, expires: given.expires + 60 });
    await refused({ ...given, signature: `${given.signature.slice(1)}A` });
    await refused(given, foreign.call());
    for (const act of [ask, link]) {
      const input = act === ask ? {} : { id };
      const weak = invoke(act as typeof link, input as { id: string }, basic.call());
      await expect(weak).rejects.toMatchObject({ code: 'forbidden' });
    }
    const other = invoke(link, { id }, foreign.call());
    await expect(other).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the daily backup', () => {
  it('is asked for once a day, at a minute of the tenant’s own', async () => {
    const { tenantId } = await world.tenant();
    const { servers } = world.database;
    await keepArchives(servers);
    await world.database.query(
      `update control.tenants set created_at = now() - interval '3 days' where id = $1`,
      [tenantId],
    );
    expect((await keepArchives(servers)).asked).toBe(1);
    expect((await keepArchives(servers)).asked).toBe(0);
    const [asked] = await world.database.query<{ input: unknown }>(
      'select input from control.operations where tenant_id = $1',
      [tenantId],
    );
    expect(asked?.input).toEqual({ purpose: 'scheduled' });
    const last = new Date(nextDailyAt(tenantId, new Date()).getTime() - 86_400_000);
    const at = (shiftMs: number) => new Date(last.getTime() + shiftMs);
    const move = (to: Date) =>
      world.database.query(
        'update control.operations set created_at = $2, state = $3 where tenant_id = $1',
        [tenantId, to, 'done'],
      );
    await move(at(1_000));
    expect((await keepArchives(servers)).asked).toBe(0);
    await move(at(-1_000));
    expect((await keepArchives(servers)).asked).toBe(1);
  });

  it('goes with its time', async () => {
    await world.database.query(`update control.archives set expires_at = now() - interval '1 s'`);
    expect((await keepArchives(world.database.servers)).expired).toBe(2);
    expect((await invoke(list, {}, admin.call())).backups).toEqual([]);
  });
});
