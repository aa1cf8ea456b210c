import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { fieldProcedures as fields } from '../fields/procedures';
import type { Summary } from '../fields/summaries';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import { recordProcedures as records } from './procedures';

describe('what a look-up makes of linked records', () => {
  let world: World;
  let actors: Actors;
  let orders: Awaited<ReturnType<typeof mintCollection>>;
  let customers: Awaited<ReturnType<typeof mintCollection>>;
  let orderIds: string[];

  beforeAll(async () => {
    world = await openWorld();
    actors = await mintActors(world);
    orders = await mintCollection(actors.admin, 'Orders', [
      { name: 'Title', type: 'text' },
      { name: 'Weight', type: 'number' },
      { name: 'Price', type: 'money', options: { currency: 'EUR' } },
      { name: 'Day', type: 'date' },
    ]);
    customers = await mintCollection(actors.admin, 'Customers', [
      { name: 'Name', type: 'text' },
      { name: 'Orders', type: 'relation', options: { targetId: orders.id, many: true } },
    ]);
    const rows = [
      { title: 'A', weight: 0.1, price: '0.10', day: '2026-03-01' },
      { title: 'B', weight: 0.2, price: '9007199254740.99', day: '2025-12-31' },
      { title: 'C', weight: -3, price: '0.01' },
      { title: 'D' },
    ];
    const input = { collectionId: orders.id, records: rows };
    ({ ids: orderIds } = await invoke(records.createMany, input, actors.admin.call()));
  });
  afterAll(() => world.end());

  let made = 0;
  const lookup = async (summary: Summary, of?: string) => {
    made += 1;
    const options = {
      relationId: customers.fields.Orders?.id ?? '',
      summary,
      ...(of && { shownId: orders.fields[of]?.id ?? '' }),
    };
    const name = `${summary} ${of ?? ''} ${made}`;
    const input = { collectionId: customers.id, name, type: 'lookup' as const, options };
    return await invoke(fields.create, input, actors.admin.call());
  };
  const shown = async (keys: readonly string[], ids: readonly string[]) => {
    const data = { name: 'Kim', orders: ids };
    const input = { collectionId: customers.id, data };
    const made = await invoke(records.create, input, actors.admin.call());
    return keys.map((key) => made.data[key]);
  };

  it('counts, adds up exactly, and finds the least and the greatest', async () => {
    const figures = [
      await lookup('count'),
      await lookup('sum', 'Weight'),
      await lookup('average', 'Weight'),
      await lookup('smallest', 'Weight'),
      await lookup('sum', 'Price'),
      await lookup('average', 'Price'),
      await lookup('largest', 'Day'),
      await lookup('smallest', 'Day'),
    ];
    const keys = figures.map(({ key }) => key);
    expect(await shown(keys, orderIds)).toEqual([
      ...[['4'], ['-2.7'], ['-0.9'], ['-3']],
      ...[['9007199254741.10 EUR'], ['3002399751580.37 EUR']],
      ...[['2026-03-01'], ['2025-12-31']],
    ]);
    const empty = orderIds.slice(3);
    expect(await shown(keys, empty)).toEqual([['1'], ...Array(7).fill(null)]);
    expect(await shown(keys, [])).toEqual([['0'], ...Array(7).fill(null)]);
  });

  it('leaves out records in the trash', async () => {
    const { key } = await lookup('count');
    const [first = '', second = ''] = orderIds;
    const input = { collectionId: orders.id, ids: [second] };
    await invoke(records.delete, input, actors.admin.call());
    expect(await shown([key], [first])).toEqual([['1']]);
    const input2 = { collectionId: customers.id, limit: 100, total: false };
    const { records: all } = await invoke(records.list, input2 as never, actors.admin.call());
    expect(all.map(({ data }) => data[key])).toContainEqual(['3']);
    await invoke(records.restore, input, actors.admin.call());
  });

  it('refuses a figure that values of the field do not come to', async () => {
    await expect(lookup('sum', 'Day')).rejects.toMatchObject({
      code: 'invalid',
      fields: { 'options.summary': expect.any(String) },
    });
    await expect(lookup('smallest', 'Title')).rejects.toMatchObject({ code: 'invalid' });
    await expect(lookup('sum')).rejects.toMatchObject({
      fields: { 'options.shownId': expect.any(String) },
    });
  });
});
