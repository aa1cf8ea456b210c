'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageFrame } from '@/components/ui/page-frame';
import type { Reader } from '@/lib/format';
import { useWording } from '@/lib/language/wording-provider';
import type { Collection } from '../../collections/shapes';
import type { RecordShape } from '../../records/shapes';
import { listedView } from '../../view/fit';
import { openView } from '../../view/open';
import { restQuery } from '../../view/url';
import type { SavedView } from '../../views/shapes';
import { RecordComments } from '../comments/record-comments';
import { ChangeMarks } from '../data/cell-marks';
import { OneRecord } from '../data/one-record';
import { RecordEdits } from '../data/record-edits';
import { UnsavedBanner } from '../data/unsaved-banner';
import { useLeftOver } from '../data/use-left-over';
import { type Follow, useLive } from '../data/use-live';
import type { PersonName } from '../grid/columns';
import { RecordHistory } from '../history/record-history';
import { PrintedFields } from '../print/printed-fields';
import type { Rights } from '../rights';
import { isMine } from '../rules/mine';
import { RecordReader } from '../types/record-reader';
import { RecordActions } from './record-actions';
import { RecordFacts } from './record-facts';
import { RecordFields } from './record-fields';
import { RecordGone } from './record-gone';
import { titleOf } from './title';
import { useUndoKeys } from './use-undo-keys';

export interface RecordPageProps {
  collection: Collection;
  record: RecordShape;
  views: SavedView[];
  people: PersonName[];
  /** Who made and last changed it, and whoever else is known. */
  authors: PersonName[];
  rights: Rights;
  reader: Reader;
  /** Null where it does not follow what others change. */
  follow: Follow | null;
  userId: string;
  /** The query of the address: the view it was opened from. */
  query: string;
  /** What other modules have about it. */
  besides: ReactNode;
}

/** One record in full, with its history beside it. */
export function RecordPage(props: RecordPageProps) {
  const t = useWording('collections');
  const { collection, people, rights, reader } = props;
  const { record, edits, marks, gone, names } = useRecordPage(props);
  const { from, collectionHref } = useOpenedFrom(props);
  const crumbs = [
    { label: t('Collections'), href: '/collections' },
    { label: collection.name, href: collectionHref },
  ];
  const title = t.said(titleOf(record, collection.fields));
  const editable = rights.write && isMine(collection, record, 'change');
  if (gone) return <RecordGone {...{ collection, record, title, rights }} back={collectionHref} />;
  return (
    <RecordReader timeZone={reader.timeZone} names={names}>
      <PageFrame
        title={title}
        width="wide"
        breadcrumb={<Breadcrumb crumbs={crumbs} label={t('Where this record is')} />}
        actions={
          <RecordActions
            {...{ collection, record, title, from }}
            removable={rights.remove && isMine(collection, record, 'remove')}
            back={collectionHref}
          />
        }
      >
        <UnsavedBanner />
        <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)] print:block print:space-y-6">
          <PrintedFields
            {...{ people, record, names }}
            fields={collection.fields}
            locale={reader.locale}
          />
          <section aria-label={t('Fields')} className="min-w-0 max-w-3xl" data-print="hide">
            <RecordFields
              {...{ record, people, edits, marks }}
              collectionId={collection.id}
              fields={collection.fields}
              editable={editable}
            />
          </section>
          <aside className="flex min-w-0 flex-col gap-6">
            <RecordFacts {...{ record, reader }} authors={props.authors} />
            <section
              id="comments"
              aria-label={t('Comments')}
              className="flex flex-col gap-4 print:[&:not(:has(ol))]:hidden"
            >
              <h2 className="font-semibold">{t('Comments')}</h2>
              <RecordComments
                {...{ rights, reader }}
                collectionId={collection.id}
                recordId={record.id}
                userId={props.userId}
              />
            </section>
            {props.besides}
            <section aria-label={t('History')} className="flex flex-col gap-4">
              <h2 className="font-semibold">{t('History')}</h2>
              <RecordHistory
                {...{ record, edits, reader }}
                collectionId={collection.id}
                fields={collection.fields}
                editable={editable}
              />
            </section>
          </aside>
        </div>
      </PageFrame>
    </RecordReader>
  );
}

function useOpenedFrom({ collection, views, query }: RecordPageProps) {
  return useMemo(() => {
    const back = new URLSearchParams(query);
    const place = Number.parseInt(back.get('place') ?? '', 10);
    back.delete('place');
    const { view } = openView(back, views, collection);
    const from = {
      query: back.toString(),
      place: place >= 0 ? place : undefined,
      view: restQuery(listedView(view, collection.fields)).toString(),
    };
    return {
      from,
      collectionHref: `/collections/${collection.id}${back.size > 0 ? `?${back}` : ''}`,
    };
  }, [collection, views, query]);
}

function useRecordPage({ collection, record: first, follow, userId }: RecordPageProps) {
  const router = useRouter();
  const [source] = useState(() => new OneRecord(collection.id, first));
  const [marks] = useState(() => new ChangeMarks());
  const [gone, setGone] = useState(false);
  const edits = useMemo(() => new RecordEdits(collection.id, source), [collection.id, source]);
  const record = useSyncExternalStore(source.subscribe, source.snapshot, source.snapshot);
  useLeftOver(edits, collection.id, userId);
  useUndoKeys(edits);
  useLive({
    ...{ collectionId: collection.id, follow, source, edits, marks },
    concerns: () => false,
    onGone: () => setGone(true),
    onDesign: () => router.refresh(),
  });
  return { record, edits, marks, gone, names: source.names };
}
