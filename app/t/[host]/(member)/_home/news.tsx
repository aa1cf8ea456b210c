import { Avatar } from '@/components/ui/avatar';
import { formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { Change } from '@/lib/tenancy/home/around';
import type { HomePlace } from '@/lib/tenancy/home/overview';
import { HomeSection } from './home-section';
import { PlaceLink } from './place-link';
import { PlaceName } from './place-name';

interface Props {
  items: readonly Change[];
  /** Where they happened, for somebody who belongs to several workspaces. */
  places?: readonly HomePlace[];
  reader: Reader;
}

export async function News({ items, places = [], reader }: Props) {
  const t = await wording('member');
  return (
    <HomeSection title={t('Recent changes')}>
      {items.length === 0 ? (
        <p className="border-line border-t py-3 text-muted">
          {t('Nothing yet. What people add and change here shows up in this list.')}
        </p>
      ) : (
        <ul className="border-line border-t">
          {items.map((item) => (
            <li key={item.id} className="flex gap-3 border-line border-b py-2.5">
              <Item
                item={item}
                place={places.find(({ id }) => id === item.tenantId)}
                reader={reader}
              />
            </li>
          ))}
        </ul>
      )}
    </HomeSection>
  );
}

interface ItemProps {
  item: Change;
  place: HomePlace | undefined;
  reader: Reader;
}

async function Item({ item, place, reader }: ItemProps) {
  const t = await wording('member');
  return (
    <>
      <Avatar name={item.who} />
      <div className="min-w-0 flex-1">
        <p className="text-pretty">
          <span className="font-medium">{item.who}</span> {t.said(item.did)}
          <Where item={item} place={place} />
          {item.times > 1 ? t(', {times} times', { times: item.times }) : ''}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 text-muted text-sm tabular-nums">
          <PlaceName place={place} />
          <time dateTime={item.at.toISOString()}>{formatTime(item.at, reader)}</time>
        </p>
      </div>
    </>
  );
}

async function Where({ item, place }: Pick<ItemProps, 'item' | 'place'>) {
  const { path, joint } = item;
  if (!path || !item.place) return null;
  const t = await wording('member');
  return (
    <>
      {joint === 'named' ? ', ' : t(joint === 'in' ? ' in ' : ' into ')}
      <PlaceLink place={place} path={path}>
        {item.place}
      </PlaceLink>
    </>
  );
}
