import { expect, it } from 'vitest';
import { dominantColor } from './dominant-color';

const field = (count: number, ...rgba: number[]) =>
  Array.from({ length: count }, () => rgba).flat();

it('finds the mark on a large pale ground', () => {
  const pixels = [...field(900, 250, 250, 248, 255), ...field(60, 200, 30, 60, 255)];
  expect(dominantColor(pixels)).toBe('#c81e3c');
});

it('prefers the colour there is more of', () => {
  const pixels = [...field(40, 20, 90, 200, 255), ...field(90, 20, 140, 80, 255)];
  expect(dominantColor(pixels)).toBe('#148c50');
});

it('passes over what cannot be seen, and says so when all is grey', () => {
  expect(dominantColor(field(50, 255, 0, 0, 0))).toBeNull();
  expect(dominantColor([...field(50, 40, 40, 42, 255), ...field(50, 0, 0, 0, 255)])).toBeNull();
  expect(dominantColor([])).toBeNull();
});
