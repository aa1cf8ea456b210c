'use client';

import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { FormSection } from '@/components/ui/form-section';
import { useWording } from '@/lib/language/wording-provider';
import { resumeTenant, suspendTenant } from '../actions';

interface Props {
  id: string;
  name: string;
  status: string;
}

/** Suspending and resuming, each with its reason. */
export function LifecycleSection({ id, name, status }: Props) {
  const t = useWording('console');
  if (status !== 'active' && status !== 'suspended') return null;
  const suspends = status === 'active';
  const verb = suspends ? t('Suspend tenant') : t('Resume tenant');
  return (
    <FormSection
      danger={suspends}
      title={verb}
      description={
        suspends
          ? t(
              'Nobody gets in, over pages or the API, from their next request on. All data is kept.',
            )
          : t('Everybody gets in again with the rights they had.')
      }
    >
      <div>
        <ReasonDialog
          danger={suspends}
          trigger={<Button variant={suspends ? 'danger-quiet' : 'primary'}>{verb}</Button>}
          title={suspends ? t('Suspend {name}?', { name }) : t('Resume {name}?', { name })}
          description={
            suspends
              ? t(
                  'Its people see a notice in its own looks within seconds. You can resume it at any time.',
                )
              : t('Its people can work again within seconds.')
          }
          action={verb}
          done={suspends ? t('{name} suspended', { name }) : t('{name} is open again', { name })}
          help={t('Read by the tenant’s admins and in the staff audit.')}
          confirm={(reason) => (suspends ? suspendTenant : resumeTenant)({ id, reason })}
        />
      </div>
    </FormSection>
  );
}
