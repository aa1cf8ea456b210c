import { clampChroma, converter, formatHex, type Oklch } from 'culori';

/** Lightness 0..1, chroma 0..about 0.37, hue in degrees. */
export type Tone = { l: number; c: number; h: number };

const asOklch = converter('oklch');

export function toneOf(hex: string): Tone {
  const { l, c, h }: Oklch = asOklch(hex) ?? { mode: 'oklch', l: 0, c: 0 };
  return { l, c, h: h ?? 0 };
}

/** Keeps lightness and hue; takes chroma back until a screen can show the colour. */
export function hexOf({ l, c, h }: Tone): string {
  const tone = { mode: 'oklch', l: Math.min(1, Math.max(0, l)), c: Math.max(0, c), h } as const;
  return formatHex(clampChroma(tone, 'oklch'));
}

/** WCAG 2 contrast ratio, 1..21, of two `#rrggbb` colours. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The lowest contrast of a colour against several backgrounds. */
const worstContrast = (hex: string, backs: readonly string[]): number =>
  Math.min(...backs.map((back) => contrast(hex, back)));

/** Relative luminance by WCAG 2.2 (the sRGB threshold 0.04045 of IEC 61966-2-1). */
function luminance(hex: string): number {
  const value = Number.parseInt(hex.slice(1), 16);
  const channel = (shift: number) => {
    const part = ((value >> shift) & 255) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
}

/**
 * The tone nearest to `from`, going only darker or only lighter, that reaches `ratio` on every
 * background. Black or white if nothing in between does.
 */
export function reach(
  from: Tone,
  toward: 'darker' | 'lighter',
  goal: { on: readonly string[]; ratio: number },
): string {
  const passes = (hex: string) => worstContrast(hex, goal.on) >= goal.ratio;
  const start = hexOf(from);
  if (passes(start)) return start;
  let failing = from.l;
  let passing = toward === 'darker' ? 0 : 1;
  let best = hexOf({ ...from, l: passing });
  for (let round = 0; round < 10; round += 1) {
    const l = (failing + passing) / 2;
    const hex = hexOf({ ...from, l });
    if (passes(hex)) {
      passing = l;
      best = hex;
    } else failing = l;
  }
  return best;
}
