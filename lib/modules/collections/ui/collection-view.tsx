'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { PageFrame } from '@/components/ui/page-frame';
import type { Reader } from '@/lib/format';
import type { Collection } from '../collections/shapes';
import type { Field } from '../fields/shapes';
import type { RecordPage } from '../records/shapes';
import { listedView } from '../view/fit';
import { restQuery } from '../view/url';
import type { SavedView } from '../views/shapes';
import { CollectionActions } from './collections/collection-actions';
import { UnsavedBanner } from './data/unsaved-banner';
import type { Follow } from './data/use-live';
import { useRecords } from './data/use-records';
import { useFieldDelete } from './fields/use-field-delete';
import { useKeepOrder } from './fields/use-keep-order';
import type { PersonName } from './grid/columns';
import { RecordPanels } from './record/record-panels';
import { useRecordActs } from './record/use-record-acts';
import type { Rights } from './rights';
import { RecordReader } from './types/record-reader';
import { useView } from './view/use-view';
import { ViewBar } from './view/view-bar';
import { ViewBody } from './view/view-body';
import { SavedViews } from './views/saved-views';
import { useSavedViews } from './views/use-saved-views';

const FieldSheet = dynamic(() => import('./fields/field-sheet').then((file) => file.FieldSheet));

export interface CollectionViewProps {
  collection: Collection;
  people: PersonName[];
  views: SavedView[];
  rights: Rights;
  /** The first page of the view in the address; null when the address asks for what cannot be. */
  first: RecordPage | null;
  reader: Reader;
  /** Null where it does not follow what others change. */
  follow: Follow | null;
  userId: string;
}

/** A collection as a grid, with everything that can be done with its records and fields. */
export function CollectionView(props: CollectionViewProps) {
  const { collection, people, rights, first, reader, follow, userId } = props;
  const router = useRouter();
  const { fields } = collection;
  const keeper = useSavedViews(collection.id, props.views);
  const opened = useView(collection, keeper.views);
  const { view, change } = opened;
  const query = useMemo(() => restQuery(listedView(view, fields)).toString(), [view, fields]);
  const records = useRecords({
    ...{ collectionId: collection.id, query, first, follow, userId },
    looksElsewhere: fields.some(({ type }) => type === 'relation'),
  });
  const acts = useRecordActs({ collection, records, view });
  const [editing, setEditing] = useState<Field | 'new' | null>(null);
  const redesigned = () => {
    setEditing(null);
    router.refresh();
    records.store.reload();
  };
  const remove = useFieldDelete(collection.id, redesigned);
  const keepOrder = useKeepOrder(collection, view, () => {
    change({ order: [] }, 'replace');
    redesigned();
  });
  const designing = { add: () => setEditing('new'), edit: setEditing, remove };
  const fieldActs = rights.design ? designing : undefined;
  return (
    <RecordReader timeZone={reader.timeZone} names={records.store.names}>
      <PageFrame
        fill
        width="wide"
        title={collection.name}
        description={collection.description || undefined}
        actions={<CollectionActions {...{ collection, view, records, rights }} onAdd={acts.add} />}
      >
        <div className="flex min-h-0 flex-1 flex-col gap-2 print:block">
          <div className="contents" data-print="hide">
            <UnsavedBanner />
            <SavedViews {...{ fields, opened, keeper }} canDesign={rights.design} />
            <ViewBar
              {...{ collection, people, view, change }}
              onAddField={fieldActs?.add}
              onKeepOrder={rights.design ? () => void keepOrder() : undefined}
            />
          </div>
          <ViewBody
            {...{
              collection,
              people,
              rights,
              view,
              change,
              records,
              acts,
              fieldActs,
              reader,
              userId,
            }}
            locale={reader.locale}
          />
        </div>
        <RecordPanels {...{ collection, people, rights, records, acts, reader, userId }} />
        {editing ? (
          <FieldSheet
            collectionId={collection.id}
            field={editing === 'new' ? null : editing}
            onClose={() => setEditing(null)}
            onSaved={redesigned}
          />
        ) : null}
      </PageFrame>
    </RecordReader>
  );
}
