import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { openWorld, type World } from '@/lib/doors/testing';
import { collectionProcedures } from '../collections/procedures';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection, turnOff } from '../testing/actors';
import { trashProcedures as trash } from './procedures';

const absent = '019ab000-0000-7000-8000-000000000000';

describe('the trash', () => {
  let world: World;
  let actors: Actors;
  let one: string;
  let two: string;

  beforeAll(async () => {
    world = await openWorld();
    actors = await mintActors(world);
    const fields = [{ name: 'Name', type: 'text' as const }];
    one = (await mintCollection(actors.admin, 'One', fields)).id;
    two = (await mintCollection(actors.admin, 'Two', fields)).id;
  });
  afterAll(() => world.end());

  const gone = async (collectionId: string, names: string[]) => {
    const made = { collectionId, records: names.map((name) => ({ name })) };
    const { ids } = await invoke(records.createMany, made, actors.admin.call());
    await invoke(records.delete, { collectionId, ids }, actors.basic.call());
    return ids;
  };
  const list = (input: object = {}) => invoke(trash.list, { ...input }, actors.guest.call());
  const restore = (input: object) => invoke(trash.restore, { ...input }, actors.basic.call());

  it('shows what was deleted in all collections or in one, by whom, page by page', async () => {
    await gone(one, ['Kim Ah', 'Lee Bo']);
    await gone(two, ['Kim Co']);
    const all = await list();
    expect(all.total).toBe(3);
    expect(all.records[0]).toMatchObject({
      title: 'Kim Co',
      collectionName: 'Two',
      collectionGone: false,
      deletedBy: { id: actors.basic.userId },
    });
    expect((await list({ collectionId: one })).total).toBe(2);
    expect((await list({ search: 'KIM' })).records.map(({ title }) => title)).toEqual([
      'Kim Co',
      'Kim Ah',
    ]);
    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, cursor: first.nextCursor ?? '' });
    const seen = [...first.records, ...second.records].map(({ id }) => id);
    expect(new Set(seen).size).toBe(3);
    expect(second.nextCursor).toBeNull();
    await expect(list({ cursor: 'x' })).rejects.toMatchObject({
      fields: { cursor: expect.any(String) },
    });
  });

  it('brings back some, or everything that a search finds', async () => {
    const before = (await list()).total;
    const [id = ''] = await gone(one, ['Park']);
    expect(await restore({ recordIds: [id, absent] })).toEqual({ restored: 1, left: 0 });
    expect(await restore({ search: 'kim' })).toEqual({ restored: 2, left: 0 });
    expect((await list()).total).toBe(before - 2);
  });

  it('keeps records whose collection is in the trash until it is brought back', async () => {
    const [id = ''] = await gone(two, ['Waits']);
    await invoke(collectionProcedures.delete, { collectionId: two }, actors.admin.call());
    expect((await list({ collectionId: two })).records[0]).toMatchObject({ collectionGone: true });
    expect(await restore({ recordIds: [id] })).toEqual({ restored: 0, left: 1 });
    await invoke(collectionProcedures.restore, { collectionId: two }, actors.admin.call());
    expect(await restore({ recordIds: [id] })).toEqual({ restored: 1, left: 0 });
  });

  it('deletes for good only what is in the trash', async () => {
    const [id = ''] = await gone(one, ['Over']);
    const { records: live } = await invoke(
      records.list,
      { collectionId: one },
      actors.admin.call(),
    );
    const purge = (recordIds: string[], member = actors.admin) =>
      invoke(trash.purge, { recordIds }, member.call());
    await expect(purge([id], actors.basic)).rejects.toMatchObject({ code: 'forbidden' });
    const ids = [id, ...live.map((record) => record.id)];
    expect(await purge(ids)).toEqual({ removed: 1 });
    const after = await invoke(records.list, { collectionId: one }, actors.admin.call());
    expect(after.total).toBe(live.length);
    expect(await restore({ recordIds: [id] })).toEqual({ restored: 0, left: 0 });
  });

  it('is emptied of what is older than 30 days, and looked at again when the next is due', async () => {
    const { tenant } = actors;
    const [old = '', young = ''] = await gone(one, ['Old', 'Young']);
    await world.rowsOf(
      tenant,
      `update records set deleted_at = now() - interval '31 days' where tenant_id = $1 and id = $2`,
      [tenant.tenantId, old],
    );
    const waiting = () =>
      world.rowsOf<{ days: number }>(
        tenant,
        `select extract(day from available_at - now())::int as days from outbox
         where tenant_id = $1 and job = 'trash.sweep' order by available_at desc`,
        [tenant.tenantId],
      );
    expect((await waiting()).map(({ days }) => days)).toEqual([30]);
    const job = { tenantId: tenant.tenantId, plane: 'tenant', outboxId: uuidv7() } as const;
    await runJob({ ...job, job: 'trash.sweep', input: {} });
    const left = (await list({ collectionId: one })).records.map(({ id }) => id);
    expect(left).toContain(young);
    expect(left).not.toContain(old);
    expect(await waiting()).toHaveLength(2);
  });

  it('answers a foreign and an absent id alike, and knows each role', async () => {
    const { guest, stranger, admin } = actors;
    const cases = [trash.list, trash.restore, trash.purge] as const;
    const refused = { code: 'not_found', message: 'This collection does not exist.' };
    for (const one_ of cases) {
      const ask = (collectionId: string, member: typeof admin) =>
        invoke(one_ as never, { collectionId } as never, member.call() as never);
      await expect(ask(one, stranger)).rejects.toMatchObject(refused);
      await expect(ask(absent, admin)).rejects.toMatchObject(refused);
    }
    for (const write of [trash.restore, trash.purge]) {
      await expect(
        invoke(write as never, { recordIds: [absent] } as never, guest.call() as never),
      ).rejects.toMatchObject({ code: 'forbidden' });
    }
    await turnOff(actors.tenant);
    for (const one_ of cases) {
      await expect(invoke(one_ as never, {} as never, admin.call() as never)).rejects.toMatchObject(
        { code: 'not_found' },
      );
    }
  });
});
