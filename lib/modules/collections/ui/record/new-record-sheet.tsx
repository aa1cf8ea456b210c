'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field as FormField } from '@/components/ui/field';
import { Sheet } from '@/components/ui/sheet';
import type { Value } from '@/lib/fields/value';
import type { Wording } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import { ruleOf } from '../../fields/types';
import type { RecordShape } from '../../records/shapes';
import { type ApiError, api } from '../data/api';
import type { PersonName } from '../grid/columns';
import { FieldInput } from './field-input';

interface Props {
  collectionId: string;
  fields: readonly Field[];
  people: readonly PersonName[];
  onClose: () => void;
  onAdded: (record: RecordShape) => void;
}

/** A form for a record that cannot start empty, because some of its fields are required. */
export function NewRecordSheet({ collectionId, fields, people, onClose, onAdded }: Props) {
  const t = useWording('collections');
  const [data, setData] = useState<Record<string, Value>>(() =>
    Object.fromEntries(
      fields.flatMap(({ key, type, default: held }) =>
        held === null || held === ruleOf(type).moving?.word ? [] : [[key, held]],
      ),
    ),
  );
  const [error, setError] = useState<ApiError | null>(null);
  const [pending, setPending] = useState(false);
  const save = async () => {
    setPending(true);
    const path = `/collections/${collectionId}/records`;
    const answer = await api<RecordShape>('POST', path, { data });
    setPending(false);
    if (answer.ok) onAdded(answer.data);
    else setError(answer.error);
  };
  const unplaced = error && Object.keys(error.fields).length === 0 ? error.message : null;
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('Add record')}
      className="max-w-xl"
      footer={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button variant="primary" pending={pending} type="submit" form="new-record">
            {t('Add record')}
          </Button>
        </>
      }
    >
      <form
        id="new-record"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {unplaced ? <Banner tone="danger">{unplaced}</Banner> : null}
        {fields.map((field) => (
          <FormField
            key={field.key}
            label={field.name}
            note={noteOf(field, t)}
            error={error?.fields[`data.${field.key}`]}
          >
            <FieldInput
              field={field}
              people={people}
              disabled={pending}
              value={data[field.key] ?? null}
              onChange={(value) => setData((was) => ({ ...was, [field.key]: value }))}
              onKeep={() => undefined}
            />
          </FormField>
        ))}
      </form>
    </Sheet>
  );
}

/** What moves is said, not shown: it is known once the record is added. */
function noteOf(
  { type, default: held, required }: Field,
  t: Wording<'collections'>,
): string | undefined {
  const { moving } = ruleOf(type);
  if (moving && held === moving.word) return t.said(moving.label).toLowerCase();
  return required ? t('required') : undefined;
}
