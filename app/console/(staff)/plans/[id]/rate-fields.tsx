'use client';

import { rateTitles } from '@/app/_shared/plans/plan-words';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { rateNames } from '@/lib/billing/terms';
import { useWording } from '@/lib/language/wording-provider';
import type { Draft } from './draft';

interface Props {
  draft: Pick<Draft, 'rates' | 'queueWeight' | 'statementSeconds'>;
  /** Input path to message. */
  fields: Record<string, string>;
  onChange: (part: Partial<Draft>) => void;
}

/** How much a tenant may ask for at a time, beside others. */
export function RateFields({ draft, fields, onChange }: Props) {
  const t = useWording('plans');
  const { rates, queueWeight, statementSeconds } = draft;
  return (
    <FormSection
      title={t('Rate limits')}
      description={t('Calls a minute of all people and programs of a tenant together.')}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {rateNames.map((name) => (
          <Field key={name} label={t(rateTitles[name])} error={fields[`terms.rates.${name}`]}>
            <Input
              inputMode="numeric"
              autoComplete="off"
              maxLength={8}
              placeholder={t('As usual')}
              value={rates[name]}
              onChange={({ target }) => onChange({ rates: { ...rates, [name]: target.value } })}
            />
          </Field>
        ))}
        <Field
          label={t('Weight in the queue')}
          help={t('From 1 to 10: its part of the work, while jobs of others wait too.')}
          error={fields['terms.queueWeight']}
        >
          <Input
            inputMode="numeric"
            autoComplete="off"
            maxLength={2}
            value={queueWeight}
            onChange={({ target }) => onChange({ queueWeight: target.value })}
          />
        </Field>
        <Field
          label={t('Longest search, seconds')}
          help={t('From 1 to 15: what the database works on for longer is stopped, and says so.')}
          error={fields['terms.statementSeconds']}
        >
          <Input
            inputMode="numeric"
            autoComplete="off"
            maxLength={2}
            value={statementSeconds}
            onChange={({ target }) => onChange({ statementSeconds: target.value })}
          />
        </Field>
      </div>
    </FormSection>
  );
}
