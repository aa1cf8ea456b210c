'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useSubmit } from '@/components/forms/use-submit';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { DomainForm } from '../../_frame/domain-form';
import { addDomain } from './actions';

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
    <DomainForm
      {...{ isFirst, pending, error }}
      description={
        isFirst
          ? t('Begin with the part behind the @ of your addresses. You need access to its DNS.')
          : t('Addresses at exactly this domain count, those at names below it do not.')
      }
      example="example.com"
      value={domain}
      onValueChange={setDomain}
      fieldError={fields.domain}
      onSend={() => submit({ domain })}
    />
  );
}
