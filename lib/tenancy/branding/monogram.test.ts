import { expect, it } from 'vitest';
import { monogramIcon } from './monogram';
import { publishBrand } from './publish';

const iconOf = (name: string) =>
  decodeURIComponent(monogramIcon(publishBrand({ name, color: '#1f5eff' }).brand));

it('shows the first letter, Korean too, and never markup', () => {
  expect(iconOf('acme')).toContain('>A</text>');
  expect(iconOf('대치 영어학원')).toContain('>대</text>');
  expect(iconOf('<script>')).toContain('></text>');
  expect(iconOf('"x')).toContain('></text>');
});
