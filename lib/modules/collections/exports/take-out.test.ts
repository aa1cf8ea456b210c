import { expect, it } from 'vitest';
import type { TakeOutSource } from '../../define-module';
import { takeOutCollections } from './take-out';

type Row = Record<string, unknown>;

/** Tables as rows in memory. */
const sourceOf = (tables: Record<string, Row[]>): TakeOutSource => ({
  async *documents(table, where) {
    for (const row of tables[table] ?? []) {
      if (!where || row[where.column] === where.value) yield row;
    }
  },
});

const live = { deleted_at: null };
const field = (collection: string, key: string, more: Row) => ({
  ...live,
  id: `${collection}-${key}`,
  collection_id: collection,
  key,
  name: key,
  options: {},
  position: 0,
  ...more,
});

async function filesOf(tables: Record<string, Row[]>) {
  const files = new Map<string, string>();
  for await (const { name, data } of takeOutCollections(sourceOf(tables))) {
    let text = '';
    for await (const part of data) text += part;
    files.set(name, text);
  }
  return files;
}

it('names the people and records that values lead to, and leaves out what is looked up or deleted', async () => {
  const files = await filesOf({
    people: [{ id: 'p1', name: 'Kim Min' }],
    collections: [
      { ...live, id: 'c1', name: 'Courses' },
      { ...live, id: 'c2', name: 'Students' },
      { ...live, id: 'c3', name: 'Gone', deleted_at: '2026-01-01' },
    ],
    fields: [
      field('c1', 'title', { type: 'text' }),
      field('c1', 'old', { type: 'text', deleted_at: '2026-01-01' }),
      field('c2', 'name', { type: 'text' }),
      field('c2', 'courses', {
        type: 'relation',
        position: 1,
        options: { targetId: 'c1', many: true },
      }),
      field('c2', 'titles', { type: 'lookup', position: 2 }),
      field('c2', 'tutor', { type: 'person', position: 3 }),
    ],
    records: [
      { ...live, id: 'r1', collection_id: 'c1', data: { title: 'Algebra', old: 'x' } },
      { ...live, id: 'r2', collection_id: 'c1', data: { title: 'Logic' } },
      {
        ...live,
        id: 'r3',
        collection_id: 'c2',
        data: { name: 'Ada', courses: ['r1', 'r2'], tutor: 'p1' },
      },
      { id: 'r4', collection_id: 'c2', data: { name: 'Left' }, deleted_at: '2026-01-01' },
    ],
  });
  expect(Object.fromEntries(files)).toEqual({
    'collections/Courses.csv': '\uFEFFtitle\r\nAlgebra\r\nLogic\r\n',
    'collections/Courses.json': '[\n{"title":"Algebra"},\n{"title":"Logic"}\n]\n',
    'collections/Students.csv': '\uFEFFname,courses,tutor\r\nAda,"Algebra, Logic",Kim Min\r\n',
    'collections/Students.json':
      '[\n{"name":"Ada","courses":"Algebra, Logic","tutor":"Kim Min"}\n]\n',
  });
});

it('says where a formula could not be worked out', async () => {
  const files = await filesOf({
    collections: [{ ...live, id: 'c1', name: 'Shares' }],
    fields: [
      field('c1', 'people', { type: 'number' }),
      field('c1', 'each', {
        type: 'formula',
        position: 1,
        options: { formula: '12 / {c1-people}' },
      }),
    ],
    records: [
      { ...live, id: 'r1', collection_id: 'c1', data: { people: 0 } },
      { ...live, id: 'r2', collection_id: 'c1', data: { people: 4 } },
    ],
  });
  expect(files.get('collections/Shares.csv')).toBe('\uFEFFpeople,each\r\n0,#error\r\n4,3\r\n');
  expect(JSON.parse(files.get('collections/Shares.json') ?? '')).toEqual([
    { people: 0, each: null },
    { people: 4, each: 3 },
  ]);
});
