'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { addDomain } from './actions';

const example = 'learn.example.com';

/** Names a domain, whose records are then to be set. */
export function AddDomain({ isFirst }: { isFirst: boolean }) {
  const t = useWording('settings');
  const router = useRouter();
  const [host, setHost] = useState('');
  const { pending, error, fields, submit } = useSubmit(addDomain, (added) => {
    notify.done(t('{domain} added. Set its records now.', { domain: added.host }));
    setHost('');
    router.refresh();
  });
  return (
    <FormSection
      title={t('Add a domain')}
      description={
        isFirst
          ? t('No domain of your own yet. You need access to the DNS of the one you add.')
          : t('You need access to its DNS.')
      }
    >
      <Form className="grid gap-3" onSend={() => submit({ host })}>
        {error ? <Banner tone="danger">{error}</Banner> : null}
        <Field label={t('Domain')} error={fields.host}>
          <Input
            value={host}
            placeholder={example}
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setHost(event.target.value)}
          />
        </Field>
        <div>
          <Button
            type="submit"
            variant={isFirst ? 'primary' : 'secondary'}
            pending={pending}
            disabled={!host.trim()}
          >
            {t('Add domain')}
          </Button>
        </div>
      </Form>
    </FormSection>
  );
}
