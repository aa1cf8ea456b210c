'use client';

import { useState } from 'react';
import { countWords, limitTitles } from '@/app/_shared/plans/plan-words';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { refused } from '@/components/forms/refused';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { type LimitName, limitNames } from '@/lib/billing/limit-names';
import type { LimitHere } from '@/lib/billing/subscriptions/shapes';
import { useWording } from '@/lib/language/wording-provider';
import { overrideLimit } from '../actions';
import { typedLimit } from './typed-limit';

interface Props {
  tenant: { id: string; name: string };
  /** Null while nobody knows how much there is. */
  limits: readonly LimitHere[] | null;
}

/** Says how much of something a tenant may have, whatever its plan says. */
export function LimitDialog({ tenant: { id, name: of }, limits }: Props) {
  const t = useWording('plans');
  const [name, setName] = useState<LimitName>();
  const [typed, setTyped] = useState('');
  const [isAny, setAny] = useState(false);
  const [until, setUntil] = useState('');
  const max = typedLimit({ typed, isAny });
  const used = limits?.find((one) => one.name === name)?.used ?? 0;
  return (
    <ReasonDialog
      trigger={<Button size="small">{t('Change a limit')}</Button>}
      title={t('How much may {name} have?', { name: of })}
      description={t(
        'It counts instead of what the plan says, from the next that is added. Nothing is deleted.',
      )}
      action={t('Change limit')}
      done={t('Limit changed')}
      help={t('Read by the tenant’s admins and in the staff audit.')}
      says={['name', 'max', 'endsAt']}
      confirm={async (reason) => {
        if (!name) return refused(t('Choose a limit.'), 'name');
        if (max === undefined) {
          return refused(t('Type a whole number in digits alone, or say any number.'), 'max');
        }
        const endsAt = until ? new Date(`${until}Z`) : null;
        return await overrideLimit({ id, name, max, endsAt, reason });
      }}
    >
      {(errors) => (
        <>
          <Field label={t('Limit')} error={errors.name}>
            <Select
              value={name ?? ''}
              options={limitNames.map((value) => ({ value, label: t(limitTitles[value]) }))}
              onValueChange={(next) => setName(limitNames.find((one) => one === next) ?? name)}
            />
          </Field>
          <Field
            label={t('At most')}
            help={name === 'storage' ? t('In bytes: 1 GB is 1000000000.') : undefined}
            error={errors.max}
          >
            <Input
              inputMode="numeric"
              value={isAny ? '' : typed}
              disabled={isAny}
              maxLength={16}
              autoComplete="off"
              onChange={({ target }) => setTyped(target.value)}
            />
          </Field>
          <Choice label={t('Any number')}>
            <Checkbox checked={isAny} onCheckedChange={(checked) => setAny(checked === true)} />
          </Choice>
          <Field
            label={t('Until, UTC')}
            help={t('Then the plan says so again. Empty for no end.')}
            error={errors.endsAt}
          >
            <DateInput
              kind="datetime-local"
              value={until}
              onChange={({ target }) => setUntil(target.value)}
            />
          </Field>
          {name && typeof max === 'number' && max < used ? (
            <Banner tone="warning">
              {t('There are {used} by now. All of it stays; nothing more comes in.', {
                used: countWords(t, name, used),
              })}
            </Banner>
          ) : null}
        </>
      )}
    </ReasonDialog>
  );
}
