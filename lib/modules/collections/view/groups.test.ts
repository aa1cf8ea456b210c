import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection, turnOff } from '../testing/actors';
import { groupAt, placeGroups, recordIndex, recordSpans } from '../ui/grid/group-rows';

describe('groups of records', () => {
  let world: World;
  let actors: Actors;
  let collectionId: string;

  beforeAll(async () => {
    world = await openWorld();
    actors = await mintActors(world);
    ({ id: collectionId } = await mintCollection(actors.admin, 'Grouped', [
      { name: 'N', type: 'number' },
      { name: 'Due', type: 'date' },
      { name: 'Done', type: 'boolean' },
      { name: 'Who', type: 'person' },
      {
        name: 'Stage',
        type: 'select',
        options: {
          choices: [
            { id: 'z', name: 'First' },
            { id: 'a', name: 'Second' },
          ],
        },
      },
      { name: 'Text', type: 'text' },
    ]));
    const rows = [
      { n: 1, due: '2026-01-31', done: true, stage: 'a', who: actors.basic.email },
      { n: 2, due: '2026-02-01', done: false, stage: 'z' },
      { n: 3, due: '2026-01-01', stage: 'z', who: actors.guest.email },
      { n: 4, done: true },
      { n: 5, due: '2025-12-31', stage: 'z', who: actors.basic.email },
    ];
    await invoke(records.createMany, { collectionId, records: rows }, actors.admin.call());
  });
  afterAll(() => world.end());

  const groups = (group: object, more: object = {}, member = actors.guest) =>
    invoke(records.groups, { collectionId, group, ...more } as never, member.call());
  const pairs = async (group: object, more?: object) =>
    (await groups(group, more)).groups.map(({ value, count }) => [value, count]);

  it('adds up a field of numbers in each, and nothing else', async () => {
    const { groups: added } = await groups({ field: 'stage' }, { sum: 'n' });
    expect(added).toEqual([
      { value: 'z', count: 3, sum: '10' },
      { value: 'a', count: 1, sum: '1' },
      { value: null, count: 1, sum: '4' },
    ]);
    const filters = [{ field: 'n', op: 'is_empty' }];
    expect((await groups({ field: 'stage' }, { sum: 'n', filters })).groups).toEqual([]);
    for (const sum of ['text', 'nowhere']) {
      await expect(groups({ field: 'stage' }, { sum })).rejects.toMatchObject({
        code: 'invalid',
        fields: { sum: expect.any(String) },
      });
    }
  });

  it('counts by a value, in the order of a sort by it, empty last', async () => {
    expect(await pairs({ field: 'stage' })).toEqual([
      ['z', 3],
      ['a', 1],
      [null, 1],
    ]);
    expect(await pairs({ field: 'stage', direction: 'desc' })).toEqual([
      ['a', 1],
      ['z', 3],
      [null, 1],
    ]);
    expect(await pairs({ field: 'done' })).toEqual([
      [false, 1],
      [true, 2],
      [null, 2],
    ]);
    const people = await pairs({ field: 'who' });
    expect(people).toContainEqual([actors.basic.userId, 2]);
    expect(people.at(-1)).toEqual([null, 2]);
  });

  it('counts dates by the first day of their period', async () => {
    expect(await pairs({ field: 'due', by: 'month' })).toEqual([
      ['2025-12-01', 1],
      ['2026-01-01', 2],
      ['2026-02-01', 1],
      [null, 1],
    ]);
    expect(await pairs({ field: 'due', by: 'week', direction: 'desc' })).toEqual([
      ['2026-01-26', 2],
      ['2025-12-29', 2],
      [null, 1],
    ]);
    expect((await groups({ field: 'due' })).groups[0]?.value).toBe('2025-12-31');
  });

  it('counts what the filters leave, and the list brings the groups together', async () => {
    const filters = [{ field: 'n', op: 'lt', value: 5 }];
    expect(await pairs({ field: 'due', by: 'year' }, { filters })).toEqual([
      ['2026-01-01', 3],
      [null, 1],
    ]);
    const sorts = [
      { field: 'due', direction: 'desc', by: 'month' },
      { field: 'n', direction: 'desc' },
    ];
    const listed = (input: object) =>
      invoke(records.list, { collectionId, sorts, ...input } as never, actors.guest.call());
    const whole = (await listed({})).records.map(({ data }) => data.n);
    expect(whole).toEqual([2, 3, 1, 5, 4]);
    const walked: unknown[] = [];
    let cursor: string | null = null;
    do {
      const page = await listed({ limit: 1, ...(cursor && { cursor }) });
      walked.push(...page.records.map(({ data }) => data.n));
      cursor = page.nextCursor;
    } while (cursor);
    expect(walked).toEqual(whole);
  });

  it.each([
    [{ field: 'gone' }, 'group.field'],
    [{ field: 'text' }, 'group.field'],
    [{ field: 'n' }, 'group.field'],
    [{ field: 'due', by: 'decade' }, 'group.by'],
    [{ field: 'stage', by: 'month' }, 'group.by'],
    [{}, 'group.field'],
  ])('refuses %j by its place', async (group, path) => {
    await expect(groups(group)).rejects.toMatchObject({
      code: 'invalid',
      fields: { [path]: expect.any(String) },
    });
  });

  it('answers others of nothing, and nothing while the module is off', async () => {
    await expect(groups({ field: 'stage' }, {}, actors.stranger)).rejects.toMatchObject({
      code: 'not_found',
    });
    await turnOff(actors.tenant);
    await expect(groups({ field: 'stage' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('groups among the rows of a grid', () => {
  const groups = [
    { value: 'a', count: 3, sum: null },
    { value: 'b', count: 200, sum: null },
    { value: null, count: 2, sum: null },
  ];

  it('puts a band above the records of each, and only the band of a closed one', () => {
    const rows = placeGroups(groups, new Set(['"b"']));
    expect(rows).toMatchObject({ rowCount: 8, recordCount: 205 });
    const at = Array.from({ length: 9 }, (_, row) => recordIndex(rows, row) ?? 'band');
    expect(at).toEqual(['band', 0, 1, 2, 'band', 'band', 203, 204, 'band']);
    expect(groupAt(rows, 4)?.id).toBe('"b"');
    expect(recordSpans(rows, { start: 2, end: 8 })).toEqual([
      { start: 1, end: 3 },
      { start: 203, end: 205 },
    ]);
  });

  it('has no rows without groups', () => {
    const rows = placeGroups([], new Set());
    expect(rows).toMatchObject({ rowCount: 0, recordCount: 0 });
    expect(recordIndex(rows, 0)).toBeUndefined();
  });
});
