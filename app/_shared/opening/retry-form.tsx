'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { ActionResult } from '@/lib/doors/action';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  /** The address that went to somebody else; null when it is still held. */
  slug: string | null;
  retry: (slug: string | null) => Promise<ActionResult<unknown>>;
}

/** Has an opening tried again at once, under another address where that is needed. */
export function RetryForm({ slug, retry }: Props) {
  const t = useWording('opening');
  const router = useRouter();
  const [typed, setTyped] = useState(slug ?? '');
  const trying = useSubmit(retry, () => router.refresh());
  const problem = trying.fields.slug ?? trying.error;
  return (
    <Form className="grid gap-3" onSend={() => trying.submit(slug === null ? null : typed)}>
      {slug === null ? null : (
        <Field label={t('Another address')} error={trying.fields.slug}>
          <Input
            name="slug"
            value={typed}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value.toLowerCase())}
          />
        </Field>
      )}
      {slug === null && problem ? (
        <p role="alert" className="text-danger-text text-sm">
          {problem}
        </p>
      ) : null}
      <div>
        <Button type="submit" variant="primary" size="large" pending={trying.pending}>
          {t('Try again now')}
        </Button>
      </div>
    </Form>
  );
}
