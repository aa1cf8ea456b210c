import { expect, test } from 'vitest';
import { plant } from './planted';
import { hardCodedWords, unevenMessages, unusedMessages } from './wording.mjs';

const korean = (entries: string) => `export const member = {\n${entries}\n} as const;\n`;

test('a page says nothing that is not in a dictionary', () => {
  const root = plant({
    'lib/language/ko/member.ts': korean(`  'Sign out': '로그아웃',\n  Home: '홈',`),
    'app/t/[host]/a.tsx': [
      `const title = 'Home';`,
      `export const A = () => {`,
      `  const t = useWording('member');`,
      `  const key = event.key === 'Bold';`,
      `  return <p title="Your place" alt="Home" className="Fine">{t('Anything')} Leave now</p>;`,
      `};`,
    ].join('\n'),
    'components/gallery/b.tsx': `export const B = () => <p>Not yet</p>;`,
  });
  expect(hardCodedWords(root)).toEqual([
    'app/t/[host]/a.tsx:5 says “Your place” in English only (lib/language/ko)',
    'app/t/[host]/a.tsx:5 says “Home” in English only (lib/language/ko)',
    'app/t/[host]/a.tsx:5 says “Leave now” in English only (lib/language/ko)',
  ]);
});

test('a translation belongs to something that is said', () => {
  const root = plant({
    'lib/language/ko/member.ts': korean(`  'Sign out': '로그아웃',\n  'Gone by now': '없음',`),
    'app/a.tsx': `export const a = () => t('Sign out');`,
  });
  expect(unusedMessages(root)).toEqual([
    'lib/language/ko/member.ts translates “Gone by now”, which nothing says',
  ]);
});

test('a translation keeps the values of the English', () => {
  const root = plant({
    'lib/language/ko/member.ts': korean(
      [
        `  'Join {tenant}': '{place} 참여하기',`,
        `  '{count, plural, one {# row} other {# rows}}': '{count}행',`,
      ].join('\n'),
    ),
  });
  expect(unevenMessages(root)).toEqual([
    'lib/language/ko/member.ts puts {place} into “Join {tenant}”, which has none',
    'lib/language/ko/member.ts loses {tenant} of “Join {tenant}”',
  ]);
});
