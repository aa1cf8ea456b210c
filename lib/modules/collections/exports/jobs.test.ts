import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { setFileStore } from '@/lib/files/file-store';
import { LocalFolder } from '@/lib/files/local-folder';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection, turnOff } from '../testing/actors';
import { exporting } from '../testing/exporting';
import { exportProcedures as exports } from './procedures';

let world: World;
let actors: Actors;
let store: LocalFolder;
let dataDir: string;
let collectionId: string;
let at: ReturnType<typeof exporting>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rowhouse-files-'));
  store = new LocalFolder(dataDir);
  setFileStore(store);
  world = await openWorld();
  actors = await mintActors(world);
  const made = await mintCollection(actors.admin, 'Stock', [
    { name: 'Name', type: 'text' },
    { name: 'Price', type: 'number' },
  ]);
  collectionId = made.id;
  at = exporting(actors.tenant, collectionId);
  const rows = [{ name: '=1+1', price: 3 }, { name: 'Chair', price: 5 }, { name: 'Desk' }];
  await invoke(records.createMany, { collectionId, records: rows }, actors.admin.call());
});
afterAll(async () => {
  await world.end();
  await rm(dataDir, { recursive: true, force: true });
});

const inTenant = (text: string, values: unknown[]) => world.rowsOf(actors.tenant, text, values);

describe('an export that nobody waits for', () => {
  it('is made of what the view shows, told by mail once, and fetched', async () => {
    const view = { filters: [{ field: 'price', op: 'is_not_empty' }], fields: ['name', 'price'] };
    const { id } = await at.start(actors.basic, view);
    expect(await at.one(actors.basic, id)).toMatchObject({
      state: 'queued',
      link: null,
      own: true,
    });
    await at.work('exports.run', id);
    await at.work('exports.run', id);
    expect(await at.one(actors.basic, id)).toMatchObject({
      ...{ state: 'done', rows: 2, fileName: 'Stock.csv', narrowed: true, format: 'csv' },
      byName: 'basic member',
    });
    const file = await at.fetched(actors.basic, await at.linked(actors.basic, id));
    expect(await file.text()).toBe("Name,Price\r\n'=1+1,3\r\nChair,5\r\n");
    const told = await inTenant(
      `select 1 from outbox where tenant_id = $1 and job = 'exports.tell' and payload ->> 'exportId' = $2`,
      [actors.tenant.tenantId, id],
    );
    expect(told).toHaveLength(1);
    await at.work('exports.tell', id);
    const mails = await world.database.query(
      `select 1 from control.outbox where tenant_id = $1 and job = 'mail.deliver'`,
      [actors.tenant.tenantId],
    );
    expect(mails).toHaveLength(1);
  });

  it('is not made while exports are killed, and can be asked for again', async () => {
    const { id } = await at.start(actors.basic);
    await world.database.query(
      `insert into control.flag_rules (flag, killed_at, changed_by_name)
       values ('exports.waiting', now(), 'Staff')`,
    );
    await at.work('exports.run', id);
    const message = 'Exports are switched off for now.';
    expect(await at.one(actors.basic, id)).toMatchObject({ state: 'failed', message });
    await expect(at.retry(actors.basic, id)).rejects.toMatchObject({
      code: 'precondition',
      message,
    });
    await world.database.query('delete from control.flag_rules');
    await at.retry(actors.basic, id);
    await at.work('exports.run', id);
    expect(await at.one(actors.basic, id)).toMatchObject({ state: 'done', rows: 3 });
  });

  it.each(['csv', 'xlsx', 'json'] as const)('holds as %s what a download holds', async (format) => {
    const sorts = [{ field: 'price', direction: 'desc' as const }];
    const some = { fields: ['price', 'name'], sorts, search: 'a', format };
    for (const view of [some, { format }]) {
      const file = await at.fetched(actors.admin, await at.made(actors.admin, view));
      const asked = { collectionId, ...view };
      const download = await invoke(exports.download, asked, actors.admin.call());
      expect([file.name, file.type]).toEqual([download.name, download.type]);
      const [made, straight] = [await file.arrayBuffer(), await download.arrayBuffer()];
      expect(Buffer.compare(Buffer.from(made), Buffer.from(straight))).toBe(0);
    }
  });

  it('is fetched by nobody else, with no other link, and not for longer', async () => {
    const { id } = await at.start(actors.basic);
    await at.work('exports.run', id);
    const asked = await at.linked(actors.basic, id);
    const absent = { code: 'not_found', message: 'This export does not exist.' };
    expect((await at.one(actors.admin, id))?.link).toBeNull();
    await expect(at.fetched(actors.admin, asked)).rejects.toMatchObject(absent);
    await expect(at.fetched(actors.stranger, asked)).rejects.toMatchObject(absent);
    const forged = [
      { ...asked, signature: `A${asked.signature.slice(1)}` },
      { ...asked, expires: asked.expires + 1 },
      { ...asked, exportId: uuidv7() },
    ];
    for (const wrong of forged) {
      await expect(at.fetched(actors.basic, wrong)).rejects.toMatchObject(absent);
    }
    await inTenant(
      `update record_exports set expires_at = now() - interval '1 hour' where tenant_id = $1 and id = $2`,
      [actors.tenant.tenantId, id],
    );
    expect((await at.one(actors.basic, id))?.link).toBeNull();
    await at.work('exports.sweep', id);
    expect((await at.one(actors.basic, id))?.state).toBe('expired');
    expect(await store.sizeOf({ tenantId: actors.tenant.tenantId, fileId: id })).toBeNull();
    await expect(at.fetched(actors.basic, asked)).rejects.toMatchObject(absent);
    await at.retry(actors.basic, id);
    await at.work('exports.run', id);
    expect((await at.one(actors.basic, id))?.state).toBe('done');
    const busy = at.retry(actors.basic, id);
    await expect(busy).rejects.toMatchObject({ code: 'conflict' });
    const foreign = at.retry(actors.admin, id);
    await expect(foreign).rejects.toMatchObject(absent);
  });

  it('is given up after a day, and makes room for the tenth that follows', async () => {
    const { id } = await at.start(actors.admin);
    const place = { tenantId: actors.tenant.tenantId, fileId: id };
    const age = `update record_exports set created_at = now() - interval '25 hours', state = 'running'
      where tenant_id = $1 and id = $2`;
    await inTenant(age, [actors.tenant.tenantId, id]);
    await at.work('exports.sweep', id);
    expect(await at.one(actors.admin, id)).toMatchObject({ state: 'failed', link: null });
    await at.retry(actors.admin, id);
    await at.work('exports.run', id);
    for (let n = 0; n < 10; n++) {
      expect(await store.sizeOf(place)).not.toBeNull();
      await at.made(actors.admin);
    }
    expect(await store.sizeOf(place)).toBeNull();
    expect((await at.one(actors.admin, id))?.state).toBe('expired');
  });

  it('leaves no bytes behind a collection that is gone, nor of a file that failed', async () => {
    const { exportId } = await at.made(actors.admin);
    const place = { tenantId: actors.tenant.tenantId, fileId: exportId };
    const of = [actors.tenant.tenantId, exportId];
    const undone = `update record_exports set state = 'queued', request = request || '{"fields":["x"]}'
      where tenant_id = $1 and id = $2`;
    await inTenant(undone, of);
    await at.work('exports.run', exportId);
    expect((await at.one(actors.admin, exportId))?.state).toBe('failed');
    expect(await store.sizeOf(place)).toBeNull();
    await at.retry(actors.admin, exportId);
    const other = await at.made(actors.admin);
    const otherPlace = { ...place, fileId: other.exportId };
    await inTenant('delete from record_exports where tenant_id = $1 and id = $2', [
      actors.tenant.tenantId,
      other.exportId,
    ]);
    await at.work('exports.sweep', other.exportId);
    expect(await store.sizeOf(otherPlace)).toBeNull();
    await inTenant('delete from record_exports where tenant_id = $1 and id = $2', of);
  });

  it('is not swept before its time', async () => {
    const { id } = await at.start(actors.admin);
    await at.work('exports.run', id);
    await at.work('exports.sweep', id);
    expect((await at.one(actors.admin, id))?.state).toBe('done');
  });

  it('is neither made nor fetched with a right that was lost meanwhile', async () => {
    const leaver = await world.member(actors.tenant, 'basic');
    const early = await at.start(leaver);
    await at.work('exports.run', early.id);
    const asked = await at.linked(leaver, early.id);
    const late = await at.start(leaver);
    await world.database.query(
      `delete from control.membership_roles where tenant_id = $1 and membership_id in
         (select id from control.memberships where tenant_id = $1 and user_id = $2)`,
      [actors.tenant.tenantId, leaver.userId],
    );
    await at.work('exports.run', late.id);
    expect(await at.one(actors.admin, late.id)).toMatchObject({
      state: 'failed',
      message: 'Who asked for this export may not export any more.',
      own: false,
    });
    const place = { tenantId: actors.tenant.tenantId, fileId: late.id };
    expect(await store.sizeOf(place)).toBeNull();
    await expect(at.fetched(leaver, asked)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('fails in words when what it shows is gone by then', async () => {
    const { id } = await at.start(actors.admin, { fields: ['price'] });
    await inTenant(`update fields set deleted_at = now() where tenant_id = $1 and key = 'price'`, [
      actors.tenant.tenantId,
    ]);
    await at.work('exports.run', id);
    expect(await at.one(actors.admin, id)).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('price'),
    });
    await inTenant(`update fields set deleted_at = null where tenant_id = $1 and key = 'price'`, [
      actors.tenant.tenantId,
    ]);
  });

  it('waits its turn: five of one person at once', async () => {
    const eager = await world.member(actors.tenant, 'basic');
    for (let n = 0; n < 5; n++) await at.start(eager);
    await expect(at.start(eager)).rejects.toMatchObject({ code: 'limit' });
  });

  it('is refused at once when it asks for what cannot be', async () => {
    await expect(at.start(actors.basic, { fields: ['nothing'] })).rejects.toMatchObject({
      ...{ code: 'invalid', fields: { 'fields.0': expect.any(String) } },
    });
    await expect(at.start(actors.basic, { format: 'pdf' })).rejects.toMatchObject({
      ...{ code: 'invalid', fields: { format: expect.any(String) } },
    });
  });

  it('is for members who may export, of this tenant, while the module is on', async () => {
    await expect(at.start(actors.guest)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(at.list(actors.guest)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(at.start(actors.stranger)).rejects.toMatchObject({ code: 'not_found' });
    await expect(at.list(actors.stranger)).rejects.toMatchObject({ code: 'not_found' });
    await turnOff(actors.tenant);
    await expect(at.start(actors.admin)).rejects.toMatchObject({ code: 'not_found' });
    await expect(at.list(actors.admin)).rejects.toMatchObject({ code: 'not_found' });
  });
});
