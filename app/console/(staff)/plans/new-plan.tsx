'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import { createPlan } from './actions';

/** Begins a plan by its name, and leads to its draft. */
export function NewPlan() {
  const t = useWording('plans');
  const router = useRouter();
  const [name, setName] = useState('');
  const create = async (reason: string) => {
    const outcome = await createPlan({ name, reason });
    if (outcome.ok) router.push(`/plans/${outcome.data.id}`);
    return outcome;
  };
  return (
    <ReasonDialog
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          {t('New plan')}
        </Button>
      }
      title={t('Begin a plan')}
      description={t('It starts as a draft that nobody gets. Its name stays.')}
      action={t('Begin plan')}
      done={t('Plan begun')}
      confirm={create}
    >
      <Field label={t('Name')}>
        <Input
          value={name}
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
    </ReasonDialog>
  );
}
