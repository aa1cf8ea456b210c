import { formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { AssignedThing, Mention } from '@/lib/tenancy/home/around';
import type { HomePlace } from '@/lib/tenancy/home/overview';
import { HomeSection } from './home-section';
import { PlaceLink } from './place-link';
import { PlaceName } from './place-name';

interface Props {
  title: string;
  things: readonly (AssignedThing | Mention)[];
  places: readonly HomePlace[];
  empty: string;
  reader: Reader;
}

/** Things of any workspace that want this person's attention. */
export function ThingList({ title, things, places, empty, reader }: Props) {
  return (
    <HomeSection title={title}>
      {things.length === 0 ? (
        <p className="border-line border-t py-3 text-muted">{empty}</p>
      ) : (
        <ul className="border-line border-t">
          {things.map((thing) => (
            <li key={thing.id} className="border-line border-b py-2.5">
              <Thing
                thing={thing}
                place={places.find(({ id }) => id === thing.tenantId)}
                reader={reader}
              />
            </li>
          ))}
        </ul>
      )}
    </HomeSection>
  );
}

/** When it is due, or else when it changed. */
async function When({ thing, reader }: Pick<ThingProps, 'thing' | 'reader'>) {
  const t = await wording('member');
  const dueAt = 'dueAt' in thing ? thing.dueAt : null;
  if (!dueAt) return <time dateTime={thing.at.toISOString()}>{formatTime(thing.at, reader)}</time>;
  const isOver = dueAt < new Date();
  return (
    <time dateTime={dueAt.toISOString()} className={isOver ? 'text-danger-text' : undefined}>
      {isOver
        ? t('was due {time}', { time: formatTime(dueAt, reader) })
        : t('due {time}', { time: formatTime(dueAt, reader) })}
    </time>
  );
}

interface ThingProps {
  thing: AssignedThing | Mention;
  place: HomePlace | undefined;
  reader: Reader;
}

async function Thing({ thing, place, reader }: ThingProps) {
  const t = await wording('member');
  return (
    <>
      <p className="text-pretty">
        <PlaceLink place={place} path={thing.path}>
          {thing.title || t('Record without a name')}
        </PlaceLink>
      </p>
      {'excerpt' in thing ? (
        <p className="line-clamp-2 break-words">
          <span className="font-medium">{thing.by ?? t('Somebody')}</span>: {thing.excerpt}
        </p>
      ) : null}
      <p className="flex flex-wrap items-center gap-x-2 text-muted text-sm tabular-nums">
        <PlaceName place={place} />
        <span>{t.said(thing.place)}</span>
        <When thing={thing} reader={reader} />
      </p>
    </>
  );
}
