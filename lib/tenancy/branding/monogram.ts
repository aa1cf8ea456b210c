import { type PublishedBrand, unpackColors } from './published';

/** A tab icon for a tenant without one: its first letter on its colour, as a data URL. */
export function monogramIcon(brand: PublishedBrand): string {
  const colors = Object.fromEntries(unpackColors(brand.light));
  const [first = ''] = [...brand.name.trim().toUpperCase()];
  const letter = /[\p{L}\p{N}]/u.test(first) ? first : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="${brand.radius * 0.75}" fill="${colors.primary ?? '#333333'}"/><text x="16" y="22" text-anchor="middle" font-family="system-ui,sans-serif" font-weight="600" font-size="18" fill="${colors['primary-foreground'] ?? '#ffffff'}">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
