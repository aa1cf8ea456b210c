'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import { createUserPlan } from './actions';

/** Begins a plan by its name, and leads to its draft. */
export function NewUserPlan() {
  const t = useWording('userPlans');
  const router = useRouter();
  const [name, setName] = useState('');
  const create = async () => {
    const outcome = await createUserPlan({ name });
    if (!outcome.ok) return { error: outcome.error.fields.name ?? outcome.error.message };
    router.push(`/settings/user-plans/${outcome.data.id}`);
  };
  return (
    <AlertDialog
      danger={false}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          {t('New plan')}
        </Button>
      }
      title={t('Begin a plan')}
      description={t('It starts as a draft that nobody sees. Its name stays.')}
      action={t('Begin plan')}
      onConfirm={create}
    >
      <Field label={t('Name')}>
        <Input
          value={name}
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
    </AlertDialog>
  );
}
