import Link from 'next/link';
import { formatDay, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { SearchHit } from '../../search/shapes';
import { recordAddress } from '../record/record-address';
import { Marked } from './marked';

interface Props {
  hits: readonly SearchHit[];
  reader: Reader;
}

/** Records that were found, each with where the words stand in it. */
export async function SearchHits({ hits, reader }: Props) {
  const t = await wording('member');
  return (
    <ul aria-label={t('Records found')} className="divide-y divide-line border-line border-y">
      {hits.map((hit) => (
        <li key={hit.id}>
          <Link
            href={recordAddress(hit.collectionId, hit.id)}
            className="block px-2 py-2.5 transition-colors hover:bg-surface-hover"
          >
            <span className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 truncate font-medium">
                {hit.title.length > 0 ? <Marked parts={hit.title} /> : t('Untitled')}
              </span>
              <span className="max-w-40 shrink-0 truncate text-muted text-sm">
                {hit.collectionName}
              </span>
            </span>
            <span className="mt-0.5 flex items-baseline justify-between gap-3 text-muted text-sm">
              <span className="min-w-0 truncate">
                {hit.found ? (
                  <>
                    {hit.found.name}: <Marked parts={hit.found.parts} />
                  </>
                ) : null}
              </span>
              <span className="shrink-0 tabular-nums">{formatDay(hit.updatedAt, reader)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
