'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useSubmit } from '@/components/forms/use-submit';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { DomainForm } from '../_frame/domain-form';
import { addDomain } from './actions';

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
    <DomainForm
      {...{ isFirst, pending, error }}
      description={
        isFirst
          ? t('No domain of your own yet. You need access to the DNS of the one you add.')
          : t('You need access to its DNS.')
      }
      example="learn.example.com"
      value={host}
      onValueChange={setHost}
      fieldError={fields.host}
      onSend={() => submit({ host })}
    />
  );
}
