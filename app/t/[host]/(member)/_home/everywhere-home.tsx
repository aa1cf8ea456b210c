import type { ReactNode } from 'react';
import type { Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { HomeOverview } from '@/lib/tenancy/home/overview';
import { News } from './news';
import { PlaceFilter } from './place-filter';
import { PlaceNotices } from './place-notices';
import { ThingList } from './thing-list';

interface Props {
  overview: HomeOverview;
  from: string | undefined;
  reader: Reader;
  /** What there is of this workspace alone. */
  children: ReactNode;
}

/** The home of somebody who belongs to several workspaces: what waits in any of them, by kind. */
export async function EverywhereHome({ overview, from, reader, children }: Props) {
  const t = await wording('member');
  const { places, assigned, mentions, changes } = overview;
  const chosen = places.find(({ slug }) => slug === from);
  const shared = { places, reader };
  return (
    <>
      <PlaceFilter places={places} chosen={chosen?.slug} />
      <PlaceNotices places={chosen ? [chosen] : places} more={overview.more} />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-8">
          <ThingList
            {...shared}
            title={t('Assigned to you')}
            things={assigned}
            empty={t(
              'Nothing waits for you at the moment. Tasks and records with your name stand here.',
            )}
          />
          <ThingList
            {...shared}
            title={t('Mentions')}
            things={mentions}
            empty={t('Nobody has mentioned you in the last 30 days.')}
          />
          <News items={changes} reader={reader} places={places} />
        </div>
        <div className="flex min-w-0 flex-col gap-8">{children}</div>
      </div>
    </>
  );
}
