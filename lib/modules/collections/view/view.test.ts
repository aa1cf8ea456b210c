import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import { type PageView, plainState } from './state';
import { parseView, restQuery, writeView } from './url';

let world: World;
let actors: Actors;
let collectionId: string;

const long = `${'a'.repeat(250)}END`;
const rows = [
  { n: 'Ada', score: 3, day: '2024-01-05', ok: true, level: 'b', note: '100% sure' },
  { n: 'bob', score: 1, day: '2024-01-01', ok: false, level: 'a' },
  { n: 'Cy', score: 2, level: 'b', note: 'under_score' },
  { n: 'Dee', day: '2023-12-31', ok: true },
  { score: 2, note: 'back\\slash' },
  { n: 'bob', score: -4, level: 'a' },
  { n: long, score: 5 },
  { n: `${'a'.repeat(250)}OTHER`, score: 6 },
];

beforeAll(async () => {
  world = await openWorld();
  actors = await mintActors(world);
  const choices = [
    { id: 'b', name: 'Second letter' },
    { id: 'a', name: 'First letter' },
  ];
  ({ id: collectionId } = await mintCollection(actors.admin, 'View', [
    { name: 'N', type: 'text' },
    { name: 'Score', type: 'number' },
    { name: 'Day', type: 'date' },
    { name: 'Ok', type: 'boolean' },
    { name: 'Level', type: 'select', options: { choices } },
    { name: 'Note', type: 'long_text' },
    { name: 'Who', type: 'person' },
  ]));
  await invoke(records.createMany, { collectionId, records: rows }, actors.admin.call());
});
afterAll(() => world.end());

const list = (input: object) =>
  invoke(records.list, { collectionId, ...input } as never, actors.guest.call());
const scores = async (input: object) =>
  (await list(input)).records.map(({ data }) => data.score ?? null);
const where = (field: string, op: string, value?: unknown) => ({
  filters: [{ field, op, ...(value !== undefined && { value }) }],
});

/** Groups inside groups, the innermost of so many conditions. */
function nested(depth: number, width = 1): object {
  const inside =
    depth === 2
      ? Array.from({ length: width }, () => ({ field: 'n', op: 'is_empty' }))
      : [nested(depth - 1, width)];
  return { op: 'all', filters: inside };
}

describe('filters', () => {
  it.each([
    [where('n', 'equals', 'BOB'), [1, -4]],
    [where('n', 'equals', long), [5]],
    [where('n', 'not_equals', 'bob'), [3, 2, null, 2, 5, 6]],
    [where('n', 'contains', 'E'), [null, 5, 6]],
    [where('n', 'contains', 'aend'), [5]],
    [where('n', 'not_contains', 'b'), [3, 2, null, 2, 5, 6]],
    [where('n', 'one_of', ['ada', 'cy']), [3, 2]],
    [where('n', 'is_empty'), [2]],
    [where('score', 'equals', '2'), [2, 2]],
    [where('score', 'lt', 2), [1, -4]],
    [where('score', 'between', [2, 3]), [3, 2, 2]],
    [where('score', 'one_of', [1, 3]), [3, 1]],
    [where('score', 'is_not_empty'), [3, 1, 2, 2, -4, 5, 6]],
    [where('day', 'gte', '2024-01-01'), [3, 1]],
    [where('day', 'lt', '2024-01-01'), [null]],
    [where('ok', 'equals', true), [3, null]],
    [where('ok', 'equals', 'no'), [1]],
    [where('level', 'equals', 'b'), [3, 2]],
    [where('level', 'equals', 'First letter'), [1, -4]],
    [where('level', 'is_empty'), [null, 2, 5, 6]],
    [where('note', 'contains', '0%'), [3]],
    [where('note', 'contains', '_'), [2]],
    [where('note', 'contains', '\\'), [2]],
    [where('who', 'is_empty'), [3, 1, 2, null, 2, -4, 5, 6]],
    [{ search: 'ada' }, [3]],
    [{ search: 'second LETTER' }, [3, 2]],
    [
      {
        filters: [
          { field: 'score', op: 'gt', value: 1 },
          {
            op: 'any',
            filters: [
              { field: 'n', op: 'equals', value: 'ada' },
              {
                op: 'all',
                filters: [
                  { field: 'level', op: 'equals', value: 'b' },
                  { field: 'note', op: 'contains', value: '_' },
                ],
              },
            ],
          },
        ],
      },
      [3, 2],
    ],
    [{ match: 'any', filters: [{ op: 'all', filters: [] }] }, [3, 1, 2, null, 2, -4, 5, 6]],
    [
      {
        match: 'any',
        filters: [
          { field: 'score', op: 'gt', value: 4 },
          { field: 'n', op: 'equals', value: 'ada' },
        ],
      },
      [3, 5, 6],
    ],
  ])('%j', async (input, expected) => {
    const page = await list(input);
    expect(page.records.map(({ data }) => data.score ?? null)).toEqual(expected);
    expect(page.total).toBe(expected.length);
  });

  it.each([
    [where('nope', 'equals', 1), 'filters.0.field'],
    [where('n', 'resembles', 1), 'filters.0.op'],
    [{ filters: [{ op: 'any', filters: [{ field: 'n', op: 'like' }] }] }, 'filters.0.filters.0.op'],
    [
      { filters: [{ op: 'any', filters: [{ field: 'gone', op: 'is_empty' }] }] },
      'filters.0.filters.0.field',
    ],
    [{ filters: [nested(5)] }, 'filters.0.filters.0.filters.0.filters.0.op'],
    [{ filters: Array.from({ length: 3 }, () => nested(2, 18)) }, 'filters'],
    [{ sorts: [{ field: 'n', by: 'month' }] }, 'sorts.0.by'],
    [where('note', 'equals', 'x'), 'filters.0.op'],
    [where('score', 'equals', 'many'), 'filters.0.value'],
    [where('score', 'between', [1]), 'filters.0.value'],
    [where('n', 'contains'), 'filters.0.value'],
    [where('level', 'equals', 'third'), 'filters.0.value'],
    [where('who', 'equals', 'x'), 'filters.0.value'],
    [{ sorts: [{ field: 'note' }] }, 'sorts.0.field'],
    [{ cursor: 'x' }, 'cursor'],
    [{ cursor: 'WzFd', offset: 1 }, 'offset'],
  ])('refuses %j by its place', async (input, path) => {
    await expect(list(input)).rejects.toMatchObject({
      code: 'invalid',
      fields: { [path]: expect.any(String) },
    });
  });
});

describe('order and pages', () => {
  const orders = [
    { sorts: [] },
    { sorts: [{ field: 'score' }] },
    { sorts: [{ field: 'score', direction: 'desc' }] },
    { sorts: [{ field: 'n' }, { field: 'score', direction: 'desc' }] },
    { sorts: [{ field: 'level', direction: 'desc' }, { field: 'day' }, { field: 'score' }] },
    { sorts: [{ field: 'day', direction: 'desc' }, { field: 'n' }] },
    { sorts: [{ field: 'who' }, { field: 'ok', direction: 'desc' }] },
  ];

  it('puts empty values last, in either direction', async () => {
    expect(await scores({ sorts: [{ field: 'score' }] })).toEqual([-4, 1, 2, 2, 3, 5, 6, null]);
    expect(await scores({ sorts: [{ field: 'score', direction: 'desc' }] })).toEqual([
      6,
      5,
      3,
      2,
      2,
      1,
      -4,
      null,
    ]);
    const byLevel = await list({ sorts: [{ field: 'level' }] });
    expect(byLevel.records.slice(0, 4).map(({ data }) => data.level)).toEqual(['b', 'b', 'a', 'a']);
  });

  it.each(orders)('walks %j by cursor and by offset alike', async (order) => {
    const whole = (await list(order)).records.map(({ id }) => id);
    expect(whole).toHaveLength(rows.length);
    for (const limit of [1, 2, 3, 7]) {
      const walked: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await list({ ...order, limit, ...(cursor && { cursor }) });
        walked.push(...page.records.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(walked).toEqual(whole);
      const windows: string[] = [];
      for (let offset = 0; offset < rows.length; offset += limit) {
        const page = await list({ ...order, limit, offset });
        windows.push(...page.records.map(({ id }) => id));
        expect(page.total).toBe(rows.length);
      }
      expect(windows).toEqual(whole);
    }
  });

  it('refuses a cursor of another order', async () => {
    const { nextCursor } = await list({ sorts: [{ field: 'score' }], limit: 1 });
    await expect(list({ cursor: nextCursor ?? '' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('lists the ids of a view', async () => {
    const view = { collectionId, filters: [{ field: 'n', op: 'equals' as const, value: 'bob' }] };
    expect((await invoke(records.ids, view, actors.guest.call())).ids).toHaveLength(2);
    await expect(invoke(records.ids, view, actors.stranger.call())).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('the address of a view', () => {
  it('says the same as the view, and keeps what else it holds', () => {
    const view: PageView = {
      ...plainState,
      search: 'a b',
      at: '2026-03-01',
      filters: [
        { field: '나이', op: 'between', value: ['1', '2'] },
        { field: 'n', op: 'contains', value: 'x.y|z' },
        { field: 'n', op: 'one_of', value: ['a|b', 'c'] },
        { field: 'n', op: 'is_empty' },
        {
          op: 'all',
          filters: [
            { field: 'n', op: 'contains', value: 'a);(b' },
            { op: 'any', filters: [{ field: '나이', op: 'equals', value: '%28;' }] },
            { field: 'n', op: 'is_not_empty' },
          ],
        },
      ],
      match: 'any',
      sorts: [
        { field: 'n', direction: 'asc' },
        { field: 'score', direction: 'desc' },
      ],
      hidden: ['note'],
      order: ['score', 'n'],
      widths: { n: 240 },
      frozen: false,
      rowHeight: 'tall',
      group: { field: 'day', direction: 'desc', by: 'month' },
      kind: 'timeline',
      date: 'day',
      end: 'until',
      lanes: 'level',
      waits: 'after',
      zoom: 'quarter',
    };
    const address = writeView(new URLSearchParams('import=1&q=old'), view);
    expect(address.get('import')).toBe('1');
    expect(parseView(new URLSearchParams(address.toString()))).toEqual(view);
    expect(restQuery(view).get('filters[0][value][1]')).toBe('2');
    expect(restQuery(view).get('filters[4][filters][1][filters][0][field]')).toBe('나이');
    expect(writeView(address, parseView(new URLSearchParams())).toString()).toBe('import=1');
  });

  it('says only what differs from the saved view, and that nothing is wanted', () => {
    const saved = {
      ...plainState,
      filters: [{ field: 'n', op: 'equals' as const, value: 'x' }],
      sorts: [{ field: 'score', direction: 'desc' as const }],
      frozen: false,
    };
    const same = parseView(new URLSearchParams('view=1'), saved);
    expect(writeView(new URLSearchParams('view=1'), same, saved).toString()).toBe('view=1');
    const changed = { ...same, filters: [], frozen: true, kind: 'board' as const };
    const address = writeView(new URLSearchParams('view=1'), changed, saved);
    expect(address.toString()).toBe('view=1&as=board&filter=&frozen=yes');
    expect(parseView(address, saved)).toEqual(changed);
  });

  it('leaves out what cannot be read', () => {
    const text =
      'filter=nope&filter=any(x&as=list&zoom=year&rows=huge&widths=a,b:9999&at=soon&frozen=maybe';
    expect(parseView(new URLSearchParams(text))).toEqual({
      ...plainState,
      widths: { b: 900 },
      search: '',
      at: '',
    });
  });
});
