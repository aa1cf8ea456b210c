import { describe, expect, it } from 'vitest';
import { colorsOfPixels } from './logo-colors';
import { contrast, toneOf } from './oklch';
import { proposalsOf } from './proposals';

type Rgba = [number, number, number, number];

const white: Rgba = [255, 255, 255, 255];
const nothing: Rgba = [0, 0, 0, 0];
const pine: Rgba = [23, 105, 79, 255];
const orange: Rgba = [217, 131, 36, 255];
const ink: Rgba = [20, 20, 24, 255];

const picture = (...parts: [count: number, pixel: Rgba][]) =>
  parts.flatMap(([count, pixel]) => Array.from({ length: count }, () => pixel)).flat();

const near = (one: string, other: string) => {
  const [a, b] = [toneOf(one), toneOf(other)];
  return Math.abs(a.l - b.l) < 0.03 && Math.abs(a.c - b.c) < 0.03;
};

describe('colours of a picture', () => {
  it('finds the brand beside a large white ground and its second colour', () => {
    const found = colorsOfPixels(picture([3_000, white], [700, pine], [150, orange]));
    expect(found).toHaveLength(2);
    expect(near(found[0]?.color ?? '', '#17694f')).toBe(true);
    expect(near(found[1]?.color ?? '', '#d98324')).toBe(true);
    const [first] = proposalsOf(found);
    expect(first).toMatchObject({ passing: first?.color, accent: found[1]?.color });
  });

  it('counts what can be seen alone', () => {
    const [only] = colorsOfPixels(picture([9_000, nothing], [50, orange]));
    expect(only?.share).toBe(1);
  });

  it('takes the ink of a logo without colour, and nothing from white or from no picture', () => {
    expect(colorsOfPixels(picture([900, white], [100, ink]))).toHaveLength(1);
    expect(colorsOfPixels(picture([900, white]))).toEqual([]);
    expect(colorsOfPixels([])).toEqual([]);
    expect(colorsOfPixels(picture([900, nothing]))).toEqual([]);
  });

  it('leaves out the edge between two colours', () => {
    const edge: Rgba = [139, 180, 167, 255];
    const found = colorsOfPixels(picture([3_000, white], [800, pine], [20, edge]));
    expect(found).toHaveLength(1);
  });

  it('offers the nearest colour on which words can be read', () => {
    const [first] = proposalsOf([{ color: '#ff00aa', share: 1 }]);
    expect(first?.passing).not.toBe('#ff00aa');
    expect(contrast(first?.passing ?? '', '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });

  it('says the same of the same picture', () => {
    let state = 7;
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    };
    const noise = Array.from({ length: 4 * 2_000 }, next);
    expect(colorsOfPixels(noise)).toEqual(colorsOfPixels(noise));
  });
});
