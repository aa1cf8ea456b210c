import { ArrowRight } from 'lucide-react';
import { wording } from '@/lib/language/request';
import { HomeSection } from './home-section';

interface Place {
  slug: string;
  name: string;
  status: 'active' | 'suspended';
  roles: string[];
}

/** Where else this person belongs; each way leads through a one-time hand-off. */
export async function OtherPlaces({ places }: { places: readonly Place[] }) {
  const t = await wording('member');
  return (
    <HomeSection title={t('Your other workspaces')}>
      <ul className="border-line border-t">
        {places.map((place) => (
          <li key={place.slug} className="border-line border-b">
            {place.status === 'active' ? (
              <a
                href={`/switch/${place.slug}`}
                className="-mx-2 flex items-center gap-3 rounded-control px-2 py-2.5 transition-colors hover:bg-surface-hover"
              >
                <Words place={place} />
                <span className="sr-only">{t('Switch')}</span>
                <ArrowRight aria-hidden className="size-4 shrink-0 text-subtle" />
              </a>
            ) : (
              <div className="flex py-2.5 text-muted">
                <Words place={place} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </HomeSection>
  );
}

const Words = async ({ place }: { place: Place }) => {
  const t = await wording('member');
  return (
    <span className="min-w-0 flex-1">
      <span className="block truncate font-medium">{place.name}</span>
      <span className="block truncate text-muted text-sm">
        {place.status === 'suspended'
          ? t('Suspended at the moment')
          : place.roles.map(t.said).join(', ')}
      </span>
    </span>
  );
};
