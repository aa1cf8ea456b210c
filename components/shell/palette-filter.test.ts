import { expect, it } from 'vitest';
import { groupsFor } from './palette-filter';
import type { PaletteGroup } from './palette-group';

const item = (label: string, keywords?: string[]) => ({
  id: label,
  label,
  ...(keywords && { keywords }),
  onSelect: () => undefined,
});
const groups: PaletteGroup[] = [
  { id: 'go', label: 'Go to', items: [item('Home'), item('Settings', ['brand'])] },
  { id: 'own', label: 'Collections', untyped: 1, items: [item('학생'), item('Orders')] },
  { id: 'records', label: 'Records', found: true, items: [item('Kim')] },
];
const shown = (text: string) =>
  groupsFor(groups, text).map(({ id, items }) => [id, ...items.map(({ label }) => label)]);

it('shows what can be reached before anything is typed, and no old finds', () => {
  expect(shown('  ')).toEqual([
    ['go', 'Home', 'Settings'],
    ['own', '학생'],
  ]);
});

it.each([
  [
    'BRAND set',
    [
      ['go', 'Settings'],
      ['records', 'Kim'],
    ],
  ],
  ['zzz', [['records', 'Kim']]],
  [
    '학새',
    [
      ['own', '학생'],
      ['records', 'Kim'],
    ],
  ],
  [
    'ord',
    [
      ['own', 'Orders'],
      ['records', 'Kim'],
    ],
  ],
])('leaves for %j what has each word, and whatever was found', (text, expected) => {
  expect(shown(text)).toEqual(expected);
});
