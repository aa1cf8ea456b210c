import { cn } from '@/components/ui/cn';
import { buildPalette } from '@/lib/tenancy/branding/palette';
import { brandVariables } from '@/lib/tenancy/branding/variables';
import { SignInPicture, type SignInPictureProps } from '../_parts/sign-in-picture';

type Door = Pick<SignInPictureProps, 'name' | 'words' | 'address' | 'side' | 'locale'> & {
  color: string;
  radius: 0 | 4 | 8 | 12;
  font?: 'inter' | 'pretendard';
  place: string;
};

const doors: Door[] = [
  {
    name: 'Harbour Choir',
    words: 'Rehearsals, scores and who sings where.',
    address: 'harbour-choir.rowhouse.example',
    side: 'light',
    color: '#1f5fae',
    radius: 4,
    place: 'hidden md:flex',
  },
  {
    name: '한빛 수학학원',
    words: '수업과 과제, 출결을 한곳에서 확인하세요.',
    address: 'hanbit.rowhouse.example',
    side: 'light',
    locale: 'ko',
    color: '#b0442c',
    radius: 12,
    font: 'pretendard',
    place: 'flex',
  },
  {
    name: 'Office for Permits',
    words: 'For staff of the city and of its districts.',
    address: 'permits.rowhouse.example',
    side: 'dark',
    color: '#0d7d86',
    radius: 0,
    place: 'flex max-md:hidden',
  },
];

/** Three tenants' front doors beside each other, each drawn by the product in its own brand. */
export function FrontDoors() {
  return (
    <figure className="mx-auto w-full max-w-6xl px-4 sm:px-6">
      <div className="grid gap-4 md:grid-cols-3 lg:gap-6">
        {doors.map(({ color, radius, font, place, ...door }) => (
          <SignInPicture
            key={door.address}
            {...door}
            variables={brandVariables(buildPalette(color), { radius, font })}
            className={cn('h-100', place)}
          />
        ))}
      </div>
      <figcaption className="mt-3 text-muted text-sm">
        Three workspaces on one installation. Each chose one colour; the rest, dark mode included,
        is derived from it and meets WCAG AA.
      </figcaption>
    </figure>
  );
}
