'use client';

import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import type { Reader } from '@/lib/format';
import type { Collection } from '../../collections/shapes';
import type { Records } from '../data/use-records';
import type { PersonName } from '../grid/columns';
import type { Rights } from '../rights';
import { isMine } from '../rules/mine';
import { recordAddress } from './record-address';
import type { RecordActs } from './use-record-acts';

// None of them is there at first sight.
const RecordSheet = dynamic(() => import('./record-sheet').then((file) => file.RecordSheet));
const NewRecordSheet = dynamic(() =>
  import('./new-record-sheet').then((file) => file.NewRecordSheet),
);
const BulkEditSheet = dynamic(() =>
  import('../bulk/bulk-edit-sheet').then((file) => file.BulkEditSheet),
);

interface Props {
  collection: Collection;
  people: readonly PersonName[];
  rights: Rights;
  userId: string;
  records: Records;
  acts: RecordActs;
  reader: Reader;
}

/** The sheets beside the grid: one record, the form of a new one, or one change to many. */
export function RecordPanels(props: Props) {
  const { collection, people, rights, records, acts, reader, userId } = props;
  const query = useSearchParams().toString();
  const { store, edits, marks } = records;
  const record = acts.openId ? store.find(acts.openId) : undefined;
  const { fields } = collection;
  const fillable = fields.filter(({ locked }) => !locked);
  const { selection } = acts;
  const chosen =
    selection.mode === 'some' ? selection.ids.size : records.total - selection.ids.size;
  return (
    <>
      {record ? (
        <RecordSheet
          {...{ record, fields, people, edits, marks, reader, userId, rights }}
          collectionId={collection.id}
          href={recordAddress(collection.id, record.id, { query, place: store.indexOf(record.id) })}
          editable={rights.write && isMine(collection, record, 'change')}
          removable={rights.remove && isMine(collection, record, 'remove')}
          onClose={() => acts.open(null)}
          onDelete={() => void acts.remove([record.id])}
        />
      ) : null}
      {acts.adding && rights.write ? (
        <NewRecordSheet
          collectionId={collection.id}
          fields={fillable}
          people={people}
          onClose={acts.stopAdding}
          onAdded={acts.added}
        />
      ) : null}
      {acts.bulk ? (
        <BulkEditSheet
          {...{ people }}
          fields={fillable}
          count={chosen}
          onClose={() => acts.setBulk(false)}
          onSave={acts.change}
        />
      ) : null}
    </>
  );
}
