'use client';

import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { claimWithLink } from '@/lib/identity/claim-actions';
import { useWording } from '@/lib/language/wording-provider';
import { CodeField } from '../code-field';

export function LinkForm({ link }: { link: string }) {
  const t = useWording('auth');
  const { submit, pending, error, fields } = useSubmit(claimWithLink, () =>
    window.location.replace('/claim'),
  );
  return (
    <Form
      className="grid gap-4"
      onSend={(typed) => {
        const code = String(typed.get('code') ?? '');
        submit({ link, ...(code && { code }) });
      }}
    >
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <CodeField error={fields.code} />
      <Button type="submit" variant="primary" size="large" wide pending={pending}>
        {t('Go on')}
      </Button>
    </Form>
  );
}
