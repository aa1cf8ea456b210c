import type { RoleColors } from './roles';
import type { brandFonts, radii } from './tokens';

/** CSS variables, as React takes them in `style`. */
export type BrandVariables = Record<`--${string}`, string>;

interface Shape {
  radius: (typeof radii)[number];
  font?: (typeof brandFonts)[number] | undefined;
}

/**
 * A palette as variables for one element, each colour with its light and dark value; the element
 * needs a `color-scheme`. For pictures of a brand inside a page that has another.
 */
export function brandVariables(
  { light, dark }: { light: RoleColors; dark: RoleColors },
  { radius, font = 'inter' }: Shape,
): BrandVariables {
  const colors = Object.entries(light).map(([role, hex]) => [
    `--${role}`,
    `light-dark(${hex},${dark[role as keyof RoleColors]})`,
  ]);
  return {
    ...Object.fromEntries(colors),
    '--radius': `${radius}px`,
    '--font-brand': `var(--font-${font})`,
  };
}
