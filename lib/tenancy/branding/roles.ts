const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const series = [1, 2, 3, 4, 5, 6] as const;

/**
 * Every colour a page may use, by what it is for. The order is the order of the published form, so
 * a change here needs a new `brandVersion`.
 */
export const roles = [
  'surface',
  'surface-raised',
  'surface-sunken',
  'surface-hover',
  'surface-active',
  'surface-selected',
  'text',
  'muted',
  'subtle',
  'line',
  'line-strong',
  'primary',
  'primary-hover',
  'primary-active',
  'primary-foreground',
  'primary-line',
  'mark',
  'mark-foreground',
  'soft',
  'soft-foreground',
  'link',
  'link-hover',
  'focus',
  'accent',
  'inverse',
  'inverse-foreground',
  'inverse-muted',
  'danger',
  'danger-hover',
  'danger-foreground',
  'danger-soft',
  'danger-text',
  'danger-mark',
  'success-soft',
  'success-text',
  'success-mark',
  'warning-soft',
  'warning-text',
  'warning-mark',
  'info-soft',
  'info-text',
  'info-mark',
  ...series.map((n) => `chart-${n}` as const),
  ...steps.map((n) => `brand-${n}` as const),
] as const;

export type Role = (typeof roles)[number];
export type RoleColors = Record<Role, string>;

/** WCAG 2.2 AA: 1.4.3 for text, 1.4.11 for parts and states of controls and for graphics. */
export const textRatio = 4.5;
export const graphicRatio = 3;

const grounds = [
  'surface',
  'surface-raised',
  'surface-sunken',
  'surface-hover',
  'surface-active',
  'surface-selected',
] as const satisfies Role[];
const quietGrounds = ['surface', 'surface-raised', 'surface-sunken'] as const satisfies Role[];
const statuses = ['danger', 'success', 'warning', 'info'] as const;

type Pairing = { front: Role; back: Role; ratio: number };
const pair = (fronts: readonly Role[], backs: readonly Role[], ratio: number): Pairing[] =>
  fronts.flatMap((front) => backs.map((back) => ({ front, back, ratio })));

/** Every pair of roles the components put on each other, with the contrast it must reach. */
export const pairings: readonly Pairing[] = [
  ...pair(['text', 'muted', 'link', 'link-hover'], [...grounds, 'soft'], textRatio),
  ...pair(['subtle'], grounds, textRatio),
  ...pair(['primary-foreground'], ['primary', 'primary-hover', 'primary-active'], textRatio),
  ...pair(['soft-foreground'], ['soft', 'surface'], textRatio),
  ...pair(['inverse-foreground', 'inverse-muted'], ['inverse'], textRatio),
  ...pair(['danger-foreground'], ['danger', 'danger-hover'], textRatio),
  ...statuses.flatMap((status) =>
    pair([`${status}-text`], [...grounds, `${status}-soft`], textRatio),
  ),
  ...statuses.flatMap((status) =>
    pair([`${status}-mark`], [...quietGrounds, `${status}-soft`], graphicRatio),
  ),
  ...pair(['mark-foreground'], ['mark'], graphicRatio),
  ...pair(['mark', 'focus', 'accent'], grounds, graphicRatio),
  ...pair(['primary-line'], quietGrounds, graphicRatio),
  ...pair(['line-strong'], quietGrounds, graphicRatio),
  ...pair(
    series.map((n) => `chart-${n}` as const),
    quietGrounds,
    graphicRatio,
  ),
  ...pair(['brand-11'], ['brand-1', 'brand-2', 'brand-3'], textRatio),
  ...pair(['brand-12'], ['brand-1', 'brand-2', 'brand-3', 'brand-4'], textRatio),
];
