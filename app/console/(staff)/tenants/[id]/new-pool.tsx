'use client';

import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import { createSharedPool } from '../actions';

/** Makes a shared pool that tenants can join. */
export function NewPool() {
  const t = useWording('console');
  const [name, setName] = useState('');
  return (
    <ReasonDialog
      trigger={
        <Button size="small" variant="ghost">
          {t('New shared pool')}
        </Button>
      }
      title={t('Make a shared pool?')}
      description={t('It is empty until a tenant joins it.')}
      action={t('Make pool')}
      done={t('Pool made')}
      confirm={async (reason) => await createSharedPool({ name, reason })}
    >
      <Field label={t('Name')}>
        <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
      </Field>
    </ReasonDialog>
  );
}
