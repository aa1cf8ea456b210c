'use client';

import { LayoutGrid } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { useWording } from '@/lib/language/wording-provider';
import { RecordCard, titleOf } from '../board/record-card';
import type { KindViewProps } from '../view/kind-view';
import { LoadFailed } from '../view/load-failed';
import { useCardLooks } from '../view/use-card-looks';
import { CoverPicture } from './cover-picture';
import { useShelves } from './use-shelves';

/** The records of a view as cards beside each other, each with its picture. */
export function GalleryView(props: KindViewProps) {
  const t = useWording('collections');
  const { collection, view, records, onOpen } = props;
  const { store, total, loaded, error } = records;
  const cover = collection.fields.find(({ key }) => key === view.cover);
  const looks = useCardLooks(props, cover);
  const { scroller, across, gap, rows, virtual } = useShelves(store, total);
  if (error && total === 0) return <LoadFailed error={error} onRetry={() => store.reload()} />;
  const card = (index: number) => {
    const record = index < total ? store.get(index) : undefined;
    if (!record) return index < total ? <Skeleton className="h-full min-h-40 w-full" /> : null;
    return (
      <RecordCard
        {...looks}
        record={record}
        className="h-full"
        cover={cover ? <CoverPicture files={record.data[cover.key]} /> : null}
        title={
          <button
            type="button"
            onClick={() => onOpen(record)}
            className="line-clamp-2 text-left font-medium after:absolute after:inset-0 hover:underline"
          >
            {t.said(titleOf(record, looks))}
          </button>
        }
      />
    );
  };
  return (
    <div
      ref={scroller}
      className="-mx-4 min-h-0 flex-1 overflow-y-auto border-line border-t px-4 py-3 sm:-mx-6 sm:px-6 lg:-mx-8 lg:px-8"
    >
      {loaded && total === 0 ? (
        <EmptyState
          icon={LayoutGrid}
          title={t('Nothing to show here')}
          description={t('Add a record, or change the filters of this view.')}
        />
      ) : null}
      <ul
        aria-label={t('Records of {name}', { name: collection.name })}
        className="relative"
        style={{ height: virtual.getTotalSize() }}
      >
        {rows.map((row) => (
          <li
            key={row.key}
            ref={virtual.measureElement}
            data-index={row.index}
            className="absolute inset-x-0 top-0 grid"
            style={{
              gap,
              gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))`,
              transform: `translateY(${row.start}px)`,
            }}
          >
            {placesOn(row.index, across).map((place) => (
              <div key={place}>{card(place)}</div>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The places of the records that stand in one row. */
const placesOn = (row: number, across: number) =>
  Array.from({ length: across }, (_, at) => row * across + at);
