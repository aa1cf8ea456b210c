'use client';

import { Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import type { Field } from '../../fields/shapes';
import type { RecordShape } from '../../records/shapes';
import type { Value } from '../../values/value';
import type { PersonName } from '../grid/columns';
import { FieldIcon } from '../grid/field-icon';
import { LinkedFrom } from '../relations/linked-from';
import { RecordField } from './record-field';

interface Props {
  collectionId: string;
  record: RecordShape;
  fields: readonly Field[];
  people: readonly PersonName[];
  editable: boolean;
  onClose: () => void;
  onDelete: () => void;
  /** Keeps one value; answers why not, or nothing. */
  onCommit: (key: string, value: Value) => Promise<string | undefined>;
}

/** One record from top to bottom; each field is kept when it is left. */
export function RecordSheet(props: Props) {
  const { collectionId, record, fields, people, editable, onClose, onDelete, onCommit } = props;
  const [first] = fields;
  const title = first ? record.data[first.key] : null;
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={title === null || title === undefined ? 'Record without a name' : String(title)}
      description={`Changed ${when(record.updatedAt)}, version ${record.version}`}
      className="max-w-xl"
      footer={
        editable ? (
          <Button variant="danger-quiet" onClick={onDelete}>
            <Trash2 aria-hidden />
            Delete record
          </Button>
        ) : null
      }
    >
      <div className="flex flex-col gap-5">
        {fields.map((field) => (
          <RecordField
            key={`${record.id}:${field.key}`}
            label={
              <span className="inline-flex items-center gap-1.5">
                <FieldIcon type={field.type} />
                {field.name}
              </span>
            }
            field={field}
            people={people}
            value={record.data[field.key] ?? null}
            disabled={!editable}
            onCommit={(value) => onCommit(field.key, value)}
          />
        ))}
        <LinkedFrom collectionId={collectionId} recordId={record.id} />
      </div>
    </Sheet>
  );
}

const when = (at: Date | string) =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(at),
  );
