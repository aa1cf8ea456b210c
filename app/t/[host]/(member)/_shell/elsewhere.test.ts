import { expect, it } from 'vitest';
import { elsewhereOf } from './elsewhere';

const place = (slug: string, more: object = {}) => ({
  slug,
  name: slug,
  host: `${slug}.example.com`,
  status: 'active' as const,
  isHere: false,
  ...more,
});
const places = [
  place('here', { isHere: true }),
  place('there'),
  place('shut', { status: 'suspended' }),
  place('own', { host: 'portal.example.org' }),
];
const hrefOf = (link: string) => elsewhereOf(link, places)?.href ?? null;

it('leads a link into another workspace through a hand-off, to the same page', () => {
  expect(hrefOf('https://there.example.com:3000/collections/1?view=2#comments')).toBe(
    '/switch/there?path=%2Fcollections%2F1%3Fview%3D2%23comments',
  );
  expect(hrefOf('http://portal.example.org')).toBe('/switch/own?path=%2F');
});

it('leaves every other link alone', () => {
  for (const link of [
    'https://here.example.com/collections',
    'https://shut.example.com/',
    'https://there.example.com.evil.example/',
    'https://example.com/?to=there.example.com',
    'mailto:somebody@there.example.com',
    'javascript:alert(1)',
    '/collections',
  ]) {
    expect(hrefOf(link), link).toBeNull();
  }
});
