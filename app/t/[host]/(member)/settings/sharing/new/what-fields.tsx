import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { GrantDraft, Place } from './grant-draft';
import { RowPicker } from './row-picker';

interface Props {
  places: Place[];
  place: Place | undefined;
  draft: GrantDraft;
  errors: Record<string, string>;
  put: (part: Partial<GrantDraft>) => void;
  onPlace: (id: string) => void;
}

/** What is shared: of which collection, which fields, about whom. */
export function WhatFields({ places, place, draft, errors, put, onPlace }: Props) {
  const t = useWording('settings');
  const toggle = (id: string, on: boolean) =>
    put({ fieldIds: on ? [...draft.fieldIds, id] : draft.fieldIds.filter((one) => one !== id) });
  return (
    <FormSection
      title={t('What is shared')}
      description={t('Only what is named here can be read, and nothing can be changed.')}
    >
      <Field label={t('Collection')} error={errors.placeId}>
        <Select
          value={draft.placeId}
          onValueChange={onPlace}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium text-sm">{t('Fields')}</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {place?.fields.map(({ id, name }) => (
            <Choice key={id} label={name}>
              <Checkbox
                checked={draft.fieldIds.includes(id)}
                onCheckedChange={(on) => toggle(id, on === true)}
              />
            </Choice>
          ))}
        </div>
        {errors.fieldIds ? (
          <p role="alert" className="text-danger-text text-sm">
            {errors.fieldIds}
          </p>
        ) : (
          <p className="text-muted text-sm">
            {t('Fields that name people, records or files stay here.')}
          </p>
        )}
      </fieldset>
      <RadioGroup
        looks="cards"
        aria-label={t('Which records')}
        value={draft.reach}
        onValueChange={(value) => put({ reach: value === 'people' ? 'people' : 'rows' })}
        options={[
          {
            value: 'people',
            label: t('Records about people in both workspaces'),
            help: t('Also about those who join later; no longer about those who leave.'),
            disabled: !place?.personFields.length,
          },
          { value: 'rows', label: t('Chosen records'), help: t('These, and no others.') },
        ]}
      />
      {draft.reach === 'people' ? (
        <Field
          label={t('Field that says whom a record is about')}
          error={errors.personFieldId ?? errors.rowIds}
        >
          <Select
            value={draft.personFieldId}
            onValueChange={(id) => put({ personFieldId: id })}
            options={(place?.personFields ?? []).map(({ id, name }) => ({
              ...{ value: id, label: name },
            }))}
          />
        </Field>
      ) : place ? (
        <RowPicker
          key={place.id}
          place={place}
          chosen={draft.rows}
          error={errors.rowIds}
          onChange={(rows) => put({ rows })}
        />
      ) : null}
    </FormSection>
  );
}
