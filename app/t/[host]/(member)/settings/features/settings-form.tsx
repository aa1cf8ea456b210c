'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { ConfigField } from '@/lib/tenancy/configuration/form';
import { changeSettings } from './actions';
import { SettingsField } from './settings-field';

interface Props {
  name: string;
  fields: readonly ConfigField[];
  /** Of the document that is shown. */
  revision: number;
  document: Record<string, unknown>;
}

/** What a module can be told, as its schema says. */
export function SettingsForm({ name, fields: shown, revision, document }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const [draft, setDraft] = useState(document);
  const { pending, error, fields, submit } = useSubmit(changeSettings, () => {
    notify.done(t('Settings saved'));
    router.refresh();
  });
  const dirty = shown.some(({ key }) => draft[key] !== document[key]);
  return (
    <Form
      className="flex flex-col gap-4 border-line border-t p-4"
      onSend={() => submit({ name, revision, document: draft })}
    >
      {error ? <Banner tone="danger">{error}</Banner> : null}
      {shown.map((field) => (
        <SettingsField
          key={field.key}
          field={field}
          value={draft[field.key]}
          error={fields[`document.${field.key}`]}
          onChange={(value) => setDraft((was) => ({ ...was, [field.key]: value }))}
        />
      ))}
      {dirty ? (
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" pending={pending}>
            {t('Save')}
          </Button>
          <Button variant="ghost" disabled={pending} onClick={() => setDraft(document)}>
            {t('Discard')}
          </Button>
        </div>
      ) : null}
    </Form>
  );
}
