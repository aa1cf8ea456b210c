'use client';

import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { FormSection } from '@/components/ui/form-section';
import { resumeTenant, suspendTenant } from '../actions';

interface Props {
  id: string;
  name: string;
  status: string;
}

/** Suspending and resuming, each with its reason. */
export function LifecycleSection({ id, name, status }: Props) {
  if (status !== 'active' && status !== 'suspended') return null;
  const suspends = status === 'active';
  const verb = suspends ? 'Suspend tenant' : 'Resume tenant';
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
        <ReasonDialog
          danger={suspends}
          trigger={<Button variant={suspends ? 'danger-quiet' : 'primary'}>{verb}</Button>}
          title={suspends ? `Suspend ${name}?` : `Resume ${name}?`}
          description={
            suspends
              ? 'Its people see a notice in its own looks within seconds. You can resume it at any time.'
              : 'Its people can work again within seconds.'
          }
          action={verb}
          done={suspends ? `${name} suspended` : `${name} is open again`}
          help="Read by the tenant’s admins and in the staff audit."
          confirm={(reason) => (suspends ? suspendTenant : resumeTenant)({ id, reason })}
        />
      </div>
    </FormSection>
  );
}
