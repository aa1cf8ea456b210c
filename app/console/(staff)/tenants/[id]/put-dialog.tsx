'use client';

import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { TenantPlan } from '@/lib/platform/subscriptions/shapes';
import { putOnPlan } from '../../plans/actions';
import { Foreseen } from './foreseen';
import { WhenField } from './when-field';

interface Props {
  tenant: { id: string; name: string };
  choices: TenantPlan['choices'];
  heldSeen: Date | null;
}

/** Puts a tenant on a plan, with what that changes. */
export function PutDialog({ tenant: { id, name }, choices, heldSeen }: Props) {
  const t = useWording('plans');
  const [planId, setPlan] = useState(choices[0]?.planId ?? '');
  const [at, setAt] = useState('');
  const chosen = choices.find((one) => one.planId === planId);
  if (!chosen) return null;
  const wish = { planId, version: chosen.version };
  return (
    <ReasonDialog
      trigger={<Button size="small">{t('Change plan')}</Button>}
      title={t('Which plan is {name} on?', { name })}
      description={t('What it was on ends then. Nothing is deleted.')}
      action={t('Change plan')}
      done={t('Plan changed')}
      help={t('Read by the tenant’s admins and in the staff audit.')}
      confirm={(reason) => {
        const when = at ? new Date(`${at}Z`) : null;
        return putOnPlan({ id, ...wish, heldSeen, at: when, reason });
      }}
    >
      <Field label={t('Plan')}>
        <Select
          value={planId}
          options={choices.map((one) => ({
            value: one.planId,
            label: t('{plan}, version {version}', { plan: one.name, version: one.version }),
          }))}
          onValueChange={setPlan}
        />
      </Field>
      <Foreseen id={id} wish={wish} />
      <WhenField at={at} onChange={setAt} />
    </ReasonDialog>
  );
}
