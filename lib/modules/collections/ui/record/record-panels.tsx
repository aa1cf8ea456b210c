'use client';

import type { Collection } from '../../collections/shapes';
import type { Records } from '../data/use-records';
import type { PersonName } from '../grid/columns';
import { NewRecordSheet } from './new-record-sheet';
import { RecordSheet } from './record-sheet';
import type { RecordActs } from './use-record-acts';

interface Props {
  collection: Collection;
  people: readonly PersonName[];
  rights: { write: boolean };
  records: Records;
  acts: RecordActs;
}

/** The sheets beside the grid: one record, or the form of a new one. */
export function RecordPanels({ collection, people, rights, records, acts }: Props) {
  const record = acts.openId ? records.store.find(acts.openId) : undefined;
  const { fields } = collection;
  return (
    <>
      {record ? (
        <RecordSheet
          collectionId={collection.id}
          record={record}
          fields={fields}
          people={people}
          editable={rights.write}
          onClose={() => acts.open(null)}
          onDelete={() => void acts.remove([record.id])}
          onCommit={(key, value) => records.edits.commit(record.id, key, value)}
        />
      ) : null}
      {acts.adding ? (
        <NewRecordSheet
          collectionId={collection.id}
          fields={fields}
          people={people}
          onClose={acts.stopAdding}
          onAdded={acts.added}
        />
      ) : null}
    </>
  );
}
