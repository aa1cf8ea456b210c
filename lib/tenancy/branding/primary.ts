import type { Appearance, Neutrals } from './neutrals';
import { contrast, hexOf, reach, type Tone, toneOf } from './oklch';
import { graphicRatio, type RoleColors, textRatio } from './roles';

type PrimaryRole =
  | 'primary'
  | 'primary-hover'
  | 'primary-active'
  | 'primary-foreground'
  | 'primary-line';
export type Primary = Pick<RoleColors, PrimaryRole>;

/** Why the primary action does not have the chosen colour itself. */
export type AdjustmentReason = 'text-on-it' | 'against-page' | 'inverted';
export type Adjustment = {
  appearance: Appearance;
  reason: AdjustmentReason;
  from: string;
  to: string;
  /** What the chosen colour reached, and what it had to. */
  contrast: number;
  needed: number;
};

const white = '#ffffff';
/** Above this lightness white text looks wrong on a colour even where the ratio would allow a fix. */
const darkTextFrom = 0.74;
/** The largest change of lightness we make to keep white text; past it the text turns dark. */
const nudge = 0.075;
const grey = 0.03;

/** The fill, states and text of the primary action, and what had to change for it. */
export function buildPrimary(color: string, neutrals: Neutrals, appearance: Appearance) {
  const { fill, adjustment } = chooseFill(color, neutrals, appearance);
  const foreground = textOn(fill);
  const grounds = [neutrals.surface, neutrals['surface-raised'], neutrals['surface-sunken']];
  const tone = toneOf(fill);
  const toward = appearance === 'light' ? 'darker' : 'lighter';
  const primary: Primary = {
    primary: fill,
    'primary-hover': state(tone, foreground, 0.045),
    'primary-active': state(tone, foreground, 0.08),
    'primary-foreground': foreground,
    'primary-line': reach(tone, toward, { on: grounds, ratio: graphicRatio }),
  };
  return { primary, adjustment };
}

function chooseFill(color: string, neutrals: Neutrals, appearance: Appearance) {
  const tone = toneOf(color);
  const ground = neutrals['surface-raised'];
  const lost = appearance === 'light' ? tone.l > 0.9 : tone.l < 0.35;
  if (tone.c < grey && lost) return changed(neutrals.text, 'inverted');

  let fill = color;
  let reason: AdjustmentReason | undefined;
  if (appearance === 'dark' && contrast(fill, ground) < graphicRatio) {
    fill = reach(tone, 'lighter', { on: [ground], ratio: graphicRatio });
    reason = 'against-page';
  }
  const readable = withReadableText(fill);
  if (readable !== fill) reason ??= 'text-on-it';
  return reason ? changed(readable, reason) : { fill, adjustment: undefined };

  function changed(to: string, why: AdjustmentReason) {
    const onIt = why === 'text-on-it';
    const adjustment: Adjustment = {
      appearance,
      reason: why,
      from: color,
      to,
      contrast: contrast(color, onIt ? white : ground),
      needed: onIt ? textRatio : graphicRatio,
    };
    return { fill: to, adjustment };
  }
}

/** Darkens a middling colour a little so that white text can stand on it. */
function withReadableText(fill: string): string {
  const tone = toneOf(fill);
  if (tone.l >= darkTextFrom || contrast(fill, white) >= textRatio) return fill;
  const darker = reach(tone, 'darker', { on: [white], ratio: textRatio });
  if (tone.l - toneOf(darker).l <= nudge) return darker;
  return fill;
}

function textOn(fill: string): string {
  if (contrast(fill, white) >= textRatio) return white;
  const tone = toneOf(fill);
  const ink = hexOf({ l: 0.19, c: Math.min(tone.c, 0.03), h: tone.h });
  return contrast(fill, ink) >= textRatio ? ink : '#000000';
}

/** A state is a little darker; lighter where the text would suffer or there is no dark left. */
function state(tone: Tone, foreground: string, amount: number): string {
  const directions = tone.l > 0.26 ? [-1, 1] : [1, -1];
  for (let step = amount; step > 0.005; step *= 0.7) {
    for (const direction of directions) {
      const hex = hexOf({ ...tone, l: tone.l + direction * step });
      const visible = tone.l + direction * step <= 0.99;
      if (visible && contrast(foreground, hex) >= textRatio) return hex;
    }
  }
  return hexOf(tone);
}
