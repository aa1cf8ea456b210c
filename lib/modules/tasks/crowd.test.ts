import { expect, it } from 'vitest';
import { crowdsOf } from './crowd';

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => `user-${from + n}`);

it('joins groups, and tells who is in them', () => {
  const crowd = crowdsOf(
    new Map([
      ['first', numbered(0, 70)],
      ['second', numbered(31, 100)],
      ['third', ['user-64', 'user-200']],
      ['empty', []],
    ]),
  );
  const both = crowd(['first', 'second', 'unknown']);
  expect([...both]).toEqual(numbered(0, 100));
  expect(both.size).toBe(100);
  expect([both.has('user-99'), both.has('user-200'), both.has('nobody')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([...crowd(['third', 'third'])]).toEqual(['user-64', 'user-200']);
  expect(crowd(['empty']).size).toBe(0);
  expect([...crowdsOf(new Map())(['first'])]).toEqual([]);
});
