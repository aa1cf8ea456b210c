'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { resumeTenant, suspendTenant } from '../actions';

interface Props {
  id: string;
  name: string;
  status: string;
}

/** Suspending and resuming, each with its reason. */
export function LifecycleSection({ id, name, status }: Props) {
  const router = useRouter();
  const [reason, setReason] = useState('');
  if (status !== 'active' && status !== 'suspended') return null;
  const suspends = status === 'active';
  const verb = suspends ? 'Suspend tenant' : 'Resume tenant';
  const confirm = async () => {
    const outcome = await (suspends ? suspendTenant : resumeTenant)({ id, reason });
    if (!outcome.ok) return { error: outcome.error.fields.reason ?? outcome.error.message };
    notify.done(suspends ? `${name} suspended` : `${name} is open again`);
    setReason('');
    router.refresh();
  };
  return (
    <FormSection
      danger={suspends}
      title={verb}
      description={
        suspends
          ? 'Nobody gets in, over pages or the API, from their next request on. All data is kept.'
          : 'Everybody gets in again with the rights they had.'
      }
    >
      <div>
        <AlertDialog
          danger={suspends}
          trigger={<Button variant={suspends ? 'danger-quiet' : 'primary'}>{verb}</Button>}
          title={suspends ? `Suspend ${name}?` : `Resume ${name}?`}
          description={
            suspends
              ? 'Its people see a notice in its own looks within seconds. You can resume it at any time.'
              : 'Its people can work again within seconds.'
          }
          action={verb}
          onConfirm={confirm}
        >
          <Field label="Reason" help="Read by the tenant’s admins and in the staff audit.">
            <Input
              value={reason}
              maxLength={300}
              autoComplete="off"
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        </AlertDialog>
      </div>
    </FormSection>
  );
}
