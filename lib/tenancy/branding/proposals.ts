import type { PictureColor } from './logo-colors';
import { toneOf } from './oklch';
import { buildPalette } from './palette';

export interface Proposal {
  /** As in the picture. */
  color: string;
  /** The nearest on whose fill words can be read; the same where it serves as it is. */
  passing: string;
  /** A second colour of the picture that is clearly another. */
  accent: string | null;
  share: number;
}

/** Degrees of hue from which two colours are told apart at a glance. */
const otherHue = 35;

/** Looks to take from the colours of a picture, in their order. */
export const proposalsOf = (colors: PictureColor[]): Proposal[] =>
  colors.map(({ color, share }) => {
    const unreadable = buildPalette(color).adjustments.find(
      ({ appearance, reason }) => appearance === 'light' && reason === 'text-on-it',
    );
    const second = colors.find((one) => hueGap(one.color, color) >= otherHue);
    return { color, passing: unreadable?.to ?? color, accent: second?.color ?? null, share };
  });

function hueGap(one: string, other: string): number {
  const gap = Math.abs(toneOf(one).h - toneOf(other).h) % 360;
  return Math.min(gap, 360 - gap);
}
