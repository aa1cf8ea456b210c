import type { Language } from '@/lib/language/languages';
import { wording } from '@/lib/language/request';
import { buildPalette } from '@/lib/tenancy/branding/palette';
import { brandVariables } from '@/lib/tenancy/branding/variables';
import { pictureLabels } from '../_parts/picture-labels';
import { SignInPicture, type SignInPictureProps } from '../_parts/sign-in-picture';

type Door = Pick<SignInPictureProps, 'name' | 'words' | 'address' | 'side'> & {
  color: string;
  radius: 0 | 4 | 8 | 12;
  font?: 'inter' | 'pretendard';
  /** The language of the example; the reader's own when left out. */
  language?: Language;
};

const doors: Door[] = [
  {
    name: 'Harbour Choir',
    words: 'Rehearsals, scores and who sings where.',
    address: 'harbour-choir.rowhouse.example',
    side: 'light',
    color: '#1f5fae',
    radius: 4,
  },
  {
    name: '한빛 수학학원',
    words: '수업과 과제, 출결을 한곳에서 확인하세요.',
    address: 'hanbit.rowhouse.example',
    side: 'light',
    color: '#b0442c',
    radius: 12,
    font: 'pretendard',
    language: 'ko',
  },
  {
    name: 'Office for Permits',
    words: 'For staff of the city and of its districts.',
    address: 'permits.rowhouse.example',
    side: 'dark',
    color: '#0d7d86',
    radius: 0,
  },
];

/** Three tenants' front doors beside each other, each drawn by the product in its own brand. */
export async function FrontDoors() {
  const t = await wording('site');
  return (
    <figure className="mx-auto w-full max-w-6xl px-4 sm:px-6">
      <div
        role="img"
        aria-label={t('Sign-in pages of three organisations, each in its own colours')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the strip scrolls, by keyboard too
        tabIndex={0}
        className="scroll-quiet -mx-4 flex snap-x gap-4 overflow-x-auto px-4 pb-4 sm:-mx-6 sm:px-6 lg:mx-0 lg:gap-6 lg:overflow-visible lg:px-0"
      >
        {doors.map(({ color, radius, font, language = t.language, ...door }) => (
          <SignInPicture
            key={door.address}
            {...door}
            name={t.said(door.name)}
            words={door.words && t.said(door.words)}
            labels={pictureLabels(language)}
            variables={brandVariables(buildPalette(color), { radius, font })}
            className="h-100 w-72 shrink-0 snap-center lg:w-auto lg:flex-1"
          />
        ))}
      </div>
      <figcaption className="mt-1 text-muted text-sm">
        {t(
          'Three examples, drawn by the product itself. Each chose one colour; the rest, dark mode included, is derived from it and meets WCAG AA.',
        )}
      </figcaption>
    </figure>
  );
}
