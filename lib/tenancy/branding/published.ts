import { z } from 'zod';
import { ShownLinks } from './legal';
import { type RoleColors, roles } from './roles';
import { AssetPath, appearances, brandFonts, densities, radii } from './tokens';

const hexRun = z
  .string()
  .length(roles.length * 6)
  .regex(/^[0-9a-f]+$/);

/**
 * The brand as published: small enough for a header, complete enough that a page computes nothing.
 * `light` and `dark` are the colours of `roles`, in that order, six hex digits each.
 */
export const PublishedBrand = z.strictObject({
  v: z.literal(1),
  name: z.string().min(1).max(60),
  radius: z.literal(radii),
  density: z.enum(densities),
  font: z.enum(brandFonts),
  appearance: z.enum(appearances),
  logo: AssetPath.optional(),
  favicon: AssetPath.optional(),
  title: z.string().max(80).optional(),
  words: z.string().max(240).optional(),
  legal: ShownLinks.optional(),
  whiteLabel: z.boolean().optional(),
  light: hexRun,
  dark: hexRun,
});
export type PublishedBrand = z.infer<typeof PublishedBrand>;

export const packColors = (colors: RoleColors): string =>
  roles.map((role) => colors[role].slice(1)).join('');

/** Role and colour (`#rrggbb`) pairs of a packed run. */
export const unpackColors = (run: string) =>
  roles.map((role, at) => [role, `#${run.slice(at * 6, at * 6 + 6)}`] as const);
