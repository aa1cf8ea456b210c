import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { nextDailyAt } from '../../archives/daily';
import { keepArchives } from '../../archives/keep';
import { backupsProcedures, operationsProcedures } from './procedures';

let world: World;
let tenant: TestTenant;
let admin: TestMember;
let basic: TestMember;
let foreign: TestMember;
const archiveId = uuidv7();

beforeAll(async () => {
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
afterAll(() => world.end());

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
    expect((await keepArchives(world.database.servers)).expired).toBe(1);
    expect((await invoke(list, {}, admin.call())).backups).toEqual([]);
  });
});
