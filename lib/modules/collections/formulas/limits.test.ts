import { PgDialect } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import type { Field } from '../fields/shapes';
import { heldValues, workOfPage } from '../values/held';
import { compile } from './compile';
import { evaluate } from './evaluate';
import { mostLetters } from './limits';
import { sizeOf } from './node';
import { treeAmong } from './resolve';

const field = (name: string, type: Field['type'], options: Field['options'] = {}) => ({
  ...{ id: `id-${name}`, key: name.toLowerCase(), name, type, options },
});
const clock = { now: new Date('2026-03-28T23:30:00Z'), timeZone: 'Asia/Seoul' };
const fields = [
  field('Price', 'number'),
  field('Name', 'text'),
  field('Due', 'date'),
  field('At', 'datetime'),
];

const written = (text: string, among = fields) => {
  const tree = treeAmong(text, among);
  return { tree, ...new PgDialect().sqlToQuery(compile(tree, clock)) };
};
const nested = (form: string, inner: string, deep: number) =>
  Array.from({ length: deep }).reduce<string>(
    (made) => form.replace(' _', () => ` ${made}`),
    inner,
  );

describe('what a formula is for the database', () => {
  it.each<[string, string]>([
    ...['seconds', 'hours', 'days', 'weeks', 'months', 'years'].map((unit): [string, string] => [
      '{At}',
      `DATEADD( _, 1, "${unit}")`,
    ]),
    ...['days', 'weeks', 'months', 'years'].map((unit): [string, string] => [
      '{Due}',
      `DATEADD( _, {Price}, "${unit}")`,
    ]),
    ['{Price}', 'DATETIME_DIFF(DATEADD({Due}, _, "days"), {Due}, "months")'],
    ['{Price}', 'MOD( _, 7)'],
    ['{Price}', 'ROUND( _, 2)'],
    ['{Price}', '( _ / 2 + 1)'],
    ['{Price}', 'IF({Price} > 1, _, 2)'],
    ['{Name}', 'SUBSTITUTE( _, "a", "b")'],
    ['{Name}', 'MID( _, 1, 3)'],
    ['{Name}', 'LOWER(TRIM( _))'],
    ['{Name}', '( _ & {At})'],
  ])('grows with its parts alone: %s in %s', (inner, form) => {
    const some = written(nested(form, inner, 6));
    const more = written(nested(form, inner, 12));
    expect(more.sql.length).toBeLessThan(some.sql.length * 2.2);
    expect(more.params.length).toBeLessThanOrEqual(2 * sizeOf(more.tree));
    expect(more.sql.length).toBeLessThan(700 * sizeOf(more.tree));
  });

  it('is refused where it has too many parts, with those that it takes in', () => {
    const sum = (name: string) => Array.from({ length: 60 }, () => `{${name}}`).join(' + ');
    const among = [
      ...fields,
      field('One', 'formula', { formula: sum('Price') }),
      field('Two', 'formula', { formula: '{One} + {One}' }),
      field('Three', 'formula', { formula: '{Two} + {Two}' }),
    ];
    expect(sizeOf(treeAmong('{One} + 1', among))).toBeLessThan(250);
    expect(() => treeAmong('{Three} & ""', among)).toThrow(
      'too large, with those that it takes in',
    );
  });
});

describe('the work of a page', () => {
  const long = 'a'.repeat(10_000);

  it('ends each replacement where a text ends', () => {
    const tree = treeAmong(`SUBSTITUTE({Name}, "a", "${'😀'.repeat(100)}")`, fields);
    expect([...String(evaluate(tree, { name: long }, clock).value)]).toHaveLength(20_000);
    const kept = treeAmong('SUBSTITUTE({Name}, "b", "c") & "b"', fields);
    expect(evaluate(kept, { name: '😀ab'.repeat(3) }, clock).value).toBe(`${'😀ac'.repeat(3)}b`);
  });

  it('is refused for a record that goes through too many letters', () => {
    const upper = nested('UPPER(LOWER( _))', '{Name}', 15);
    const tree = treeAmong(`${upper} & ${upper}`, fields);
    expect(evaluate(tree, { name: long }, clock)).toEqual({
      value: null,
      problem: 'It takes too long to work out.',
    });
    expect(evaluate(tree, { name: 'a'.repeat(100) }, clock).value).toBe('A'.repeat(200));
  });

  it('is shared by formulas, and what they have in common is done once', () => {
    const common = treeAmong('UPPER({Name})', fields);
    const design = [
      ...fields.map((one) => ({ ...one })),
      field('Up', 'formula', { formula: 'UPPER({Name})' }),
    ];
    const read = (key: string, text: string) => ({
      key,
      formula: { text, tree: treeAmong(text, design), problem: null, clock },
    });
    const work = workOfPage();
    const before = work.letters;
    const one = { key: 'up', formula: { text: '', tree: common, problem: null, clock } };
    heldValues([one, { ...one, key: 'again' }], { name: long }, work);
    expect(before - work.letters).toBe(long.length);
    const short = { letters: mostLetters / 10 };
    const { values, problems } = heldValues(
      [read('x', '{Up} & {Up} & {Up} & {Up}')],
      { name: long },
      short,
    );
    expect(values.x).toBeNull();
    expect(problems.x).toBe('It takes too long to work out.');
  });
});
