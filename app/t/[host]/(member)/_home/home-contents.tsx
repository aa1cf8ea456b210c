import type { MemberDoor } from '@/lib/doors/page';
import { collectionProcedures } from '@/lib/modules/collections/collections/procedures';
import { homeProcedures } from '@/lib/tenancy/home/procedures';
import { listPlaces } from '@/lib/tenancy/places';
import { readerOf } from '../_shell/reader';
import { Filling } from './filling';
import { FirstSteps } from './first-steps';
import { News } from './news';
import { OtherPlaces } from './other-places';
import { RecentCollections } from './recent-collections';

/** What a member finds on arriving: what to do first, where work is, what others did. */
export async function HomeContents({ door }: { door: MemberDoor }) {
  const { tenant } = door;
  const seesCollections = !tenant.modulesOff.includes('collections') && door.can('records.read');
  const [overview, places, collections] = await Promise.all([
    door.call(homeProcedures.overview, {}),
    door.call(listPlaces, {}),
    seesCollections ? door.call(collectionProcedures.list, {}) : null,
  ]);
  const reader = readerOf(door);
  const names = new Map((collections ?? []).map(({ id, name }) => [`/collections/${id}`, name]));
  const awaited = overview.filling && collections?.length === 0;
  const others = places.filter((place) => !place.isHere);
  return (
    <>
      {overview.firstSteps.length > 0 ? <FirstSteps steps={overview.firstSteps} /> : null}
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {awaited ? <Filling /> : null}
        {collections && !awaited ? (
          <RecentCollections
            collections={collections}
            recent={overview.news.map(({ path }) => path)}
            mayDesign={door.can('collections.manage')}
            locale={reader.locale}
          />
        ) : null}
        <div className="flex min-w-0 flex-col gap-8">
          <News items={overview.news} names={names} reader={reader} />
          {others.length > 0 ? <OtherPlaces places={others} /> : null}
        </div>
      </div>
    </>
  );
}
