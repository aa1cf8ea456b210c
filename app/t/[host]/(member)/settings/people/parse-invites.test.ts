import { expect, it } from 'vitest';
import { lineOf } from './invite-cells';
import { parseInvites } from './parse-invites';

const roles = [
  { id: 'r1', words: ['basic', 'Basic', '기본'] },
  { id: 'r2', words: ['custom-1', 'Front desk'] },
];

/** Who stands before the @, name, role, trouble. */
const read = (text: string) =>
  parseInvites(text, roles, 'r1').map(({ email, name, roleId, trouble }) => [
    email.replace('@x.example', ''),
    name,
    roleId,
    trouble,
  ]);

it.each([
  ['a@x.example', [['a', '', 'r1', null]]],
  [
    'a@x.example, b@x.example;c@x.example d@x.example',
    ['a', 'b', 'c', 'd'].map((who) => [who, '', 'r1', null]),
  ],
  [
    'Kim Min <kim@x.example>, "Lee, Ann" <lee@x.example>',
    [
      ['kim', 'Kim Min', 'r1', null],
      ['lee', 'Lee, Ann', 'r1', null],
    ],
  ],
  [
    'a@x.example, front DESK\nb@x.example\tBasic\nc@x.example, Chris\nd@x.example, Dana Oh, 기본',
    [
      ['a', '', 'r2', null],
      ['b', '', 'r1', null],
      ['c', 'Chris', 'r1', null],
      ['d', 'Dana Oh', 'r1', null],
    ],
  ],
  [
    '\uFEFFName;E-mail;Role\r\n"Oh ""Dee"" Kim";a@x.example;Front desk\r\n;b@x.example;\r\nLee;;',
    [
      ['a', 'Oh "Dee" Kim', 'r2', null],
      ['b', '', 'r1', null],
      ['Lee;;', '', 'r1', 'no_address'],
    ],
  ],
  ['이메일,역할\na@x.example,기본', [['a', '', 'r1', null]]],
  ['\n  \r\n', []],
])('reads %j', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

it.each([
  ['nonsense', [['nonsense', '', 'r1', 'no_address']]],
  ['a@x.example, Ann, Advnced', [['a', 'Ann', 'r1', 'no_role']]],
  ['Ann <a@x.example>, Advnced', [['a', 'Ann', 'r1', 'no_role']]],
  [
    'a@x.example\nA@X.EXAMPLE',
    [
      ['a', '', 'r1', null],
      ['A@X.EXAMPLE', '', 'r1', 'twice'],
    ],
  ],
  [
    'a@x.example, b@x.example and c@x.example, who, Basic',
    [
      ['a', '', 'r1', null],
      ['b', '', 'r1', null],
      ['and', '', 'r1', 'no_address'],
      ['c', '', 'r1', null],
      ['who', '', 'r1', 'no_address'],
    ],
  ],
  ['name,email,role\nAnn,a@x.example,Boss', [['a', 'Ann', 'r1', 'no_role']]],
])('says what is wrong in %j', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

it('writes a line that reads the same', () => {
  const line = lineOf(['a@x.example', 'Oh "Dee", Kim', 'Front desk']);
  expect(read(line)).toEqual([['a', 'Oh "Dee", Kim', 'r2', null]]);
});
