import type { ListQuery } from '@/lib/modules/collections/records/list';
import { type Cases, tags } from './fill-cases';

export type AskedView = Pick<ListQuery, 'filters' | 'sorts'>;

type Asking = (n: number, cases: Cases) => AskedView;

/** Views that people keep open all day, each a little different every time: filters of every sort. */
export const askedViews: Record<'plain' | 'linked' | 'tagged' | 'tag alone', Asking> = {
  plain: (n, cases) => ({
    filters: [
      ...common(n, cases),
      { field: key(cases, 'Active'), op: 'equals', value: n % 2 === 0 },
    ],
    sorts: sorts(n, cases),
  }),
  linked: (n, cases) => ({
    filters: [
      ...common(n, cases),
      {
        field: key(cases, 'Teacher'),
        op: 'one_of',
        value: cases.teachers.slice(n % 400).slice(0, 20),
      },
    ],
    sorts: sorts(n, cases),
  }),
  tagged: (n, cases) => ({
    filters: [...common(n, cases), { field: key(cases, 'Tags'), op: 'all_of', value: tagsOf(n) }],
    sorts: sorts(n, cases),
  }),
  'tag alone': (n, cases) => ({
    filters: [{ field: key(cases, 'Tags'), op: 'all_of', value: tagsOf(n) }],
    sorts: sorts(n, cases),
  }),
};

const key = ({ keys }: Cases, name: string) => keys[name] ?? '';

const tagsOf = (n: number) => [tags[n % 7] ?? ''];

/** Some thousand records, in an order that no one index gives. */
const common = (n: number, cases: Cases): NonNullable<AskedView['filters']> => [
  { field: key(cases, 'Score'), op: 'between', value: [(n * 13) % 300, 700] },
  { field: key(cases, 'City'), op: 'one_of', value: ['Busan', 'Seoul', 'Daegu'] },
];

const sorts = (n: number, cases: Cases): NonNullable<AskedView['sorts']> => [
  { field: key(cases, 'Born'), direction: n % 3 === 0 ? 'desc' : 'asc' },
  { field: key(cases, 'Name'), direction: 'asc' },
];
