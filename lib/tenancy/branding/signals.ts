import type { Appearance, Neutrals } from './neutrals';
import { contrast, hexOf, reach, type Tone, toneOf } from './oklch';
import { graphicRatio, type RoleColors, textRatio } from './roles';

const hues = { danger: 25, success: 152, warning: 75, info: 250 } as const;
type Status = keyof typeof hues;
type SignalRole =
  | `${Status}-${'soft' | 'text' | 'mark'}`
  | 'danger'
  | 'danger-hover'
  | 'danger-foreground';
type ChartRole = Extract<keyof RoleColors, `chart-${number}`>;

/** Status colours keep their meaning whatever the brand; only their contrast follows the page. */
export function buildSignals(
  neutrals: Neutrals,
  appearance: Appearance,
): Pick<RoleColors, SignalRole> {
  const red: Tone = { l: appearance === 'light' ? 0.56 : 0.55, c: 0.2, h: hues.danger };
  const danger = reach(red, 'darker', { on: ['#ffffff'], ratio: textRatio });
  const tone = toneOf(danger);
  return {
    ...status('danger'),
    ...status('success'),
    ...status('warning'),
    ...status('info'),
    danger,
    'danger-hover': hexOf({ ...tone, l: tone.l - 0.04 }),
    'danger-foreground': '#ffffff',
  } as Pick<RoleColors, SignalRole>;

  function status(name: Status) {
    const h = hues[name];
    const light = appearance === 'light';
    const soft = hexOf({ l: light ? 0.962 : 0.262, c: light ? 0.03 : 0.045, h });
    const toward = light ? 'darker' : 'lighter';
    const on = [...groundsOf(neutrals), soft];
    return {
      [`${name}-soft`]: soft,
      [`${name}-text`]: reach({ l: light ? 0.52 : 0.78, c: light ? 0.15 : 0.12, h }, toward, {
        on,
        ratio: textRatio,
      }),
      [`${name}-mark`]: reach({ l: light ? 0.66 : 0.7, c: 0.17, h }, toward, {
        on,
        ratio: graphicRatio,
      }),
    };
  }
}

/** The first series wears the brand; the others step around the wheel, alternating in lightness. */
export function buildCharts(
  first: string,
  accent: string | undefined,
  appearance: Appearance,
): (neutrals: Neutrals) => Pick<RoleColors, ChartRole> {
  return (neutrals) => {
    const brand = toneOf(first);
    const base = brand.c < 0.03 ? { ...brand, h: 255, c: 0.12 } : brand;
    const toward = appearance === 'light' ? 'darker' : 'lighter';
    const on = groundsOf(neutrals);
    const turn = (degrees: number, l: number) =>
      reach({ l, c: Math.min(0.15, Math.max(0.09, base.c)), h: (base.h + degrees) % 360 }, toward, {
        on,
        ratio: graphicRatio,
      });
    const [bright, deep] = appearance === 'light' ? [0.64, 0.5] : [0.76, 0.62];
    const second = accent && contrast(accent, first) > 1.15 ? accent : turn(165, bright);
    return {
      'chart-1': first,
      'chart-2': second,
      'chart-3': turn(75, deep),
      'chart-4': turn(240, bright),
      'chart-5': turn(300, deep),
      'chart-6': turn(120, bright),
    };
  };
}

const groundsOf = (neutrals: Neutrals) =>
  Object.entries(neutrals)
    .filter(([role]) => role.startsWith('surface'))
    .map(([, hex]) => hex);
