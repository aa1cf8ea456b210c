'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { formatCount } from '@/lib/format';
import { retryFleet } from './actions';

export function RetryButton({ failed }: { failed: number }) {
  const router = useRouter();
  const [reason, setReason] = useState('');
  const confirm = async () => {
    const outcome = await retryFleet({ reason });
    if (!outcome.ok) return { error: outcome.error.fields.reason ?? outcome.error.message };
    notify.done('Tried again within seconds');
    setReason('');
    router.refresh();
  };
  return (
    <AlertDialog
      trigger={<Button variant="primary">Try again</Button>}
      title={`Try ${formatCount(failed, 'migration')} again?`}
      description="Tenants work on while it runs. What fails again keeps its present shape."
      action="Try again"
      onConfirm={confirm}
    >
      <Field label="Reason" help="Stands in the staff audit.">
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
