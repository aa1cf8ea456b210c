import { describe, expect, it } from 'vitest';
import type { Field } from '../fields/shapes';
import { evaluate } from './evaluate';
import { FormulaProblem } from './problem';
import { idsNamed, treeAmong, withIds, withNames } from './resolve';

const field = (name: string, type: Field['type'], options: Field['options'] = {}) => ({
  ...{ id: `id-${name}`, key: name.toLowerCase(), name, type, options },
});
const fields = [
  field('Price', 'number'),
  field('Count', 'number'),
  field('Cost', 'money', { currency: 'EUR', decimals: 2 }),
  field('Name', 'text'),
  field('Done', 'boolean'),
  field('Due', 'date'),
  field('At', 'datetime'),
  field('Stage', 'select', { choices: [{ id: 'w', name: 'won', color: 'green' }] }),
  field('Tags', 'multi_select'),
  field('Net', 'formula', { formula: '{Price} - 1' }),
  field('Loop', 'formula', { formula: '{Loop} + 1' }),
  field('A {b}', 'number'),
];
const clock = { now: new Date('2026-03-28T23:30:00Z'), timeZone: 'Asia/Seoul' };
const data = {
  ...{ price: 2.5, count: 4, cost: '12.50', name: 'Ada Lovelace', done: true, stage: 'w' },
  ...{ due: '2026-04-01', at: '2026-03-28T20:00:00Z', 'a {b}': 3 },
};

const comesTo = (text: string, held: object = data) =>
  evaluate(treeAmong(text, fields), held as typeof data, clock).value;

function problemOf(text: string): FormulaProblem {
  try {
    treeAmong(text, fields);
  } catch (error) {
    if (error instanceof FormulaProblem) return error;
    throw error;
  }
  throw new Error(`${text} can be worked out`);
}

it.each([
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3 - -1', 10],
  ['8 / 2 / 2', 2],
  ['0.1 + 0.2', 0.3],
  ['1 / 3', 0.333333333333333],
  ['{Price} * {Count}', 10],
  ['{Cost} * 2', 25],
  ['{A \\{b\\}} * 2', 6],
  ['{id-Price} + 0', 2.5],
  ['{price} + {NET}', 4],
  ['1 + 2 & "x" & 3', '3x3'],
  ['\'it\'\'s\' & "\\"q\\""', undefined],
  ['"a" & "" = "a"', true],
  ['{Name} = "ada lovelace"', false],
  ['{Stage} & "!"', 'won!'],
  ['IF({Done}, "yes", "no")', 'yes'],
  ['IF({Price} > 2, {Count})', 4],
  ['IF({Price} < 2, {Count})', null],
  ['IF({Done}, "n", 1)', 'n'],
  ['SWITCH({Stage}, "lost", 0, "won", 1, 2)', 1],
  ['SWITCH({Stage}, "lost", 0)', null],
  ['AND({Done}, {Price})', true],
  ['OR(FALSE, "")', false],
  ['NOT(ISBLANK({Due}))', true],
  ['ROUND(2.345, 2)', 2.35],
  ['ROUND(-2.5)', -3],
  ['MOD(-7, 3)', 2],
  ['MIN({Price}, BLANK(), 1)', 1],
  ['FLOOR(0.1 * 3 * 10) + CEILING(2.1)', 6],
  ['UPPER(LEFT({Name}, 3)) & LEN({Name})', 'ADA12'],
  ['MID({Name}, 5, 4) & RIGHT({Name}, 2)', 'Lovece'],
  ['SUBSTITUTE(TRIM("  a-b-c "), "-", "")', 'abc'],
  ['CONTAINS({Name}, "LOVE")', true],
  ['FIND("L", {Name})', 5],
  ['TODAY()', '2026-03-29'],
  ['DATETIME_DIFF({Due}, TODAY(), "days")', 3],
  ["DATETIME_DIFF({At}, NOW(), 'hours')", -3],
  ['DATETIME_DIFF("2026-03-30", "2026-01-31", "months")', 1],
  ['DATEADD("2026-01-31", 1, "month")', '2026-02-28'],
  ['DATEADD({At}, -90, "minutes")', '2026-03-28T18:30:00Z'],
  ['{Due} > {At}', true],
  ['YEAR({At}) * 10000 + MONTH({At}) * 100 + DAY({At})', 20260329],
  ['WEEKDAY({Due})', 3],
  ['"at " & {At}', 'at 2026-03-29 05:00'],
])('%s', (text, value) => {
  if (value === undefined) expect(() => treeAmong(text, fields)).toThrow(FormulaProblem);
  else expect(comesTo(text)).toBe(value);
});

describe('what is not there', () => {
  it('counts as 0 in a sum, and is empty as a text', () => {
    expect(comesTo('{Price} + 1', {})).toBe(1);
    expect(comesTo('"a" & {Name} & {Due}', {})).toBe('a');
    expect(comesTo('YEAR({Due})', {})).toBeNull();
    expect(comesTo('{Price} = BLANK()', {})).toBe(true);
  });

  it('is said why, where something could not be worked out', () => {
    const outcome = (text: string) => evaluate(treeAmong(text, fields), data, clock);
    expect(outcome('{Price} / 0')).toEqual({ value: null, problem: 'It divides by 0.' });
    expect(outcome('{Price} / 0 + 1').problem).toBe('It divides by 0.');
    expect(outcome('1e15 * 1e15').problem).toBe('The number is too large.');
    expect(outcome('DATEADD({Due}, 1e9, "days")').problem).toContain('year 9999');
    expect(outcome('IF({Count} = 0, {Price} / 0, 1)')).toEqual({ value: 1 });
    expect(outcome('IF(TRUE, BLANK(), {Price} / 0)')).toEqual({ value: null });
  });
});

it.each([
  ['{Pric} * 2', 'There is no field “Pric”. Did you mean “Price”?', 0, 6],
  ['1 + {Nowhere at all}', 'There is no field “Nowhere at all”.', 4, 20],
  ['ROUN({Price})', 'There is no function ROUN. Did you mean ROUND?', 0, 4],
  ['1 + ', 'A value is missing here.', 4, 4],
  ['(1 + 2', 'A closing ) is missing.', 0, 1],
  ['1 2', 'An operator, such as + or &, is missing here.', 2, 3],
  ['"a', 'A text ends with the mark that it begins with.', 0, 2],
  ['{a', 'The name of a field ends with a closing brace.', 0, 2],
  ['Price', 'The name of a field stands in braces: {Price}.', 0, 5],
  ['1 # 2', '# means nothing in a formula.', 2, 3],
  ['{Name} * 2', 'A number is needed here, and this is text.', 0, 6],
  ['YEAR({Name})', 'A date is needed here, such as TODAY() or "2026-01-31".', 5, 11],
  ['{Name} < "b"', 'Only numbers and dates can be smaller or larger.', 0, 12],
  [
    'DATEADD({Due}, 1, "hours")',
    'A unit is one of these: "days", "weeks", "months", "years".',
    18,
    25,
  ],
  ['LEN()', 'LEN is written LEN(text).', 0, 5],
  ['{Tags} & ""', 'A formula cannot read “Tags”: its type is Multi-select.', 0, 6],
  ['', 'Write a formula, such as 1 + 1.', 0, 0],
  ['1e16', 'This number is too large.', 0, 4],
])('%s is refused: %s', (text, message, from, to) => {
  const problem = problemOf(text);
  expect(problem.message).toBe(message);
  expect(problem.at).toEqual({ from, to });
});

it('is bounded in length and depth, and is never worked out from itself', () => {
  const long = Array.from({ length: 150 }, () => '1').join('+');
  expect(problemOf(long).message).toContain('too long');
  expect(problemOf(`${'('.repeat(300)}1`).message).toContain('too long');
  expect(problemOf(`${'-'.repeat(300)}1`).message).toContain('too long');
  expect(problemOf('{Loop} + 1').message).toContain('worked out from itself');
  expect(() => treeAmong('{Net}', fields, 'id-Net')).toThrow('worked out from itself');
});

it('keeps fields by their ids, and shows them by the names of today', () => {
  const stored = withIds('{price} & "{Name}" & { A \\{b\\} }', fields);
  expect(stored).toBe('{id-Price} & "{Name}" & {id-A \\{b\\}}');
  expect(idsNamed(stored)).toEqual(['id-Price', 'id-A {b}']);
  const renamed = fields.map((one) => (one.name === 'Price' ? { ...one, name: 'Prix }' } : one));
  expect(withNames(stored, renamed)).toBe('{Prix \\}} & "{Name}" & {A \\{b\\}}');
});
