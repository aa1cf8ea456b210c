import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { collectionProcedures } from '../../collections/procedures';
import type { Field } from '../../fields/shapes';
import { recordProcedures as records } from '../../records/procedures';
import { type Actors, mintActors, mintCollection } from '../../testing/actors';
import { narrowed, type View } from '../../view/state';
import { overlapping, spanOf } from './spans';
import { windowAround } from './time-window';

const window = windowAround('2026-03-05', 'day');

describe('records in the window of a timeline', () => {
  let world: World;
  let actors: Actors;
  let collectionId: string;
  let fields: Field[];

  const rows = [
    { name: 'before', begins: '2026-02-01', ends: '2026-02-22' },
    { name: 'until', begins: '2026-02-01', ends: '2026-02-23' },
    { name: 'inside', begins: '2026-03-01', ends: '2026-03-02' },
    { name: 'around', begins: '2026-01-01', ends: '2026-12-31' },
    { name: 'from', begins: '2026-03-22', ends: '2026-04-01' },
    { name: 'after', begins: '2026-03-23', ends: '2026-04-01' },
    { name: 'open', begins: '2026-03-01' },
    { name: 'open before', begins: '2026-02-01' },
    { name: 'odd', begins: '2026-03-10', ends: '2026-01-01' },
    { name: 'odd after', begins: '2026-04-10', ends: '2026-03-01' },
    { name: 'no start', ends: '2026-03-02' },
    { name: 'late', from: '2026-03-22T16:00:00Z', to: '2026-03-23T16:00:00Z' },
    { name: 'midnight', from: '2026-02-20T15:00:00Z', to: '2026-02-22T15:00:00Z' },
    { name: 'night', from: '2026-02-20T15:00:00Z', to: '2026-02-22T15:00:01Z' },
  ];

  beforeAll(async () => {
    world = await openWorld();
    actors = await mintActors(world);
    ({ id: collectionId } = await mintCollection(actors.admin, 'Plans', [
      { name: 'Name', type: 'text' },
      { name: 'Begins', type: 'date' },
      { name: 'Ends', type: 'date' },
      { name: 'From', type: 'datetime' },
      { name: 'To', type: 'datetime' },
    ]));
    await invoke(records.createMany, { collectionId, records: rows }, actors.admin.call());
    ({ fields } = await invoke(collectionProcedures.get, { collectionId }, actors.admin.call()));
  });
  afterAll(() => world.end());

  const fieldOf = (key: string) => fields.find((field) => field.key === key) as Field;
  const found = async (start: string, end: string | null, timeZone: string, view: View = {}) => {
    const axis = { start: fieldOf(start), end: end === null ? null : fieldOf(end), timeZone };
    const asked = narrowed(view, [overlapping(axis, window)]);
    const page = await invoke(
      records.list,
      { collectionId, ...asked, limit: 500 },
      actors.guest.call(),
    );
    for (const record of page.records) {
      const span = spanOf(record, axis);
      expect(span && span.first <= window.to && span.last >= window.from).toBe(true);
    }
    return page.records.map(({ data }) => data.name);
  };

  it('are those that take one of its days, by both fields or by one', async () => {
    const both = ['until', 'inside', 'around', 'from', 'open', 'odd'];
    expect(await found('begins', 'ends', 'UTC')).toEqual(both);
    expect(await found('begins', null, 'UTC')).toEqual(['inside', 'from', 'open', 'odd']);
  });

  it('stay within what the view asks for, also where any of its filters is enough', async () => {
    const named = (value: string) => ({ field: 'name', op: 'equals' as const, value });
    const any = { match: 'any' as const, filters: [named('open'), named('after')] };
    expect(await found('begins', 'ends', 'UTC', any)).toEqual(['open']);
  });

  it('are read on the clock of the reader, to the second', async () => {
    expect(await found('from', 'to', 'UTC')).toEqual(['late']);
    expect(await found('from', 'to', 'Asia/Seoul')).toEqual(['night']);
  });
});
