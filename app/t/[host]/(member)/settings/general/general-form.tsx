'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { SaveBar } from '@/components/ui/save-bar';
import { Select } from '@/components/ui/select';
import { isLanguage, type Language, languageNames, languages } from '@/lib/language/languages';
import { useWording } from '@/lib/language/wording-provider';
import { changeSettings } from './actions';

interface Settings {
  name: string;
  locale: Language;
  timeZone: string;
}

const choices = languages.map((value) => ({ value, label: languageNames[value] }));

interface Props {
  settings: Settings;
  zones: string[];
  /** What stands below and cannot be changed. */
  children: ReactNode;
}

export function GeneralForm({ settings, zones, children }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const [draft, setDraft] = useState(settings);
  const { pending, error, fields, submit, reset } = useSubmit(changeSettings, () => {
    notify.done(t('Settings saved'));
    router.refresh();
  });
  const change = (part: Partial<Settings>) => setDraft({ ...draft, ...part });
  const dirty = JSON.stringify(draft) !== JSON.stringify(settings);
  return (
    <Form className="flex flex-col gap-6" onSend={() => submit(draft)}>
      <FormSection
        title={t('Name')}
        description={t(
          'Stands in lists of workspaces, mails and notices. The name on your pages is part of Branding.',
        )}
      >
        <Field label={t('Workspace name')} error={fields.name}>
          <Input
            value={draft.name}
            maxLength={60}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Field>
      </FormSection>
      <FormSection
        title={t('Language and time')}
        description={t('What people get who have chosen nothing of their own.')}
      >
        <Field label={t('Language')} error={fields.locale}>
          <Select
            options={choices}
            value={draft.locale}
            onValueChange={(locale) => isLanguage(locale) && change({ locale })}
          />
        </Field>
        <Field
          label={t('Time zone')}
          help={t('Dates and times of this workspace are reckoned in it.')}
          error={fields.timeZone}
        >
          <Combobox
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
            value={draft.timeZone}
            onValueChange={(timeZone) => timeZone && change({ timeZone })}
          />
        </Field>
      </FormSection>
      {children}
      <SaveBar
        dirty={dirty}
        pending={pending}
        error={error}
        onDiscard={() => {
          setDraft(settings);
          reset();
        }}
      />
    </Form>
  );
}
