'use client';

import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { refused } from '@/components/forms/refused';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { Fallback } from '@/lib/platform/plans/fallback';
import { setFallback } from './actions';

interface Props {
  /** What was said last. */
  seen: string | null;
  present: Fallback['plan'];
  /** How many tenants it touches. */
  tenants: number;
  choices: { planId: string; name: string; version: number }[];
}

const house = 'house';
const keyOf = ({ planId, version }: { planId: string; version: number }) => `${planId} ${version}`;

/** Says what holds for tenants that nobody put on a plan. */
export function FallbackDialog({ seen, present, tenants, choices }: Props) {
  const t = useWording('plans');
  const now = present && { planId: present.id, name: present.name, version: present.version };
  const [chosen, setChosen] = useState(now ? keyOf(now) : house);
  // What holds stays as it is unless something else is chosen, be there a newer version or none to choose.
  const isListed = now && choices.some((one) => keyOf(one) === keyOf(now));
  const all = now && !isListed ? [now, ...choices] : choices;
  const choice = all.find((one) => keyOf(one) === chosen);
  return (
    <ReasonDialog
      trigger={<Button size="small">{t('Change what holds')}</Button>}
      title={t('What holds for tenants on no plan?')}
      description={t(
        'Nothing is deleted. What is too much then stays, and nothing more comes in. It takes effect at every door within a second.',
      )}
      action={t('Change what holds')}
      done={t('Changed for tenants on no plan')}
      confirm={async (reason) => {
        if (chosen === house) return await setFallback({ plan: null, seen, reason });
        if (!choice) return refused(t('Choose what holds.'));
        const { planId, version } = choice;
        return await setFallback({ plan: { planId, version }, seen, reason });
      }}
    >
      <Field label={t('Plan')}>
        <Select
          value={chosen}
          options={[
            { value: house, label: t('Everything, without limits') },
            ...all.map(({ planId, name: plan, version }) => ({
              value: keyOf({ planId, version }),
              label: t('{plan}, version {version}', { plan, version }),
            })),
          ]}
          onValueChange={setChosen}
        />
      </Field>
      <Banner tone={tenants > 0 ? 'warning' : 'info'}>
        {t(
          '{count, plural, =0 {No tenant is on no plan by now.} one {# tenant is on no plan, and goes by it at once.} other {# tenants are on no plan, and go by it at once.}}',
          { count: tenants },
        )}
      </Banner>
    </ReasonDialog>
  );
}
