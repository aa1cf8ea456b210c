'use client';

import dynamic from 'next/dynamic';
import { type ComponentProps, useState } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import type { Reader } from '@/lib/format';
import type { RecordShape } from '../../records/shapes';
import { RecordGrid } from '../grid/record-grid';
import { PrintedRecords } from '../print/printed-records';

const Waiting = () => <Skeleton className="min-h-48 w-full flex-1" />;

// None of them comes with a page that shows a grid.
const Board = dynamic(() => import('../board/board-view').then((file) => file.BoardView), {
  loading: Waiting,
});
const Calendar = dynamic(
  () => import('../calendar/calendar-view').then((file) => file.CalendarView),
  { loading: Waiting },
);

const Gallery = dynamic(() => import('../gallery/gallery-view').then((file) => file.GalleryView), {
  loading: Waiting,
});

const Timeline = dynamic(
  () => import('../timeline/timeline-view').then((file) => file.TimelineView),
  { loading: Waiting },
);

const kinds = { board: Board, calendar: Calendar, gallery: Gallery, timeline: Timeline };

const OpenRecordSheet = dynamic(() =>
  import('../record/open-record-sheet').then((file) => file.OpenRecordSheet),
);

interface Props extends ComponentProps<typeof RecordGrid> {
  reader: Reader;
  userId: string;
}

/** The records of a view in the way that it shows them. */
export function ViewBody({ reader, userId, ...props }: Props) {
  const { collection, people, rights, view, change, records, acts, locale } = props;
  const [open, setOpen] = useState<RecordShape | null>(null);
  const onPaper = <PrintedRecords {...{ collection, people, view, records, locale }} />;
  if (view.kind === 'grid') {
    return (
      <>
        {onPaper}
        <div className="contents" data-print="hide">
          <RecordGrid {...props} />
        </div>
      </>
    );
  }
  const Kind = kinds[view.kind];
  return (
    <>
      {onPaper}
      <div className="contents" data-print="hide">
        <Kind {...{ collection, people, rights, view, change, records, locale }} onOpen={setOpen} />
      </div>
      {open ? (
        <OpenRecordSheet
          key={open.id}
          {...{ collection, people, rights, reader, userId, records }}
          record={open}
          onClose={() => setOpen(null)}
          onDelete={() => {
            setOpen(null);
            void acts.remove([open.id]);
          }}
        />
      ) : null}
    </>
  );
}
