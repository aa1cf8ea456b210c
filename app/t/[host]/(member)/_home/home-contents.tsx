import type { MemberDoor } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { collectionProcedures } from '@/lib/modules/collections/collections/procedures';
import { homeProcedures } from '@/lib/tenancy/home/procedures';
import { listPlaces } from '@/lib/tenancy/places';
import { readerOf } from '../_shell/reader';
import { EverywhereHome } from './everywhere-home';
import { Filling } from './filling';
import { FirstSteps } from './first-steps';
import { News } from './news';
import { OtherPlaces } from './other-places';
import { RecentCollections } from './recent-collections';
import { SharedWithYou } from './shared-with-you';
import { ThingList } from './thing-list';

interface Props {
  door: MemberDoor;
  /** Slug of the one workspace whose things are shown; all of them when left out. */
  from: string | undefined;
}

/** What a member finds on arriving: what to do first, where work is, what waits for them anywhere. */
export async function HomeContents({ door, from }: Props) {
  const t = await wording('member');
  const { tenant } = door;
  const seesCollections = !tenant.modulesOff.includes('collections') && door.can('records.read');
  const [overview, places, collections] = await Promise.all([
    overviewOf(door, from),
    door.call(listPlaces, {}),
    seesCollections ? door.call(collectionProcedures.list, {}) : null,
  ]);
  const reader = readerOf(door);
  const awaited = overview.filling && collections?.length === 0;
  const others = places.filter((place) => !place.isHere);
  const own = overview.changes.filter(({ tenantId }) => tenantId === tenant.id);
  const work =
    collections && !awaited ? (
      <RecentCollections
        collections={collections}
        recent={own.map(({ path }) => path)}
        mayDesign={door.can('collections.manage')}
        locale={reader.locale}
      />
    ) : null;
  return (
    <>
      {overview.firstSteps.length > 0 ? <FirstSteps steps={overview.firstSteps} /> : null}
      {overview.places.length > 1 ? (
        <EverywhereHome overview={overview} from={from} reader={reader}>
          {awaited ? <Filling /> : work}
          <SharedWithYou door={door} />
          {others.length > 0 ? <OtherPlaces places={others} /> : null}
        </EverywhereHome>
      ) : (
        <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          {awaited ? <Filling /> : work}
          <div className="flex min-w-0 flex-col gap-8">
            {overview.assigned.length > 0 ? (
              <ThingList
                title={t('Assigned to you')}
                things={overview.assigned}
                places={[]}
                empty=""
                reader={reader}
              />
            ) : null}
            <News items={own} reader={reader} />
            <SharedWithYou door={door} />
            {others.length > 0 ? <OtherPlaces places={others} /> : null}
          </div>
        </div>
      )}
    </>
  );
}

/** An address may name a workspace that the person has left: they see all the others then. */
async function overviewOf(door: MemberDoor, from: string | undefined) {
  const asked = from ? await door.find(homeProcedures.overview, { from }) : null;
  return asked ?? (await door.call(homeProcedures.overview, {}));
}
