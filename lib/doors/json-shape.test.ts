import { describe, expect, it } from 'vitest';
import { checkJsonShape } from './json-shape';

const check = (text: string) => () => checkJsonShape(Buffer.from(text));
const limit = expect.objectContaining({ code: 'limit' });

describe('the shape of JSON', () => {
  it.each([
    ['the largest input there is', JSON.stringify(Array(1_000).fill(Array(100).fill('a')))],
    ['brackets inside a text', JSON.stringify({ a: '[{"\\'.repeat(5_000) })],
    ['commas inside a text', JSON.stringify({ a: '",\\"'.repeat(5_000) })],
    ['what is no JSON', ']]}}"'],
  ])('passes %s', (_, text) => {
    expect(check(text)).not.toThrow();
  });

  it.each([
    ['deep lists', '['.repeat(40)],
    ['deep objects', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`],
    ['a wide object', `{${Array.from({ length: 3_000 }, (_, at) => `"k${at}":1`)}}`],
    ['a long list', `[${Array(3_000).fill(1)}]`],
    ['many values in many lists', JSON.stringify(Array(1_900).fill(Array(90).fill(1)))],
  ])('stops %s', (_, text) => {
    expect(check(text)).toThrow(limit);
  });

  it('does not go over a long text again and again', () => {
    const text = Buffer.from(JSON.stringify({ a: 'x'.repeat(4 * 1024 * 1024) }));
    const began = performance.now();
    checkJsonShape(text);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
