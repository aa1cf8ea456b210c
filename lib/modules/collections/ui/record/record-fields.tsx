'use client';

import { useSyncExternalStore } from 'react';
import type { Field } from '../../fields/shapes';
import type { RecordShape } from '../../records/shapes';
import type { ChangeMarks } from '../data/cell-marks';
import type { RecordEdits } from '../data/record-edits';
import type { PersonName } from '../grid/columns';
import { LinkedFrom } from '../relations/linked-from';
import { RecordField } from './record-field';

export interface RecordFieldsProps {
  collectionId: string;
  record: RecordShape;
  fields: readonly Field[];
  people: readonly PersonName[];
  editable: boolean;
  edits: RecordEdits;
  marks: ChangeMarks;
}

/** A record from top to bottom, and what leads to it; each field is kept when it is left. */
export function RecordFields(props: RecordFieldsProps) {
  const { collectionId, record, fields, people, editable, edits, marks } = props;
  const read = () => marks.row(record.id);
  const marked = useSyncExternalStore(marks.subscribe, read, read);
  return (
    <div className="flex flex-col gap-5">
      {fields.map((field) => (
        <RecordField
          key={`${record.id}:${field.key}`}
          field={field}
          people={people}
          value={record.data[field.key] ?? null}
          disabled={!editable || field.locked}
          problem={record.problems?.[field.key]}
          markedBy={marked[field.key]}
          onCommit={(value, base) =>
            edits.commit({ recordId: record.id, key: field.key, value, base })
          }
        />
      ))}
      <LinkedFrom collectionId={collectionId} recordId={record.id} />
    </div>
  );
}
