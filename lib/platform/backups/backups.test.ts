import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askForDrill } from '@/db/archive/throw-away';
import { keepStock } from '@/db/homes/stock';
import { digests, run } from '@/lib/archives/testing/run';
import {
  openSealed,
  repack,
  rewriteArchive,
  type Stocked,
  stockedTenant,
} from '@/lib/archives/testing/stocked';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { setFileStore } from '@/lib/files/file-store';
import { LocalFolder } from '@/lib/files/local-folder';
import { consoleCall, openStaff } from '../testing/staff';
import { tenantBackupsProcedures as backups, drillsProcedures as drills } from './procedures';

const reason = 'Before their import';

let world: World;
let root: string;
let asStaff: () => DoorCall;
let tenant: Stocked;
let other: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rowhouse-drills-'));
  setFileStore(new LocalFolder(root));
  world = await openWorld();
  asStaff = await openStaff(world);
  other = await world.tenant();
});
afterAll(async () => {
  await world.end();
  await rm(root, { recursive: true, force: true });
});
beforeEach(async () => {
  tenant = await stockedTenant(world);
  admin = await world.member(tenant, 'admin');
});

const list = (id = tenant.tenantId) => invoke(backups.list, { id }, asStaff());

/** Does what the operator was asked for, and writes down what came of it. */
async function carryOut(id: string, kind: string) {
  const [asked] = await world.database.query<{ input: Record<string, unknown> }>(
    'select input from control.operations where id = $1',
    [id],
  );
  const { result } = await run(world, tenant, kind, asked?.input, { id });
  await world.database.query(
    `update control.operations set state = 'done', result = $2, finished_at = now() where id = $1`,
    [id, JSON.stringify(result)],
  );
  return result;
}

const homes = () =>
  world.database.query(`select 1 from control.homes h where not exists (
    select 1 from control.placements p where p.role_name = h.role_name) and state <> 'ready'`);

describe('backups of a tenant', () => {
  it('are taken and copied by staff, and the tenant reads that they did', async () => {
    const { id } = await invoke(backups.create, { id: tenant.tenantId, reason }, asStaff());
    expect((await list()).work).toMatchObject([
      { id, kind: 'backup', askedByName: 'Platform staff' },
    ]);
    await carryOut(id, 'backup');
    const [backup] = (await list()).backups;
    expect(backup).toMatchObject({ id, purpose: 'manual' });
    const copy = {
      id: tenant.tenantId,
      name: 'A copy',
      slug: `c-${tenant.slug.slice(-9)}`,
      reason,
    };
    const asked = await invoke(backups.copy, { ...copy, backupId: id }, asStaff());
    await carryOut(asked.id, 'restore.copy');
    const [made] = await world.database.query(
      `select t.status, m.user_id as owner from control.tenants t
       join control.memberships m on m.tenant_id = t.id where t.slug = $1`,
      [copy.slug],
    );
    expect(made).toEqual({ status: 'active', owner: admin.userId });
    const told = await world.database.query(
      `select procedure, detail ->> 'reason' as reason from control.audit_events
       where tenant_id = $1 and actor_kind = 'staff' order by at`,
      [tenant.tenantId],
    );
    expect(told).toEqual([
      { procedure: 'tenantBackups.create', reason },
      { procedure: 'tenantBackups.copy', reason },
    ]);
    const at = new Date().toISOString();
    const then = { ...copy, slug: `d-${tenant.slug.slice(-9)}`, at };
    expect(await invoke(backups.copy, then, asStaff())).toEqual({ id: expect.any(String) });
  });

  it('are not mixed up between tenants', async () => {
    const { id: backupId } = await run(world, tenant, 'backup');
    await world.member(other, 'admin');
    const copy = { id: other.tenantId, name: 'X', slug: `e-${tenant.slug.slice(-9)}`, reason };
    const foreign = invoke(backups.copy, { ...copy, backupId }, asStaff());
    await expect(foreign).rejects.toMatchObject({ code: 'not_found' });
    expect((await list(other.tenantId)).backups).toEqual([]);
  });

  it('want a reason, a source and a free address', async () => {
    const { id: backupId } = await run(world, tenant, 'backup');
    const copy = { id: tenant.tenantId, name: 'X', slug: `f-${tenant.slug.slice(-9)}`, reason };
    const refused = (input: object) => expect(invoke(backups.copy, input as never, asStaff()));
    await refused(copy).rejects.toMatchObject({ fields: { backupId: expect.any(String) } });
    await refused({ ...copy, backupId, reason: '' }).rejects.toMatchObject({ code: 'invalid' });
    await refused({ ...copy, backupId, slug: tenant.slug }).rejects.toMatchObject({
      fields: { slug: expect.any(String) },
    });
    await refused({ ...copy, at: '2020-01-01T00:00:00Z' }).rejects.toMatchObject({
      fields: { at: expect.any(String) },
    });
  });

  it('are for staff', async () => {
    const input = { id: tenant.tenantId, reason };
    for (const act of [backups.create, drills.ask]) {
      await expect(invoke(act, input, consoleCall())).rejects.toMatchObject({
        code: 'unauthenticated',
      });
      await expect(invoke(act, input, admin.call())).rejects.toMatchObject({ code: 'not_found' });
      const absent = invoke(act, { id: uuidv7(), reason }, asStaff());
      await expect(absent).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

describe('a drill', () => {
  const drillsOf = async () =>
    (await invoke(drills.list, { tenantId: tenant.tenantId }, asStaff())).drills;
  const drill = async () => {
    const { id } = await invoke(drills.ask, { id: tenant.tenantId, reason }, asStaff());
    await carryOut(id, 'drill');
    return (await drillsOf())[0];
  };

  it('restores the newest backup beside everybody and leaves nothing', async () => {
    const early = invoke(drills.ask, { id: tenant.tenantId, reason }, asStaff());
    await expect(early).rejects.toMatchObject({ code: 'precondition' });
    await run(world, tenant, 'backup');
    const { id: newest } = await run(world, tenant, 'backup');
    const before = await digests(world, tenant);
    const found = await drill();
    expect(found).toMatchObject({
      ...{ state: 'done', askedByName: 'Rowan' },
      outcome: { verdict: 'good', fault: null, files: 1, archiveId: newest },
    });
    const { audit_events: _trail, ...content } = before;
    const rows = Object.values(content).reduce((sum, digest) => sum + digest.rows, 0);
    expect(found?.outcome?.rows).toBe(rows);
    expect(await digests(world, tenant)).toEqual(before);
    expect(await homes()).toEqual([]);
    expect((await invoke(drills.list, { tenantId: other.tenantId }, asStaff())).drills).toEqual([]);
  });

  it('tells of a backup that does not restore', async () => {
    const { id: archiveId } = await run(world, tenant, 'backup');
    const named = { tenantId: tenant.tenantId, archiveId };
    await rewriteArchive(world, named, (plain) =>
      repack(plain, (text) => text.replaceAll('Students', 'Strudels')),
    );
    expect(await drill()).toMatchObject({
      state: 'done',
      outcome: { verdict: 'bad', fault: expect.stringContaining('cannot be used'), rows: 0 },
    });
    await rm(join(root, 'archives', tenant.tenantId, archiveId));
    expect((await drill())?.outcome).toMatchObject({ verdict: 'bad' });
    expect(await homes()).toEqual([]);
    await expect(openSealed(world, named)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is asked for by the schedule, a bounded number a day, each of another tenant', async () => {
    const { servers } = world.database;
    await world.database.query('delete from control.operations');
    expect(await askForDrill(servers, 0)).toBe(false);
    const asked = [];
    for (let n = 0; n < 4; n++) asked.push(await askForDrill(servers, 2));
    expect(asked).toEqual([true, true, false, false]);
    const chosen = await world.database.query<{ id: string }>(
      `select distinct tenant_id as id from control.operations where kind = 'drill'`,
    );
    expect(chosen).toHaveLength(2);
  });

  it('keeps its home while it runs, however long', async () => {
    const home = (state: string) =>
      world.database.query(
        `update control.operations set state = $1, progress = '{"home":"home_x"}' where id = $2`,
        [state, tenant.tenantId],
      );
    await world.database.query(
      `insert into control.operations (tenant_id, id, kind) values ($1, $1, 'drill')`,
      [tenant.tenantId],
    );
    await world.database.query(
      `insert into control.homes (id, shard_id, tier, database_name, schema_name, role_name, state, changed_at)
       select app.uuid7(), id, 'schema', current_database(), 'home_x', 'home_x', 'taken', now() - interval '1 hour'
       from control.shards limit 1`,
    );
    await home('running');
    expect((await keepStock(world.database.servers)).dismantled).toBe(0);
    await home('done');
    expect((await keepStock(world.database.servers)).dismantled).toBe(1);
  });
});
