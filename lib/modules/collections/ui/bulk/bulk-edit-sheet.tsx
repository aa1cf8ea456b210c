'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Field as FormField } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Sheet } from '@/components/ui/sheet';
import type { Value } from '@/lib/fields/value';
import { useWording } from '@/lib/language/wording-provider';
import { isComputed } from '../../fields/computed';
import type { Field } from '../../fields/shapes';
import { ruleOf } from '../../fields/types';
import type { ApiError } from '../data/api';
import type { PersonName } from '../grid/columns';
import { FieldInput } from '../record/field-input';

interface Props {
  count: number;
  fields: readonly Field[];
  people: readonly PersonName[];
  onClose: () => void;
  /** Answers what was wrong, or nothing. */
  onSave: (values: Record<string, Value>) => Promise<ApiError | null>;
}

/** Sets one or several fields of every chosen record to the same value. */
export function BulkEditSheet({ count, fields, people, onClose, onSave }: Props) {
  const t = useWording('collections');
  const [values, setValues] = useState<Record<string, Value>>({});
  const [error, setError] = useState<ApiError | null>(null);
  const [pending, setPending] = useState(false);
  const chosen = fields.filter(({ key }) => Object.hasOwn(values, key));
  const left = fields.filter(
    (field) =>
      !Object.hasOwn(values, field.key) &&
      !isComputed(field) &&
      // A file is of one record.
      ruleOf(field.type).names !== 'files',
  );
  const set = (key: string, value: Value) => setValues((was) => ({ ...was, [key]: value }));
  const drop = (key: string) => setValues(({ [key]: _, ...others }) => others);
  const save = async () => {
    setPending(true);
    setError(await onSave(values));
    setPending(false);
  };
  const unplaced = error && Object.keys(error.fields).length === 0 ? error.message : null;
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && !pending && onClose()}
      title={t('Edit {count, plural, one {# record} other {# records}}', { count })}
      description={t(
        'Every chosen record gets the values you set here. Other fields stay as they are.',
      )}
      className="max-w-xl"
      footer={
        <>
          <Button onClick={onClose} disabled={pending}>
            {t('Cancel')}
          </Button>
          <Button
            variant="primary"
            type="submit"
            form="bulk-edit"
            pending={pending}
            disabled={chosen.length === 0}
          >
            {pending
              ? t('Changing {count, plural, one {# record} other {# records}}', { count })
              : t('Change {count, plural, one {# record} other {# records}}', { count })}
          </Button>
        </>
      }
    >
      <form
        id="bulk-edit"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) void save();
        }}
      >
        {unplaced ? <Banner tone="danger">{unplaced}</Banner> : null}
        {chosen.map((field) => (
          <div key={field.key} className="flex items-start gap-2">
            <FormField
              className="flex-1"
              label={field.name}
              note={field.required ? t('required') : t('empty clears it')}
              error={error?.fields[`values.${field.key}`]}
            >
              <FieldInput
                field={field}
                people={people}
                disabled={pending}
                value={values[field.key] ?? null}
                onChange={(value) => set(field.key, value)}
                onKeep={() => undefined}
              />
            </FormField>
            <IconButton
              icon={X}
              label={t('Leave {name} as it is', { name: field.name })}
              className="mt-6"
              onClick={() => drop(field.key)}
            />
          </div>
        ))}
        {left.length > 0 ? (
          <Combobox
            aria-label={t('Field to set')}
            placeholder={chosen.length > 0 ? t('Set another field') : t('Choose a field to set')}
            options={left.map(({ key, name }) => ({ value: key, label: name }))}
            onValueChange={(key) => key && set(key, null)}
          />
        ) : null}
      </form>
    </Sheet>
  );
}
