'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { Select } from '@/components/ui/select';
import { updateAccount } from '@/lib/identity/actions';
import { isLanguage, type Language, languageNames, languages } from '@/lib/language/languages';
import { rememberLanguage } from '@/lib/language/remember';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  account: {
    email: string;
    name: string;
    locale: Language | null;
    timeZone: string | null;
    roles: string[];
  };
  timeZones: string[];
}

const choices = [
  { value: 'workspace', label: "The workspace's own" },
  ...languages.map((value) => ({ value, label: languageNames[value] })),
];

export function ProfileForm({ account, timeZones }: Props) {
  const t = useWording('member');
  const router = useRouter();
  const [name, setName] = useState(account.name);
  const [language, setLanguage] = useState<string>(account.locale ?? 'workspace');
  const [timeZone, setTimeZone] = useState(account.timeZone);
  const locale = isLanguage(language) ? language : null;
  const { submit, pending, error, fields } = useSubmit(updateAccount, () => {
    notify.done(t('Profile saved'));
    rememberLanguage(locale);
    if (locale === account.locale) router.refresh();
    else window.location.reload();
  });
  const dirty = name !== account.name || locale !== account.locale || timeZone !== account.timeZone;
  return (
    <FormSection
      title={t('Profile')}
      description={t('How others see you, and how pages show times to you.')}
    >
      <Form className="grid gap-5" onSend={() => submit({ name, locale, timeZone })}>
        <Field label={t('Name')} error={fields.name ?? error}>
          <Input
            value={name}
            autoComplete="name"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field
          label={t('E-mail')}
          help={t('Your role here: {roles}', { roles: account.roles.map(t.said).join(', ') })}
        >
          <Input value={account.email} readOnly disabled />
        </Field>
        <Field label={t('Language')} error={fields.locale}>
          <Select options={t.labelled(choices)} value={language} onValueChange={setLanguage} />
        </Field>
        <Field
          label={t('Time zone')}
          help={t('Leave it empty to follow the workspace.')}
          error={fields.timeZone}
        >
          <Combobox
            options={timeZones.map((zone) => ({
              value: zone,
              label: zone.replaceAll('_', ' '),
            }))}
            value={timeZone ?? undefined}
            onValueChange={(zone) => setTimeZone(zone ?? null)}
            placeholder={t("The workspace's own")}
            clearable
          />
        </Field>
        <div>
          <Button type="submit" variant="primary" pending={pending} disabled={!dirty}>
            {t('Save profile')}
          </Button>
        </div>
      </Form>
    </FormSection>
  );
}
