'use client';

import dynamic from 'next/dynamic';
import { type ComponentProps, useState } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import type { RecordShape } from '../../records/shapes';
import { changeValue } from '../data/change-value';
import { RecordGrid } from '../grid/record-grid';
import { RecordSheet } from '../record/record-sheet';

const Waiting = () => <Skeleton className="min-h-48 w-full flex-1" />;

// Neither comes with a page that shows a grid.
const Board = dynamic(() => import('../board/board-view').then((file) => file.BoardView), {
  loading: Waiting,
});
const Calendar = dynamic(
  () => import('../calendar/calendar-view').then((file) => file.CalendarView),
  { loading: Waiting },
);

/** The records of a view in the way that it shows them. */
export function ViewBody(props: ComponentProps<typeof RecordGrid>) {
  const { collection, people, rights, view, change, records, acts, locale } = props;
  const [open, setOpen] = useState<RecordShape | null>(null);
  if (view.kind === 'grid') return <RecordGrid {...props} />;
  const Kind = view.kind === 'board' ? Board : Calendar;
  return (
    <>
      <Kind {...{ collection, people, rights, view, change, records, locale }} onOpen={setOpen} />
      {open ? (
        <RecordSheet
          collectionId={collection.id}
          record={open}
          fields={collection.fields}
          people={people}
          editable={rights.write}
          onClose={() => setOpen(null)}
          onDelete={() => {
            setOpen(null);
            void acts.remove([open.id]);
          }}
          onCommit={async (key, value) => {
            const of = { collectionId: collection.id, record: open, key, value };
            const answer = await changeValue(of);
            if (answer.ok) setOpen(answer.data);
            records.store.reload();
            return answer.ok
              ? undefined
              : (answer.error.fields[`changes.${key}`] ?? answer.error.message);
          }}
        />
      ) : null}
    </>
  );
}
