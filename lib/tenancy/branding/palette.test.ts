import { describe, expect, it } from 'vitest';
import { contrast, toneOf } from './oklch';
import { buildPalette } from './palette';
import { pairings, type RoleColors, roles } from './roles';

const known = {
  yellow: '#ffe600',
  black: '#000000',
  white: '#ffffff',
  neonGreen: '#39ff14',
  neonPink: '#ff00aa',
  cyan: '#00ffff',
  blue: '#0000ff',
  red: '#ff0000',
  navy: '#0b1f4b',
  paleRose: '#ffd6e8',
  midGrey: '#808080',
  olive: '#808000',
};

describe('buildPalette', () => {
  it.each(Object.entries(known))('reads everywhere with %s', (_, color) => {
    expect(failures(color)).toEqual([]);
  });

  it('reads everywhere with 3,000 random colours', () => {
    const next = randomColors(20260401);
    const failed: string[] = [];
    for (let n = 0; n < 3000; n += 1) failed.push(...failures(next(), n % 3 ? undefined : next()));
    expect(failed).toEqual([]);
  }, 120_000);

  it('keeps a colour that serves as it is', () => {
    for (const color of ['#17694f', '#ffe600', '#39ff14', '#0b57d0']) {
      const { light, adjustments } = buildPalette(color);
      expect(light.primary).toBe(color);
      expect(adjustments.filter((a) => a.appearance === 'light')).toEqual([]);
    }
  });

  it('says what it changed and why, and stays near the chosen colour', () => {
    const { light, adjustments } = buildPalette('#ff00aa');
    const [change] = adjustments;
    expect(change).toMatchObject({ appearance: 'light', reason: 'text-on-it', from: '#ff00aa' });
    expect(change?.to).toBe(light.primary);
    expect(change?.contrast).toBeLessThan(change?.needed ?? 0);
    expect(toneOf('#ff00aa').l - toneOf(light.primary).l).toBeLessThan(0.08);
    expect(Math.abs(toneOf('#ff00aa').h - toneOf(light.primary).h)).toBeLessThan(4);
  });

  it('lifts a dark colour in the dark and turns black and white round', () => {
    expect(buildPalette('#0b1f4b').adjustments).toMatchObject([
      { appearance: 'dark', reason: 'against-page' },
    ]);
    expect(buildPalette('#000000').adjustments).toMatchObject([
      { appearance: 'dark', reason: 'inverted' },
    ]);
    expect(buildPalette('#ffffff').adjustments).toMatchObject([
      { appearance: 'light', reason: 'inverted' },
    ]);
  });

  it('tints neutrals by the brand and leaves them nearly grey', () => {
    const { light } = buildPalette('#ff00aa');
    const tone = toneOf(light['surface-active']);
    expect(tone.c).toBeGreaterThan(0.003);
    expect(tone.c).toBeLessThan(0.02);
  });

  it('tells six series apart', () => {
    for (const color of Object.values(known)) {
      const { light } = buildPalette(color);
      const series = [1, 2, 3, 4, 5, 6].map((n) => light[`chart-${n}` as keyof RoleColors]);
      expect(new Set(series).size).toBe(6);
    }
  });
});

function failures(color: string, accent?: string): string[] {
  const palette = buildPalette(color, accent);
  return (['light', 'dark'] as const).flatMap((appearance) => {
    const colors = palette[appearance];
    const malformed = roles.filter((role) => !/^#[0-9a-f]{6}$/.test(colors[role]));
    const weak = pairings
      .filter(({ front, back, ratio }) => contrast(colors[front], colors[back]) < ratio)
      .map(({ front, back }) => `${front} on ${back}`);
    return [...malformed, ...weak].map((what) => `${color} ${appearance}: ${what}`);
  });
}

function randomColors(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return `#${(state >>> 8).toString(16).padStart(6, '0')}`;
  };
}
