import { PublishedBrand, unpackColors } from './published';

const densityVariables = {
  comfortable: '--control-size:32px;--control-size-small:26px;--row-size:36px;--gap:16px',
  compact: '--control-size:28px;--control-size-small:24px;--row-size:30px;--gap:12px',
} as const;

/** `page` sets the whole document; `preview` only elements with `data-brand-preview`. */
export type BrandScope = 'page' | 'preview';

const selectors = { page: ':root', preview: '[data-brand-preview]' } as const;

/**
 * The brand as CSS variables, each colour holding its light and dark value, so that `color-scheme`
 * on any element picks the side. Only validated hex digits, numbers and fixed words are written:
 * nothing a tenant typed reaches the text. Throws a ZodError on a malformed brand.
 */
export function brandCss(published: PublishedBrand, scope: BrandScope = 'page'): string {
  const brand = PublishedBrand.parse(published);
  const dark = unpackColors(brand.dark);
  const colors = unpackColors(brand.light).map(
    ([role, light], at) => `--${role}:light-dark(${light},${dark[at]?.[1] ?? light})`,
  );
  const body = [
    ...colors,
    `--radius:${brand.radius}px`,
    densityVariables[brand.density],
    `--font-brand:var(--font-${brand.font})`,
  ].join(';');
  const selector = selectors[scope];
  const forced =
    brand.appearance === 'system' || scope === 'preview'
      ? ''
      : `:root:not([data-theme]){color-scheme:${brand.appearance}}`;
  return `${selector}{${body}}${forced}`;
}

/** For the browser's own chrome: `[light, dark]` as `#rrggbb`. */
export function themeColors(published: PublishedBrand): [string, string] {
  const at = (run: string) => unpackColors(run).find(([role]) => role === 'surface')?.[1] ?? '#fff';
  return [at(published.light), at(published.dark)];
}
