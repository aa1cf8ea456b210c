'use client';

import { useMemo, useState, useSyncExternalStore } from 'react';
import type { Reader } from '@/lib/format';
import type { Collection } from '../../collections/shapes';
import type { RecordShape } from '../../records/shapes';
import { ChangeMarks } from '../data/cell-marks';
import { OneRecord } from '../data/one-record';
import { RecordEdits } from '../data/record-edits';
import type { Records } from '../data/use-records';
import type { PersonName } from '../grid/columns';
import type { Rights } from '../rights';
import { isMine } from '../rules/mine';
import { RecordReader } from '../types/record-reader';
import { recordAddress } from './record-address';
import { RecordSheet } from './record-sheet';

interface Props {
  collection: Collection;
  record: RecordShape;
  people: readonly PersonName[];
  rights: Rights;
  reader: Reader;
  userId: string;
  onClose: () => void;
  onDelete: () => void;
  /** The records of the page: its undo takes back what is done here, and it reads what changed. */
  records: Records;
}

/** The sheet of a record that no grid holds, as on a board or in a calendar. */
export function OpenRecordSheet({ collection, record: first, records, ...props }: Props) {
  const { people, rights, reader, userId, onClose, onDelete } = props;
  const { store } = records;
  const [source] = useState(() => new OneRecord(collection.id, first, () => store.reload()));
  const [marks] = useState(() => new ChangeMarks());
  const { stack } = records.edits;
  const edits = useMemo(
    () => new RecordEdits(collection.id, source, stack),
    [collection.id, source, stack],
  );
  const record = useSyncExternalStore(source.subscribe, source.snapshot, source.snapshot);
  return (
    <RecordReader timeZone={reader.timeZone} names={source.names}>
      <RecordSheet
        {...{ record, people, edits, marks, reader, userId, rights, onClose, onDelete }}
        collectionId={collection.id}
        fields={collection.fields}
        href={recordAddress(collection.id, record.id)}
        editable={rights.write && isMine(collection, record, 'change')}
        removable={rights.remove && isMine(collection, record, 'remove')}
      />
    </RecordReader>
  );
}
