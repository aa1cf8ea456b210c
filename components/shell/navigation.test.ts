import { describe, expect, it } from 'vitest';
import { activeHref } from './navigation';

const groups = [
  {
    id: 'a',
    items: [
      { href: '/', label: 'Home' },
      { href: '/collections', label: 'Collections' },
      { href: '/collections/students?view=1', label: 'Students' },
      { href: '/settings', label: 'Settings', exact: true },
    ],
  },
];

describe('activeHref', () => {
  it.each([
    ['/', '/'],
    ['/collections', '/collections'],
    ['/collections/teachers', '/collections'],
    ['/collections/students/1', '/collections/students?view=1'],
    ['/collectionsx', undefined],
    ['/settings/people', undefined],
  ])('%s is %s', (path, href) => {
    expect(activeHref(groups, path)).toBe(href);
  });
});
