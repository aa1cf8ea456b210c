'use client';

import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import { liftBounce } from '../actions';

/** Lets mails of a tenant through to an address again, with a reason. */
export function LiftBounce({ tenant: { id, name } }: { tenant: { id: string; name: string } }) {
  const t = useWording('console');
  const [address, setAddress] = useState('');
  return (
    <ReasonDialog
      trigger={<Button size="small">{t('Let mails through')}</Button>}
      title={t('Let mails of {name} through?', { name })}
      description={t(
        'The next mail to this address goes out. If it comes back, the address is shut again.',
      )}
      action={t('Let mails through')}
      done={t('Mails go to {address} again', { address })}
      help={t('Read by the tenant’s admins and in the staff audit.')}
      confirm={(reason) => liftBounce({ id, address, reason })}
    >
      <Field label={t('E-mail address')}>
        <Input
          value={address}
          inputMode="email"
          autoComplete="off"
          onChange={(event) => setAddress(event.target.value)}
        />
      </Field>
    </ReasonDialog>
  );
}
