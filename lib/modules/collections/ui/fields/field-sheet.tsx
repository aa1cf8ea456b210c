'use client';

import { useState } from 'react';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { useWording } from '@/lib/language/wording-provider';
import { createField, updateField } from '../../actions';
import type { Field } from '../../fields/shapes';
import { ruleOf } from '../../fields/types';
import { ConversionNote } from './conversion-note';
import { draftOf, type FieldDraft, inputOf } from './field-draft';
import { FieldForm } from './field-form';

interface Props {
  collectionId: string;
  /** The field to change; null to add one. */
  field: Field | null;
  onClose: () => void;
  onSaved: (field: Field) => void;
}

/** Adds or changes a field; before a change of type it shows what happens to the values. */
export function FieldSheet({ collectionId, field, onClose, onSaved }: Props) {
  const t = useWording('collections');
  const [draft, setDraft] = useState<FieldDraft>(() => draftOf(field));
  const [lost, setLost] = useState<number | null>(null);
  const save = async (input: ReturnType<typeof inputOf>) =>
    field
      ? await updateField({
          collectionId,
          fieldId: field.id,
          ...input,
          acceptLoss: converts && (lost ?? 0) > 0,
        })
      : await createField({ collectionId, ...input });
  const { pending, error, fields, submit } = useSubmit(save, onSaved);
  const converts = field !== null && changesValues(draftOf(field), draft);
  const requires = field !== null && draft.required && !field.required;
  const looks = converts || requires || (field !== null && draft.unique && !field.unique);
  const loses = converts && (lost ?? 0) > 0;
  const verb = loses ? t('Change and lose {lost}', { lost: lost ?? 0 }) : t('Save field');
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={field ? t('Edit {name}', { name: field.name }) : t('Add field')}
      footer={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button
            type="submit"
            form="field-form"
            variant={loses ? 'danger' : 'primary'}
            pending={pending}
            disabled={looks && lost === null}
          >
            {field ? verb : t('Add field')}
          </Button>
        </>
      }
    >
      <form
        id="field-form"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit(inputOf(draft));
        }}
      >
        {error ? <Banner tone="danger">{error}</Banner> : null}
        <FieldForm
          collectionId={collectionId}
          draft={draft}
          errors={fields}
          onChange={setDraft}
          isNew={!field}
        />
        {looks ? (
          <ConversionNote
            asksFor={{ conversion: converts, required: requires }}
            path={`/collections/${collectionId}/fields/${field.id}/preview`}
            change={inputOf(draft)}
            onLost={setLost}
          />
        ) : null}
        {field && !field.sortable && ruleOf(field.type).slot ? (
          <Banner>
            {t(
              'This field cannot be sorted on: the collection has used up its sortable columns of this kind. Filters work.',
            )}
          </Banner>
        ) : null}
      </form>
    </Sheet>
  );
}

const changesValues = (was: FieldDraft, now: FieldDraft) =>
  was.type !== now.type ||
  Boolean(ruleOf(now.type).rewrites?.(inputOf(was).options, inputOf(now).options));
