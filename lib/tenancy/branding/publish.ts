import { shownLinks } from './legal';
import { buildPalette } from './palette';
import type { Adjustment } from './primary';
import { type PublishedBrand, packColors } from './published';
import { BrandTokens, type BrandTokensInput } from './tokens';

/**
 * Turns what a tenant chose into what its pages read, once, at publishing. `adjustments` says where
 * the primary action could not take the chosen colour as it is. Throws a ZodError on bad tokens.
 */
export function publishBrand(input: BrandTokensInput): {
  brand: PublishedBrand;
  adjustments: Adjustment[];
} {
  const tokens = BrandTokens.parse(input);
  const { light, dark, adjustments } = buildPalette(tokens.color, tokens.accent);
  const legal = shownLinks(tokens.legal);
  const brand: PublishedBrand = {
    v: 1,
    name: tokens.name,
    radius: tokens.radius,
    density: tokens.density,
    font: tokens.font,
    appearance: tokens.appearance,
    ...(tokens.logoPath && { logo: tokens.logoPath }),
    ...(tokens.faviconPath && { favicon: tokens.faviconPath }),
    ...(tokens.signIn.title && { title: tokens.signIn.title }),
    ...(tokens.signIn.words && { words: tokens.signIn.words }),
    ...(Object.keys(legal).length > 0 && { legal }),
    ...(tokens.whiteLabel && { whiteLabel: true }),
    light: packColors(light),
    dark: packColors(dark),
  };
  return { brand, adjustments };
}
