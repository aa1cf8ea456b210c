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
import { changeSettings } from './actions';

interface Settings {
  name: string;
  locale: 'en' | 'ko';
  timeZone: string;
}

const languages = [
  { value: 'en', label: 'English' },
  { value: 'ko', label: '한국어' },
];

interface Props {
  settings: Settings;
  zones: string[];
  /** What stands below and cannot be changed. */
  children: ReactNode;
}

export function GeneralForm({ settings, zones, children }: Props) {
  const router = useRouter();
  const [draft, setDraft] = useState(settings);
  const { pending, error, fields, submit, reset } = useSubmit(changeSettings, () => {
    notify.done('Settings saved');
    router.refresh();
  });
  const change = (part: Partial<Settings>) => setDraft({ ...draft, ...part });
  const dirty = JSON.stringify(draft) !== JSON.stringify(settings);
  return (
    <Form className="flex flex-col gap-6" onSend={() => submit(draft)}>
      <FormSection
        title="Name"
        description="Stands in lists of workspaces, mails and notices. The name on your pages is part of Branding."
      >
        <Field label="Workspace name" error={fields.name}>
          <Input
            value={draft.name}
            maxLength={60}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Field>
      </FormSection>
      <FormSection
        title="Language and time"
        description="What people get who have chosen nothing of their own."
      >
        <Field label="Language" error={fields.locale}>
          <Select
            options={languages}
            value={draft.locale}
            onValueChange={(locale) => change({ locale: locale === 'ko' ? 'ko' : 'en' })}
          />
        </Field>
        <Field
          label="Time zone"
          help="Dates and times of this workspace are reckoned in it."
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
