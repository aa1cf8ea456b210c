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

const example = 'example.com';

/** Names a domain, which is then to be proven. */
export function AddDomain({ isFirst }: { isFirst: boolean }) {
  const t = useWording('settings');
  const router = useRouter();
  const [domain, setDomain] = useState('');
  const { pending, error, fields, submit } = useSubmit(addDomain, (added) => {
    notify.done(t('{domain} added. Set its record now.', { domain: added.domain }));
    setDomain('');
    router.refresh();
  });
  return (
    <FormSection
      title={t('Add a domain')}
      description={
        isFirst
          ? t('Begin with the part behind the @ of your addresses. You need access to its DNS.')
          : t('Addresses at exactly this domain count, those at names below it do not.')
      }
    >
      <Form className="grid gap-3" onSend={() => submit({ domain })}>
        {error ? <Banner tone="danger">{error}</Banner> : null}
        <Field label={t('Domain')} error={fields.domain}>
          <Input
            value={domain}
            placeholder={example}
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setDomain(event.target.value)}
          />
        </Field>
        <div>
          <Button
            type="submit"
            variant={isFirst ? 'primary' : 'secondary'}
            pending={pending}
            disabled={!domain.trim()}
          >
            {t('Add domain')}
          </Button>
        </div>
      </Form>
    </FormSection>
  );
}
