import type { BrandTokensInput } from './tokens';

type Look = Pick<BrandTokensInput, 'color' | 'accent' | 'radius' | 'density' | 'font'>;
export type BrandPreset = { id: string; title: string; look: Look };

/** Looks to start from. The first is the platform's own. */
export const presets: readonly [BrandPreset, ...BrandPreset[]] = [
  { id: 'pine', title: 'Pine', look: { color: '#17694f', accent: '#d98324', radius: 8 } },
  { id: 'harbour', title: 'Harbour', look: { color: '#1f5fae', accent: '#e0653a', radius: 4 } },
  { id: 'plum', title: 'Plum', look: { color: '#6b3a86', accent: '#d2567a', radius: 12 } },
  { id: 'brick', title: 'Brick', look: { color: '#b0442c', accent: '#2f6f73', radius: 4 } },
  {
    id: 'saffron',
    title: 'Saffron',
    look: { color: '#f5b81f', accent: '#31528f', radius: 12, font: 'pretendard' },
  },
  { id: 'lagoon', title: 'Lagoon', look: { color: '#0d7d86', accent: '#b2529a', radius: 8 } },
  { id: 'rose', title: 'Rose', look: { color: '#c93a6b', accent: '#3b7a57', radius: 12 } },
  {
    id: 'graphite',
    title: 'Graphite',
    look: { color: '#2a2b31', accent: '#5f6bd6', radius: 4, density: 'compact' },
  },
];

/** The platform's own brand, used where no tenant is known. */
export const platformBrand: BrandTokensInput = { ...presets[0].look, name: 'Rowhouse' };
