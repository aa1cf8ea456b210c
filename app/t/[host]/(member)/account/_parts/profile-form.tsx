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

interface Props {
  account: {
    email: string;
    name: string;
    locale: 'en' | 'ko' | null;
    timeZone: string | null;
    roles: string[];
  };
  timeZones: string[];
}

const languages = [
  { value: 'workspace', label: "The workspace's own" },
  { value: 'en', label: 'English' },
  { value: 'ko', label: '한국어' },
];

export function ProfileForm({ account, timeZones }: Props) {
  const router = useRouter();
  const [name, setName] = useState(account.name);
  const [language, setLanguage] = useState<string>(account.locale ?? 'workspace');
  const [timeZone, setTimeZone] = useState(account.timeZone);
  const { submit, pending, error, fields } = useSubmit(updateAccount, () => {
    notify.done('Profile saved');
    router.refresh();
  });
  const locale = language === 'en' || language === 'ko' ? language : null;
  const dirty = name !== account.name || locale !== account.locale || timeZone !== account.timeZone;
  return (
    <FormSection title="Profile" description="How others see you, and how pages show times to you.">
      <Form className="grid gap-5" onSend={() => submit({ name, locale, timeZone })}>
        <Field label="Name" error={fields.name ?? error}>
          <Input
            value={name}
            autoComplete="name"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label="E-mail" help={`Your role here: ${account.roles.join(', ')}`}>
          <Input value={account.email} readOnly disabled />
        </Field>
        <Field label="Language" error={fields.locale}>
          <Select options={languages} value={language} onValueChange={setLanguage} />
        </Field>
        <Field
          label="Time zone"
          help="Leave it empty to follow the workspace."
          error={fields.timeZone}
        >
          <Combobox
            options={timeZones.map((zone) => ({
              value: zone,
              label: zone.replaceAll('_', ' '),
            }))}
            value={timeZone ?? undefined}
            onValueChange={(zone) => setTimeZone(zone ?? null)}
            placeholder="The workspace's own"
            clearable
          />
        </Field>
        <div>
          <Button type="submit" variant="primary" pending={pending} disabled={!dirty}>
            Save profile
          </Button>
        </div>
      </Form>
    </FormSection>
  );
}
