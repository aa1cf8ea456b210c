'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { retryJob, retryOperation } from './actions';

interface Props {
  id: string;
  /** What it is and whose. */
  name: string;
  /** Whether it is a job of the queue. */
  isJob?: boolean;
}

export function RetryOperation({ id, name, isJob = false }: Props) {
  const t = useWording('console');
  const router = useRouter();
  const [reason, setReason] = useState('');
  const confirm = async () => {
    const outcome = await (isJob ? retryJob : retryOperation)({ id, reason });
    if (!outcome.ok) return { error: outcome.error.fields.reason ?? outcome.error.message };
    notify.done(t('Begun again within seconds'));
    setReason('');
    router.refresh();
  };
  return (
    <AlertDialog
      trigger={
        <Button size="small" aria-label={t('Try again: {name}', { name })}>
          {t('Try again')}
        </Button>
      }
      title={t('Try again: {name}?', { name })}
      description={t('It begins anew with what was asked at first. People at the tenant work on.')}
      action={t('Try again')}
      onConfirm={confirm}
    >
      <Field label={t('Reason')} help={t('Stands in the staff audit.')}>
        <Input
          value={reason}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </AlertDialog>
  );
}
