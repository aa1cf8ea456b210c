import { hexOf, reach, type Tone } from './oklch';
import { graphicRatio, type RoleColors, textRatio } from './roles';

export type Appearance = 'light' | 'dark';

type NeutralRole =
  | 'surface'
  | 'surface-raised'
  | 'surface-sunken'
  | 'surface-hover'
  | 'surface-active'
  | 'surface-selected'
  | 'text'
  | 'muted'
  | 'subtle'
  | 'line'
  | 'line-strong'
  | 'inverse'
  | 'inverse-foreground'
  | 'inverse-muted';
export type Neutrals = Pick<RoleColors, NeutralRole>;

const achromatic = 0.02;

/** Greys that carry a trace of the brand's hue: felt beside another brand, not seen alone. */
export function buildNeutrals(brand: Tone, appearance: Appearance): Neutrals {
  const coloured = brand.c >= achromatic;
  const hue = coloured ? brand.h : 265;
  const tint = coloured ? Math.min(1, brand.c / 0.15) : 0.35;
  const grey = (l: number, c: number) => ({ l, c: c * tint, h: hue });
  return appearance === 'light' ? lightNeutrals(grey, coloured) : darkNeutrals(grey, coloured);
}

type Grey = (l: number, c: number) => Tone;

function lightNeutrals(grey: Grey, coloured: boolean): Neutrals {
  const grounds = {
    surface: '#ffffff',
    'surface-raised': '#ffffff',
    'surface-sunken': hexOf(grey(0.982, 0.0035)),
    'surface-hover': hexOf(grey(0.966, 0.005)),
    'surface-active': hexOf(grey(0.944, 0.007)),
    'surface-selected': hexOf(grey(0.95, coloured ? 0.028 : 0.008)),
  };
  const quiet = [grounds.surface, grounds['surface-sunken']];
  const all = Object.values(grounds);
  const inverse = hexOf(grey(0.24, 0.012));
  return {
    ...grounds,
    text: hexOf(grey(0.225, 0.012)),
    muted: reach(grey(0.49, 0.014), 'darker', { on: all, ratio: textRatio + 0.6 }),
    subtle: reach(grey(0.6, 0.012), 'darker', { on: all, ratio: textRatio }),
    line: hexOf(grey(0.918, 0.006)),
    'line-strong': reach(grey(0.8, 0.01), 'darker', { on: quiet, ratio: graphicRatio }),
    inverse,
    'inverse-foreground': hexOf(grey(0.985, 0.003)),
    'inverse-muted': hexOf(grey(0.8, 0.01)),
  };
}

function darkNeutrals(grey: Grey, coloured: boolean): Neutrals {
  const grounds = {
    surface: hexOf(grey(0.185, 0.007)),
    'surface-raised': hexOf(grey(0.222, 0.008)),
    'surface-sunken': hexOf(grey(0.16, 0.006)),
    'surface-hover': hexOf(grey(0.235, 0.009)),
    'surface-active': hexOf(grey(0.268, 0.011)),
    'surface-selected': hexOf(grey(0.272, coloured ? 0.04 : 0.012)),
  };
  const quiet = [grounds.surface, grounds['surface-raised'], grounds['surface-sunken']];
  const all = Object.values(grounds);
  const inverse = hexOf(grey(0.94, 0.006));
  return {
    ...grounds,
    text: hexOf(grey(0.945, 0.005)),
    muted: reach(grey(0.73, 0.012), 'lighter', { on: all, ratio: textRatio + 0.6 }),
    subtle: reach(grey(0.6, 0.012), 'lighter', { on: all, ratio: textRatio }),
    line: hexOf(grey(0.292, 0.011)),
    'line-strong': reach(grey(0.42, 0.012), 'lighter', { on: quiet, ratio: graphicRatio }),
    inverse,
    'inverse-foreground': hexOf(grey(0.205, 0.01)),
    'inverse-muted': hexOf(grey(0.42, 0.012)),
  };
}
