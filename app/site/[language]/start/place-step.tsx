import { useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { languageNames, languages } from '@/lib/language/languages';
import { useWording } from '@/lib/language/wording-provider';
import { suggestSlug } from '@/lib/tenancy/suggest-slug';
import { AddressField } from './address-field';
import type { StepProps } from './step-props';

const choices = languages.map((value) => ({ value, label: languageNames[value] }));

export function PlaceStep({ draft, change, errors, suffix }: StepProps & { suffix: string }) {
  const t = useWording('start');
  const [zones] = useState(timeZones);
  return (
    <>
      <Field
        label={t('Name of your organisation')}
        error={errors.name}
        help={t('On the sign-in page, in mails and in the corner of every page.')}
      >
        <Input
          name="name"
          value={draft.name}
          maxLength={60}
          autoComplete="organization"
          onChange={({ target: { value } }) =>
            change({ name: value, ...(!draft.ownSlug && { slug: suggestSlug(value) }) })
          }
        />
      </Field>
      <AddressField
        slug={draft.slug}
        suffix={suffix}
        error={errors.slug}
        onChange={(slug) => change({ slug, ownSlug: slug !== '' })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('Language')} error={errors.locale}>
          <Select
            options={choices}
            value={draft.locale}
            onValueChange={(locale) => change({ locale: locale === 'ko' ? 'ko' : 'en' })}
          />
        </Field>
        <Field label={t('Time zone')} error={errors.timeZone}>
          <Combobox
            options={zones}
            value={draft.timeZone}
            onValueChange={(timeZone) => change({ timeZone: timeZone ?? 'UTC' })}
          />
        </Field>
      </div>
    </>
  );
}

const timeZones = () =>
  ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }));
