import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { fieldProcedures } from '../fields/procedures';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection, turnOff } from '../testing/actors';
import { liveProcedures as live } from './procedures';

const absent = '019ab000-0000-7000-8000-000000000000';

describe('changes since a cursor', () => {
  let world: World;
  let actors: Actors;
  let collectionId: string;

  beforeAll(async () => {
    world = await openWorld();
    actors = await mintActors(world);
    const fields = [{ name: 'Name', type: 'text' as const }];
    collectionId = (await mintCollection(actors.admin, 'Live', fields)).id;
  });
  afterAll(() => world.end());

  const since = (cursor?: string, member = actors.guest) =>
    invoke(
      live.changes,
      { collectionId, ...(cursor !== undefined && { since: cursor }) },
      member.call(),
    );
  const create = (name: string, id = collectionId) =>
    invoke(records.create, { collectionId: id, data: { name } }, actors.basic.call());

  /** The first answer with nothing in it: all is told again while any transaction is under way. */
  async function settled(after?: string) {
    let told = await since(after);
    const next = async () => {
      told = await since(told.cursor);
      const { cursor, pace, ...news } = told;
      return news;
    };
    const nothing = { records: [], gone: [], people: [], design: false, reset: false };
    await expect.poll(next, { timeout: 20_000 }).toEqual(nothing);
    return told;
  }

  it('tells what was added, changed and deleted, with who did it', async () => {
    const start = await settled();
    const [one, two] = [await create('one'), await create('two')];
    await invoke(records.delete, { collectionId, ids: [two.id] }, actors.basic.call());
    const other = await mintCollection(actors.admin, 'Other', [{ name: 'Name', type: 'text' }]);
    await create('elsewhere', other.id);
    const news = await since(start.cursor);
    expect(news.records.map(({ id }) => id)).toEqual([one.id]);
    expect(news.gone).toEqual([two.id]);
    expect(news.design).toBe(false);
    await settled(news.cursor);
  });

  it('tells how often to ask, as it is set by now', async () => {
    expect(await since()).toMatchObject({ pace: 'lively' });
    await world.database.query(
      `insert into control.flag_rules (flag, rules, changed_by_name)
       values ('records.live', '{"channels":{"stable":"calm"}}', 'Staff')`,
    );
    expect(await since()).toMatchObject({ pace: 'calm' });
    await world.database.query('delete from control.flag_rules');
  });

  it('tells that the fields changed', async () => {
    const { cursor } = await since();
    const field = { collectionId, name: 'Extra', type: 'text' as const };
    await invoke(fieldProcedures.create, field, actors.admin.call());
    expect(await since(cursor)).toMatchObject({ design: true });
  });

  it('does not pass over what commits late', async () => {
    await world.database.inRolledBack('select 1', async (query) => {
      // Holds a transaction number while others take and finish theirs.
      await query('select pg_current_xact_id()');
      const { cursor } = await since();
      await create('fast');
      const first = await since(cursor);
      const again = await since(first.cursor);
      expect(again.records.map(({ data }) => data.name)).toContain('fast');
    });
  });

  it('says to read again when there is too much to tell, or the cursor is of another server', async () => {
    const { cursor } = await since();
    const many = Array.from({ length: 600 }, (_, n) => ({ name: `n${n}` }));
    await invoke(records.createMany, { collectionId, records: many }, actors.basic.call());
    expect(await since(cursor)).toMatchObject({ reset: true, records: [] });
    expect(await since('900000000000000000')).toMatchObject({ reset: true });
    await expect(since('yesterday')).rejects.toMatchObject({
      code: 'invalid',
      fields: { since: expect.any(String) },
    });
  });

  it('answers a foreign and an absent collection alike, and nothing when the module is off', async () => {
    const refused = { code: 'not_found', message: 'This collection does not exist.' };
    await expect(since(undefined, actors.stranger)).rejects.toMatchObject(refused);
    await expect(
      invoke(live.changes, { collectionId: absent }, actors.admin.call()),
    ).rejects.toMatchObject(refused);
    await turnOff(actors.tenant);
    await expect(since()).rejects.toMatchObject({ code: 'not_found' });
  });
});
