import { expect, it } from 'vitest';
import { secondsAskedFor } from './retry-after';

it('reads seconds and times, up to a day, and nothing else', () => {
  const now = Date.parse('2026-11-23T00:00:00Z');
  expect(secondsAskedFor('120')).toBe(120);
  expect(secondsAskedFor('999999')).toBe(86_400);
  expect(secondsAskedFor('Mon, 23 Nov 2026 00:02:00 GMT', now)).toBe(120);
  expect(secondsAskedFor('Mon, 23 Nov 2025 00:02:00 GMT', now)).toBe(0);
  for (const words of [null, '', 'soon', '-5']) expect(secondsAskedFor(words, now)).toBeNull();
});
