import { expect, it } from 'vitest';
import { typedLimit } from './typed-limit';

it('takes a whole number in digits alone', () => {
  expect(typedLimit({ typed: ' 1000 ', isAny: false })).toBe(1_000);
  expect(typedLimit({ typed: '0', isAny: false })).toBe(0);
  for (const typed of [
    '',
    ' ',
    '1.000',
    '1,000',
    '1e3',
    '-1',
    '0x10',
    '1 000',
    '1234567890123456',
  ]) {
    expect(typedLimit({ typed, isAny: false })).toBeUndefined();
  }
});

it('means any number only where that is said', () => {
  expect(typedLimit({ typed: '7', isAny: true })).toBeNull();
});
