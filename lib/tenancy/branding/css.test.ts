import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brandCss } from './css';
import { platformBrand, presets } from './presets';
import { publishBrand } from './publish';
import { roles } from './roles';
import { AssetPath, BrandTokens } from './tokens';

const { brand } = publishBrand(platformBrand);
const declaration =
  /^--[a-z0-9-]+:(light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\)|\d+px|var\(--font-[a-z]+\))$/;

describe('brandCss', () => {
  it('declares every role for light and dark, and nothing but safe values', () => {
    const css = brandCss(brand);
    for (const role of roles) expect(css).toContain(`--${role}:light-dark(#`);
    const body = css.slice(css.indexOf('{') + 1, css.lastIndexOf('}'));
    for (const line of body.split(';')) expect(line).toMatch(declaration);
  });

  it('is what app/palette.css holds for the platform', () => {
    const plain = (css: string) => css.replace(/[\s;]/g, '');
    expect(plain(readFileSync('app/palette.css', 'utf8'))).toContain(plain(brandCss(brand)));
  });

  it('limits a preview to its own elements', () => {
    const css = brandCss({ ...brand, appearance: 'dark' }, 'preview');
    expect(css.startsWith('[data-brand-preview]{')).toBe(true);
    expect(css).not.toContain(':root');
  });

  it('forces an appearance only until the reader chooses one', () => {
    expect(brandCss({ ...brand, appearance: 'dark' })).toContain(
      ':root:not([data-theme]){color-scheme:dark}',
    );
  });

  it('refuses a published form somebody has tampered with', () => {
    const run = `${brand.light.slice(0, -8)}}</style>`;
    expect(() => brandCss({ ...brand, light: run.slice(0, brand.light.length) })).toThrow();
    expect(() => brandCss({ ...brand, radius: '8px}' as unknown as 8 })).toThrow();
    expect(() => brandCss({ ...brand, font: 'x;}' as unknown as 'inter' })).toThrow();
  });

  it('stays small enough for a header', () => {
    expect(JSON.stringify(brand).length).toBeLessThan(1200);
  });
});

describe('BrandTokens', () => {
  const good = { color: '#1A6', name: 'Gangnam' };

  it('fills in defaults and normalises the colour', () => {
    expect(BrandTokens.parse(good)).toMatchObject({
      color: '#11aa66',
      radius: 8,
      density: 'comfortable',
      font: 'inter',
      signIn: { title: '', words: '' },
      whiteLabel: false,
    });
  });

  it.each([
    { ...good, color: 'red' },
    { ...good, color: '#12345' },
    { ...good, color: 'url(x)' },
    { ...good, radius: 6 },
    { ...good, font: 'Comic Sans' },
    { ...good, css: 'body{}' },
    { ...good, name: '' },
    { ...good, name: 'a\u202eb' },
    { ...good, logoPath: '//evil.example/x.png' },
    { ...good, logoPath: '/a/../b.png' },
    { ...good, logoPath: '/a".png' },
    { ...good, signIn: { title: 'x'.repeat(81) } },
  ])('refuses %j', (tokens) => {
    expect(BrandTokens.safeParse(tokens).success).toBe(false);
  });

  it('accepts paths of our own files', () => {
    expect(AssetPath.parse('/assets/brand/3/logo-v2.svg')).toBe('/assets/brand/3/logo-v2.svg');
  });

  it('ships eight presets that publish', () => {
    expect(presets).toHaveLength(8);
    for (const { look } of presets) expect(publishBrand({ ...look, name: 'A' }).brand.v).toBe(1);
  });
});
