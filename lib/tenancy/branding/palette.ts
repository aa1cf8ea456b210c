import { type Appearance, buildNeutrals, type Neutrals } from './neutrals';
import { contrast, hexOf, reach, type Tone, toneOf } from './oklch';
import { type Adjustment, buildPrimary, type Primary } from './primary';
import { graphicRatio, type RoleColors, textRatio } from './roles';
import { buildCharts, buildSignals } from './signals';

export type Palette = {
  light: RoleColors;
  dark: RoleColors;
  /** Empty when the chosen colour serves as it is. */
  adjustments: Adjustment[];
};

/**
 * Derives every colour of a page from one brand colour (and an optional second one), for light and
 * dark. Each pairing listed in `pairings` passes WCAG AA whatever the input. Colours are `#rrggbb`.
 */
export function buildPalette(color: string, accent?: string): Palette {
  const light = buildAppearance(color, accent, 'light');
  const dark = buildAppearance(color, accent, 'dark');
  const adjustments = [light.adjustment, dark.adjustment].filter((a) => a !== undefined);
  return { light: light.colors, dark: dark.colors, adjustments };
}

function buildAppearance(color: string, accent: string | undefined, appearance: Appearance) {
  const tone = toneOf(color);
  const toward = appearance === 'light' ? 'darker' : 'lighter';
  const neutrals = buildNeutrals(tone, appearance);
  const grounds = groundsOf(neutrals);
  const { primary, adjustment } = buildPrimary(color, neutrals, appearance);
  const fill = toneOf(primary.primary);
  const mark = reach(fill, toward, { on: grounds, ratio: graphicRatio });
  const second = accent && reach(toneOf(accent), toward, { on: grounds, ratio: graphicRatio });
  const charts = buildCharts(mark, second, appearance)(neutrals);
  const scale = buildScale(primary, appearance);
  const soft = scale['brand-3'];
  const link = reach(linkStart(fill, appearance), toward, {
    on: [...grounds, soft, scale['brand-1'], scale['brand-2']],
    ratio: textRatio,
  });
  const linkTone = toneOf(link);
  const deeper = linkTone.l + (appearance === 'light' ? -0.07 : 0.06);
  const colors: RoleColors = {
    ...neutrals,
    ...primary,
    ...buildSignals(neutrals, appearance),
    ...charts,
    ...scale,
    mark,
    'mark-foreground': contrast(mark, '#ffffff') >= graphicRatio ? '#ffffff' : '#000000',
    soft,
    'soft-foreground': link,
    link,
    'link-hover': hexOf({ ...linkTone, l: deeper }),
    focus: mark,
    accent: second ?? charts['chart-2'],
    'brand-11': link,
  };
  return { colors, adjustment };
}

type Scale = Pick<RoleColors, Extract<keyof RoleColors, `brand-${number}`>>;

const lightness = {
  light: [0.993, 0.982, 0.958, 0.93, 0.898, 0.86, 0.805, 0.735],
  dark: [0.178, 0.206, 0.25, 0.288, 0.325, 0.372, 0.44, 0.53],
};
const strength = {
  light: [0.02, 0.06, 0.19, 0.3, 0.38, 0.48, 0.62, 0.8],
  dark: [0.1, 0.14, 0.28, 0.4, 0.48, 0.55, 0.65, 0.8],
};

/** Twelve steps: 1-2 grounds, 3-5 soft fills, 6-8 lines, 9-10 the brand, 11-12 text. */
function buildScale(primary: Primary, appearance: Appearance): Scale {
  const { primary: fill, 'primary-hover': hover } = primary;
  const tone = toneOf(fill);
  const ls = lightness[appearance];
  const cs = strength[appearance];
  const chroma = Math.min(tone.c, 0.2);
  const step = (n: number) => hexOf({ l: ls[n] ?? 0.5, c: chroma * (cs[n] ?? 1), h: tone.h });
  const ink = appearance === 'light' ? 0.3 : 0.92;
  return {
    'brand-1': step(0),
    'brand-2': step(1),
    'brand-3': step(2),
    'brand-4': step(3),
    'brand-5': step(4),
    'brand-6': step(5),
    'brand-7': step(6),
    'brand-8': step(7),
    'brand-9': fill,
    'brand-10': hover,
    'brand-11': fill,
    'brand-12': hexOf({ l: ink, c: chroma * 0.45, h: tone.h }),
  };
}

/** Very light or dark brands give a link that still has their hue rather than black or white. */
function linkStart(tone: Tone, appearance: Appearance): Tone {
  const l = appearance === 'light' ? Math.min(tone.l, 0.6) : Math.max(tone.l, 0.7);
  return { ...tone, l };
}

const groundsOf = (neutrals: Neutrals) =>
  Object.entries(neutrals)
    .filter(([role]) => role.startsWith('surface'))
    .map(([, hex]) => hex);
