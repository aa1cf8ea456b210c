import { expect, it } from 'vitest';
import { parseInvites } from './parse-invites';

const roles = [
  { id: 'r1', key: 'basic', name: 'Basic' },
  { id: 'r2', key: 'custom-1', name: 'Front desk' },
];

it.each([
  ['a@x.example', [['a@x.example', 'r1']]],
  [
    'a@x.example, b@x.example;c@x.example d@x.example',
    ['a', 'b', 'c', 'd'].map((who) => [`${who}@x.example`, 'r1']),
  ],
  [
    'Kim Min <kim@x.example>, Lee <lee@x.example>',
    [
      ['kim@x.example', 'r1'],
      ['lee@x.example', 'r1'],
    ],
  ],
  [
    'a@x.example, front DESK\nb@x.example\tBasic',
    [
      ['a@x.example', 'r2'],
      ['b@x.example', 'r1'],
    ],
  ],
  ['\n  \r\n', []],
  ['nonsense', [['nonsense', 'r1']]],
])('%j', (text, expected) => {
  expect(parseInvites(text, roles, 'r1').map(({ email, roleId }) => [email, roleId])).toEqual(
    expected,
  );
});
