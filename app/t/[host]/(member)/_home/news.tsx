import Link from 'next/link';
import { Avatar } from '@/components/ui/avatar';
import { formatTime, type Reader } from '@/lib/format';
import type { NewsItem } from '@/lib/tenancy/home/news';
import { HomeSection } from './home-section';

interface Props {
  items: readonly NewsItem[];
  /** Names of the places that items lead to, by path; what was deleted has none. */
  names: ReadonlyMap<string, string>;
  reader: Reader;
}

export function News({ items, names, reader }: Props) {
  return (
    <HomeSection title="Recent changes">
      {items.length === 0 ? (
        <p className="border-line border-t py-3 text-muted">
          Nothing yet. What people add and change here shows up in this list.
        </p>
      ) : (
        <ul className="border-line border-t">
          {items.map((item) => (
            <li key={item.id} className="flex gap-3 border-line border-b py-2.5">
              <Avatar name={item.who} />
              <div className="min-w-0 flex-1">
                <p className="text-pretty">
                  <span className="font-medium">{item.who}</span> {item.did}
                  <Place item={item} names={names} />
                  {item.times > 1 ? `, ${item.times} times` : ''}
                </p>
                <p className="text-muted text-sm tabular-nums">
                  <time dateTime={item.at.toISOString()}>{formatTime(item.at, reader)}</time>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </HomeSection>
  );
}

function Place({ item: { path, joint }, names }: { item: NewsItem; names: Props['names'] }) {
  const name = path ? names.get(path) : undefined;
  if (!path || !name) return null;
  return (
    <>
      {joint === 'named' ? ', ' : ` ${joint} `}
      <Link href={path} className="text-link underline underline-offset-4 hover:text-link-hover">
        {name}
      </Link>
    </>
  );
}
